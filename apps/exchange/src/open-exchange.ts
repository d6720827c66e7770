import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openRoom, type OpenRoom, type RoomSettings } from '#room';
import { rooms } from './rooms.js';

/** All rooms in one process behind one port. */
export interface Exchange {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens every room and answers on `port` (0: a free one). Each request goes to the room whose routes it fits, as a reverse proxy would send it. */
export async function openExchange(
  settings: RoomSettings,
  { port, host }: { port: number; host: string },
): Promise<Exchange> {
  const opened: OpenRoom[] = [];
  try {
    for (const room of rooms) opened.push(await openRoom(room, settings));
    const server = createServer((request, response) => route(opened, request, response));
    await listen(server, port, host);
    const url = `http://${host}:${(server.address() as AddressInfo).port}`;
    return { url, close: () => closeAll(server, opened) };
  } catch (error) {
    await closeRooms(opened);
    throw error;
  }
}

function route(opened: readonly OpenRoom[], request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0] as string;
  const room = opened.find(({ room: { routes } }) => routes.some((pattern) => pattern.test(path))) ?? opened[0];
  room?.app.getHttpAdapter().getInstance().routing(request, response);
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/** Answers what has come, then closes the rooms in the order in which documents walk through them. */
async function closeAll(server: Server, opened: readonly OpenRoom[]): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
  await closeRooms(opened);
}

async function closeRooms(opened: readonly OpenRoom[]): Promise<void> {
  for (const room of opened) await room.close();
}
