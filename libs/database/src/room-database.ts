import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Listener, type Listening } from './listener.js';

/** Who a query is made for. Row-level security lets it see only what that party may see. */
export interface Viewer {
  readonly party: string;
  readonly role: string;
}

/** Whose rows alone the viewer sees; null for customs. For lists that name the party in words the planner may look up, beside row-level security. */
export const seenBy = ({ party, role }: Viewer): string | null => (role === 'customs' ? null : party);

/**
 * How PostgreSQL plans what a connection has prepared. `force_custom_plan`: anew for each viewer, for lists, since what is right for who sees every
 * row is wrong for who sees three.
 */
export type Plans = 'auto' | 'force_custom_plan';

/** What a transaction has still to do. */
interface Waiting {
  readonly beforeCommit: (() => Promise<void>)[];
  readonly afterCommit: (() => void)[];
}

/**
 * A room's own schema, reached with the room's own role. `asRoom` is for the room's work and sees every row; `asViewer` is for reads on
 * behalf of a caller, in a read-only transaction whose row-level security is set to that caller.
 */
export class RoomDatabase {
  private readonly waiting = new WeakMap<QueryRunner, Waiting>();
  private readonly listeners = new Set<Listener>();

  /** Made by `openRoomDatabase`. `listenUrl` is where `listen` connects, with the room's role. */
  constructor(
    readonly room: string,
    readonly dataSource: DataSource,
    private readonly viewers: DataSource,
    private readonly listenUrl: string,
  ) {}

  /** One transaction of the room. */
  async asRoom<Result>(work: (transaction: EntityManager) => Promise<Result>): Promise<Result> {
    const waiting: Waiting = { beforeCommit: [], afterCommit: [] };
    const result = await this.dataSource.transaction(async (transaction) => {
      this.waiting.set(transaction.queryRunner as QueryRunner, waiting);
      const done = await work(transaction);
      for (const act of waiting.beforeCommit) await act();
      return done;
    });
    for (const act of waiting.afterCommit) act();
    return result;
  }

  /** The last things of the transaction, in order. Only inside `asRoom`. */
  beforeCommit(transaction: EntityManager, act: () => Promise<void>): void {
    this.waiting.get(transaction.queryRunner as QueryRunner)?.beforeCommit.push(act);
  }

  /** Does something once the transaction has committed; nothing if it is rolled back, or the process dies. Only inside `asRoom`. */
  afterCommit(transaction: EntityManager, act: () => void): void {
    this.waiting.get(transaction.queryRunner as QueryRunner)?.afterCommit.push(act);
  }

  /** One read-only transaction that sees what the viewer may see: `yidan.party` and `yidan.role` are set, and it has a role of its own. */
  async asViewer<Result>(
    viewer: Viewer,
    work: (transaction: EntityManager) => Promise<Result>,
    plans: Plans = 'auto',
  ): Promise<Result> {
    if (viewer.party === '' || viewer.role === '') throw new Error('A viewer has a party and a role.');
    return this.viewers.transaction(async (transaction) => {
      await transaction.query(
        `SELECT set_config('yidan.party', $1, true), set_config('yidan.role', $2, true), set_config('plan_cache_mode', $3, true)`,
        [viewer.party, viewer.role, plans],
      );
      return work(transaction);
    });
  }

  /** Hears NOTIFY on a channel, over a connection of its own that is made again when lost; then `heard` is called without a payload. */
  async listen(channel: string, heard: (payload?: string) => void): Promise<Listening> {
    const listener = new Listener(this.listenUrl, channel, heard);
    this.listeners.add(listener);
    await listener.start();
    return {
      close: async () => {
        this.listeners.delete(listener);
        await listener.close();
      },
    };
  }

  /** Ends every connection. Work in hand must be done before. */
  async close(): Promise<void> {
    await Promise.all([...this.listeners].map((listener) => listener.close()));
    for (const source of [this.dataSource, this.viewers]) if (source.isInitialized) await source.destroy();
  }
}
