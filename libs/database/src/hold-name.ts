import type { EntityManager } from 'typeorm';

/** Holds a name until the transaction ends: another transaction of the database that wants it waits. Names begin with the room or what they are of. */
export async function holdName(transaction: EntityManager, name: string): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
