import type { EntityManager } from 'typeorm';

/** Whoever gives an instruction now waits for the end of the transaction, and so sees what it did; it never misses an instruction. */
export async function holdInstructions(transaction: EntityManager): Promise<void> {
  await transaction.query('LOCK TABLE standing_instructions IN SHARE MODE');
}
