import type { EntityManager } from 'typeorm';
import { PartnerProfiles } from './partner-profiles.js';

const rows = [1, 2, 3].map((seq) => ({ seq, party: 'LINE', version: seq, profile: {} }));

/** Answers a query with what was visible when it was asked. */
const seeing = (visible: number, answer: Promise<unknown> = Promise.resolve()) => {
  const asked: unknown[] = [];
  const query = async (_: string, [lastSeen]: [number]) => {
    asked.push(lastSeen);
    await answer;
    return rows.slice(0, visible).filter(({ seq }) => seq > lastSeen);
  };
  return { transaction: { query } as unknown as EntityManager, asked };
};

describe('the profiles in memory', () => {
  it('take in what is new only', async () => {
    const profiles = new PartnerProfiles();
    expect((await profiles.current(seeing(0).transaction)).get('LINE')).toBeUndefined();
    expect((await profiles.current(seeing(2).transaction)).get('LINE')).toEqual({ version: 2, profile: {} });
    const later = seeing(3);
    expect((await profiles.current(later.transaction)).get('LINE')?.version).toBe(3);
    expect(later.asked).toEqual([2]);
  });

  it('do not go back when a batch that saw less is answered later', async () => {
    const profiles = new PartnerProfiles();
    let answer = (): void => {};
    const slow = profiles.current(seeing(1, new Promise<void>((resolve) => (answer = resolve))).transaction);
    await profiles.current(seeing(3).transaction);
    answer();
    expect((await slow).get('LINE')?.version).toBe(3);
    const next = seeing(3);
    await profiles.current(next.transaction);
    expect(next.asked).toEqual([3]);
  });
});
