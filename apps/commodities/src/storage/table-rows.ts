import type { EntityManager } from 'typeorm';
import type { SchemeRow } from '#crosswalk';

/** The rows of an edition in the parts in which they are kept. */
export async function partsOfEdition(transaction: EntityManager, editionId: string): Promise<(readonly SchemeRow[])[]> {
  const parts: { rows: SchemeRow[] }[] = await transaction.query(
    'SELECT rows FROM table_part WHERE edition_id = $1 ORDER BY part',
    [editionId],
  );
  return parts.map(({ rows }) => rows);
}

export const rowsOfEdition = async (transaction: EntityManager, editionId: string): Promise<SchemeRow[]> =>
  (await partsOfEdition(transaction, editionId)).flat();
