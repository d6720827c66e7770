import type { LoggerService } from '@nestjs/common';
import type { BusObserver } from '#messaging';
import { rememberVitals } from './health/remember-vitals.js';
import { type Check, roomChecks, type WatchedRoom } from './health/room-checks.js';
import { openLogger } from './logs/open-logger.js';
import { measureBatches } from './metrics/measure-batches.js';
import { Metrics } from './metrics/metrics.js';
import type { RoomSettings } from './settings.js';
import { traceBatches } from './traces/batch-steps.js';
import { openTracer } from './traces/open-tracer.js';
import type { Tracer } from './traces/tracer.js';

/** What watches the rooms of one process. Whoever asks one of them after health or metrics hears of all. */
export class Supervision {
  readonly metrics = new Metrics(() => this.rooms.map(({ room, vitals }) => ({ room, ...vitals })));
  private readonly rooms: WatchedRoom[] = [];
  private readonly checksOfRooms: Check[] = [];
  private isStopping = false;

  constructor(
    private readonly maxLagSeconds: number,
    readonly logger: LoggerService,
    readonly tracer: Tracer,
  ) {}

  watch({ vitals, ...given }: WatchedRoom): void {
    const room = { ...given, vitals: rememberVitals(vitals) };
    this.rooms.push(room);
    this.checksOfRooms.push(...roomChecks(room, this.maxLagSeconds));
  }

  checks(): readonly Check[] {
    return this.checksOfRooms;
  }

  /** From now on it is not ready, so that nothing new is sent here. */
  stop(): void {
    this.isStopping = true;
  }

  get stopping(): boolean {
    return this.isStopping;
  }

  /** What a room's bus tells of itself goes here. */
  observe(room: string): BusObserver {
    const measure = measureBatches(room, this.metrics);
    const trace = traceBatches(room, this.tracer);
    return {
      ...trace,
      parked: measure.parked,
      around: (topic, messages, work) => trace.around(topic, messages, () => measure.around(topic, messages, work)),
    };
  }

  /** Hands over the traces that are still here. */
  close(): Promise<void> {
    return this.tracer.close();
  }
}

/** `service` is what traces call the process. */
export async function openSupervision(settings: RoomSettings, service: string): Promise<Supervision> {
  return new Supervision(settings.maxLagSeconds, openLogger(settings.logs), await openTracer(process.env, service));
}
