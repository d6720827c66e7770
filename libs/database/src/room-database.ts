import type { DataSource, EntityManager } from 'typeorm';

/** Who a query is made for. Row-level security lets it see only what that party may see. */
export interface Viewer {
  readonly party: string;
  readonly role: string;
}

/**
 * A room's own schema, reached with the room's own role. `asRoom` is for the room's work and sees every row; `asViewer` is for reads on
 * behalf of a caller, in a read-only transaction whose row-level security is set to that caller.
 */
export abstract class RoomDatabase {
  abstract readonly dataSource: DataSource;
  /** One transaction of the room. */
  abstract asRoom<Result>(work: (transaction: EntityManager) => Promise<Result>): Promise<Result>;
  abstract asViewer<Result>(viewer: Viewer, work: (transaction: EntityManager) => Promise<Result>): Promise<Result>;
}
