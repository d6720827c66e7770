import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startCluster } from '../../tooling/cluster/start-cluster.js';
import { randomFrom, shuffled } from '../support/random.js';
import { expectAsUndisturbed } from './exchanges.js';
import { COMMIT_POINTS, Killer } from './killer.js';
import { Load } from './load.js';
import { isFull, proof, seed, sized, tell } from './proof.js';
import { checkState, untilQuiet, withDatabase } from './state.js';
import { watchCursors } from './state-checks.js';

const KINDS = ['before', 'after'].flatMap((when) =>
  ['database-commit', 'produce-acknowledgement', 'offset-commit'].map((name) => `${when}-${name}`),
);

/** Every point of every room several times; in short, every point once in one of the rooms. */
function pointsFor(random: () => number): string[] {
  if (isFull) return Array.from({ length: 4 }, () => COMMIT_POINTS).flat();
  const mixed = shuffled(COMMIT_POINTS, random);
  return KINDS.map((kind) => mixed.find((point) => point.endsWith(kind)) as string);
}

describe('two of each room, PostgreSQL and the broker killed under load', () => {
  let directory: string;
  let permits: string;
  let cluster: Cluster;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'yidan-kills-'));
    chmodSync(directory, 0o755);
    permits = join(directory, 'permits');
    cluster = await startCluster({
      directory,
      brokers: 1,
      environment: {
        NODE_OPTIONS: `--import ${new URL('./inside/kill-at-commit-points.mjs', import.meta.url).href}`,
        RESILIENCE_PERMITS: permits,
      },
    });
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  proof(
    'lose nothing, do nothing twice, keep the order',
    async () => {
      const { url } = cluster.postgres;
      const random = randomFrom(seed);
      await withDatabase(url, watchCursors);
      const gateways = cluster.rooms.filter(({ name }) => name === 'gateway').map((room) => room.url);
      const load = await Load.open({
        urls: [cluster.url],
        keys: cluster.keys,
        documentUrls: [cluster.url, ...gateways],
      });
      const killer = new Killer(permits, random);
      const firsts = cluster.rooms.filter(({ instance }) => instance === 1);
      const plan = {
        atPoints: pointsFor(random),
        rooms: sized(firsts, Array.from({ length: 8 }, () => cluster.rooms).flat()),
        ...sized({ postgres: 1, broker: 1 }, { postgres: 14, broker: 12 }),
      };
      await load.during(() => killer.carryOut(cluster, plan), sized(400, 500));
      await untilQuiet(url);
      const state = await checkState(url, load.received);
      tell(
        `${killer.total} killed: ${[...killer.deaths]
          .map(([kind, count]) => `${kind} ${count}`)
          .toSorted()
          .join(', ')}`,
      );
      tell(`${state.consignments} consignments, ${JSON.stringify(load.answers)}, faults: ${state.faults.length}`);
      await expectAsUndisturbed(state);
      const died = (point: string): boolean =>
        [...killer.deaths].some(([each, count]) => each.endsWith(point) && count > 0);
      expect(sized(KINDS, COMMIT_POINTS).filter((point) => !died(point))).toEqual([]);
      expect(killer.total).toBeGreaterThanOrEqual(sized(10, 200));
    },
    sized(1_200_000, 3_000_000),
    () => join(directory, 'rooms'),
  );
});
