import type { RequestListener } from 'node:http';
import { answerMetrics } from '../metrics/answer-metrics.js';
import type { Address, RoomSettings } from '../settings.js';
import type { Supervision } from '../supervision.js';
import { answerHttp, type Answering } from './answer-http.js';

/** Where a process answers: its rooms on one port, and the metrics on another if that is set. */
export interface Door {
  readonly port: number;
  /** Says that it is not ready, drains, answers what has come, closes the rooms, and stops telling of them last. */
  close(drainSeconds: number, closeRooms: () => Promise<void>): Promise<void>;
}

export async function openDoor(
  handler: RequestListener,
  address: Address,
  { metricsPort }: RoomSettings,
  supervision: Supervision,
): Promise<Door> {
  const rooms = await answerAt('PORT', address, handler);
  const metrics =
    metricsPort === undefined
      ? undefined
      : await answerAt('YIDAN_METRICS_PORT', { ...address, port: metricsPort }, answerMetrics(supervision.metrics));
  return {
    port: rooms.port,
    close: async (drainSeconds, closeRooms) => {
      supervision.stop();
      await rooms.close(drainSeconds);
      await closeRooms();
      await metrics?.close();
      await supervision.close();
    },
  };
}

/** Where it cannot, it says which settings the address is from. */
const answerAt = (setting: string, { port, host }: Address, handler: RequestListener): Promise<Answering> =>
  answerHttp(handler, port, host).catch((cause: Error) => {
    throw new Error(
      `${cause.message}\nLook at HOST and ${setting}: the address must be one of this machine, and no other program may answer there.\n` +
        `请检查 HOST 和 ${setting}：地址须属于本机，端口不得被其他程序占用。`,
      { cause },
    );
  });
