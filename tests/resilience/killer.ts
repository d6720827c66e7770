import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Killable } from '../../tooling/cluster/killable.js';
import type { RoomInstance } from '../../tooling/cluster/room-instance.js';
import type { Cluster } from '../../tooling/cluster/start-cluster.js';
import { shuffled } from '../support/random.js';
import { eventually } from '../support/test-party.js';

const ROOMS = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];
/** Rooms that say something while documents come in. */
const SPEAKERS = ['gateway', 'documents', 'clearance'];

const points = (rooms: readonly string[], name: string): string[] =>
  rooms.flatMap((room) => [`${room}.before-${name}`, `${room}.after-${name}`]);

export const COMMIT_POINTS: readonly string[] = [
  ...points(ROOMS, 'database-commit'),
  ...points(SPEAKERS, 'produce-acknowledgement'),
  ...points(ROOMS, 'offset-commit'),
];

/** How often each is killed. */
export interface KillPlan {
  /** At each commit point, by itself. */
  readonly atPoints: readonly string[];
  /** Each of these instances of rooms, from outside at any moment. */
  readonly rooms: readonly RoomInstance[];
  readonly postgres: number;
  readonly broker: number;
}

/** A group that lost a member works on half a minute later, on a busy machine later still. */
const CLAIM_MS = 180_000;
const LONGEST_PAUSE_MS = 400;
const DOWN_MS = 2_000;

/** Kills everything of a cluster, in an order that the numbers give. What is killed comes back. */
export class Killer {
  /** How many died, by point or kind. */
  readonly deaths = new Map<string, number>();

  constructor(
    private readonly permits: string,
    private readonly random: () => number,
  ) {
    mkdirSync(permits, { recursive: true });
  }

  get total(): number {
    return [...this.deaths.values()].reduce((sum, count) => sum + count, 0);
  }

  async carryOut(cluster: Cluster, plan: KillPlan): Promise<void> {
    const kills: (() => Promise<void>)[] = [
      ...plan.atPoints.map((point) => () => this.atPoint(point)),
      ...plan.rooms.map((room) => () => this.fromOutside(`${room.name} at any moment`, room)),
      ...Array.from({ length: plan.postgres }, () => () => this.andRestart('PostgreSQL', cluster.postgres)),
      ...Array.from({ length: plan.broker }, () => () => this.andRestart('the broker', cluster.brokers[0])),
    ];
    for (const kill of shuffled(kills, this.random)) {
      await kill();
      await pause(this.random() * LONGEST_PAUSE_MS);
    }
  }

  private async atPoint(point: string): Promise<void> {
    const permit = join(this.permits, point);
    const counted = this.deaths.get(point) ?? 0;
    writeFileSync(permit, '');
    for (const end = Date.now() + CLAIM_MS; this.writtenDown(point) === counted && Date.now() < end;) await pause(20);
    rmSync(permit, { force: true });
    this.note(point, this.writtenDown(point) - counted);
  }

  private writtenDown(point: string): number {
    const file = join(this.permits, 'deaths');
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line === point).length
      : 0;
  }

  private async fromOutside(kind: string, victim: RoomInstance): Promise<void> {
    const pid = await eventually(`${victim.name} ${victim.instance} running`, async () => victim.pid);
    victim.kill();
    await eventually(`the end of ${victim.name}`, async () => victim.pid !== pid || undefined);
    this.note(kind, 1);
  }

  private async andRestart(kind: string, victim: Killable | undefined): Promise<void> {
    victim?.kill();
    this.note(kind, 1);
    await pause(this.random() * DOWN_MS);
    await victim?.restart();
  }

  private note(kind: string, count: number): void {
    this.deaths.set(kind, (this.deaths.get(kind) ?? 0) + count);
  }
}
