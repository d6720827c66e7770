import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFor, openDoor, openRoom, openSupervision, type Address, type OpenRoom, type RoomSettings } from '#room';
import { rooms } from './rooms.js';

/** All rooms in one process behind one port. */
export interface Exchange {
  readonly url: string;
  /** With `drain`, takes requests for a little longer while it says that it is not ready. */
  close(drain?: boolean): Promise<void>;
}

/** Opens every room and answers at the address. Each request goes to the room it is for, as a reverse proxy would send it. */
export async function openExchange(settings: RoomSettings, address: Address): Promise<Exchange> {
  const supervision = await openSupervision(settings, 'yidan');
  const opened: OpenRoom[] = [];
  try {
    for (const room of rooms) opened.push(await openRoom(room, settings, supervision));
    const door = await openDoor(
      (request, response) => route(opened, request, response),
      address,
      settings,
      supervision,
    );
    const close = (drain = false) => door.close(drain ? settings.drainSeconds : 0, () => closeRooms(opened));
    return { url: `http://${address.host}:${door.port}`, close };
  } catch (error) {
    await closeRooms(opened);
    throw error;
  }
}

function route(opened: readonly OpenRoom[], request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0] as string;
  const room = opened.find((one) => isFor(path, one.room)) ?? opened[0];
  room?.app.getHttpAdapter().getInstance().routing(request, response);
}

/** Together: what one of them still says, the others hear when they are there again. One after another would take five times as long. */
async function closeRooms(opened: readonly OpenRoom[]): Promise<void> {
  await Promise.all(opened.map((room) => room.close()));
}
