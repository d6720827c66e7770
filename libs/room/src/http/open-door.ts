import type { RequestListener } from 'node:http';
import { answerMetrics } from '../metrics/answer-metrics.js';
import type { Address, RoomSettings } from '../settings.js';
import type { Supervision } from '../supervision.js';
import { answerHttp } from './answer-http.js';

/** Where a process answers: its rooms on one port, and the metrics on another if that is set. */
export interface Door {
  readonly port: number;
  /** Says that it is not ready, drains, answers what has come, closes the rooms, and stops telling of them last. */
  close(drainSeconds: number, closeRooms: () => Promise<void>): Promise<void>;
}

export async function openDoor(
  handler: RequestListener,
  { port, host }: Address,
  { metricsPort }: RoomSettings,
  supervision: Supervision,
): Promise<Door> {
  const rooms = await answerHttp(handler, port, host);
  const metrics =
    metricsPort === undefined ? undefined : await answerHttp(answerMetrics(supervision.metrics), metricsPort, host);
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
