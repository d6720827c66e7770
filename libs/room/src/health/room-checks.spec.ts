import type { RoomDatabase } from '#database';
import type { BusVitals } from '#messaging';
import { roomChecks } from './room-checks.js';

const well: BusVitals = {
  consumerSeenAt: () => Date.now(),
  relaySeenAt: () => Date.now(),
  backlog: async () => [{ topic: 'a.b.v1', messages: 2, oldestSeconds: 3 }],
  unpublished: async () => ({ messages: 0, oldestSeconds: 0 }),
  parked: async () => ({ parked: 1, waiting: 2 }),
};
const database = {
  asRoom: async () => undefined,
  dataSource: { query: async () => [] },
} as unknown as RoomDatabase;

/** What each part of a room with these vitals says. */
async function findings(vitals: Partial<BusVitals>, given = database): Promise<Record<string, unknown>> {
  const checks = roomChecks({ room: 'gateway', database: given, vitals: { ...well, ...vitals } }, 60);
  return Object.fromEntries(await Promise.all(checks.map(async (check) => [check.name, await check.look()] as const)));
}

const ago = (seconds: number) => () => Date.now() - seconds * 1_000;

describe("a room's parts", () => {
  it('are well, and parked messages are told', async () => {
    expect(await findings({})).toEqual({
      'gateway.database': {},
      'gateway.consumer': { silentSeconds: 0 },
      'gateway.backlog': { messages: 2 },
      'gateway.relay': { messages: 0 },
      'gateway.parked': { parked: 1, waiting: 2 },
    });
  });

  it('tell a consumer that hangs', async () => {
    expect(await findings({ consumerSeenAt: ago(61) })).toMatchObject({
      'gateway.consumer': { fault: 'The consumer has given no sign of life for 61 s.' },
    });
  });

  it('tell how far a topic is behind', async () => {
    const backlog = async () => [{ topic: 'a.b.v1', messages: 2, oldestSeconds: 61.2 }];
    expect(await findings({ backlog })).toMatchObject({
      'gateway.backlog': { fault: 'Behind by more than 60 s: a.b.v1 by 61 s.' },
    });
  });

  it.each([
    ['stands still while messages wait', 61, 61, true],
    ['works while old messages wait', 61, 0, false],
    ['has not looked yet, and nothing is old', 3, 61, false],
  ])('tell whether a relay %s', async (_what, oldestSeconds, silent, isWrong) => {
    const unpublished = async () => ({ messages: 4, oldestSeconds });
    const { 'gateway.relay': relay } = await findings({ unpublished, relaySeenAt: ago(silent) });
    expect(relay).toEqual(
      isWrong
        ? { messages: 4, warning: 'The relay stands still while 4 messages wait, the oldest for 61 s.' }
        : { messages: 4 },
    );
  });

  it.each([
    ['53100', 'The disk of the database is full.'],
    ['25006', 'The database is read-only.'],
    ['ECONNREFUSED', 'The database cannot be reached.'],
  ])('tell what the database cannot do (%s) without naming hosts', async (code, fault) => {
    const broken = {
      ...database,
      asRoom: () => Promise.reject(Object.assign(new Error('connect 10.0.0.7:5432'), { code })),
    } as unknown as RoomDatabase;
    expect(await findings({}, broken)).toMatchObject({ 'gateway.database': { fault } });
  });
});
