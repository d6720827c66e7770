import { describeFault } from './describe-fault.js';
import type { RoomDatabase } from '#database';
import type { BusVitals } from '#messaging';
import { remember } from './remember.js';
import { within } from './within.js';
import { probeWriting } from './write-probe.js';

/** One part of a room, and how to see whether it is well. */
export interface Check {
  /** `<room>.<part>` */
  readonly name: string;
  look(): Promise<Finding>;
}

/** `fault` is a sentence; present exactly when the room is not ready for it. */
export interface Finding {
  readonly fault?: string;
  readonly [detail: string]: unknown;
}

export interface WatchedRoom {
  readonly room: string;
  readonly database: RoomDatabase;
  readonly vitals: BusVitals;
}

/** A consumer or a relay that gave no sign for so long hangs: both look about once a second. */
const SILENCE_SECONDS = 60;
const WRITE_PROBE_MS = 5_000;
const LOOK_MS = 5_000;

/** What a room must be able to do to be ready. Told, and no reason not to be: parked messages, which wait for people, and a relay that stands still, since rooms then read the outbox itself. */
export function roomChecks({ room, database, vitals }: WatchedRoom, maxLagSeconds: number): Check[] {
  const write = remember(WRITE_PROBE_MS, () => probeWriting(database));
  return [
    check(`${room}.database`, async () => {
      await write();
      await database.dataSource.query('SELECT 1');
      return {};
    }),
    check(`${room}.consumer`, async () => consumerFinding(vitals)),
    check(`${room}.backlog`, () => backlogFinding(vitals, maxLagSeconds)),
    check(`${room}.relay`, () => relayFinding(vitals)),
    check(`${room}.parked`, () => vitals.parked()),
  ];
}

/** What cannot be asked in time is not well either. */
const check = (name: string, look: () => Promise<Finding>): Check => ({
  name,
  look: async () => {
    try {
      return await within(LOOK_MS, look());
    } catch (error) {
      return { fault: describeFault(error) };
    }
  },
});

function consumerFinding({ consumerSeenAt }: BusVitals): Finding {
  const seenAt = consumerSeenAt();
  if (seenAt === undefined) return {};
  const silentSeconds = secondsSince(seenAt);
  if (silentSeconds <= SILENCE_SECONDS) return { silentSeconds };
  return { silentSeconds, fault: `The consumer has given no sign of life for ${silentSeconds} s.` };
}

async function backlogFinding({ backlog }: BusVitals, maxLagSeconds: number): Promise<Finding> {
  const topics = await backlog();
  const late = topics.filter(({ oldestSeconds }) => oldestSeconds > maxLagSeconds);
  const messages = topics.reduce((sum, topic) => sum + topic.messages, 0);
  if (late.length === 0) return { messages };
  const words = late.map(({ topic, oldestSeconds }) => `${topic} by ${Math.round(oldestSeconds)} s`).join(', ');
  return { messages, fault: `Behind by more than ${maxLagSeconds} s: ${words}.` };
}

async function relayFinding({ unpublished, relaySeenAt }: BusVitals): Promise<Finding> {
  const waiting = await unpublished();
  if (waiting === undefined) return {};
  const { messages, oldestSeconds } = waiting;
  const silentSeconds = secondsSince(relaySeenAt() ?? 0);
  if (messages === 0 || oldestSeconds <= SILENCE_SECONDS || silentSeconds <= SILENCE_SECONDS) return { messages };
  return {
    messages,
    warning: `The relay stands still while ${messages} messages wait, the oldest for ${Math.round(oldestSeconds)} s.`,
  };
}

const secondsSince = (time: number): number => Math.round((Date.now() - time) / 1_000);
