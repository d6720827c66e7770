import type { EntityManager } from 'typeorm';
import type { CrosswalkChanged } from '#contracts';
import type { SchemeTable } from '#crosswalk';
import { holdName } from '#database';

type Part = Pick<CrosswalkChanged, 'scheme' | 'editionId' | 'edition' | 'part' | 'rows'>;

/**
 * Who writes what the crosswalk model reads by `seq` waits here for the others until the transaction ends: else a lower number might be
 * committed after a higher one was read, and never be seen.
 */
export const inOneOrder = (transaction: EntityManager): Promise<void> => holdName(transaction, 'crosswalk');

/** Keeps a part of a table; one that is told again takes the place of what was kept. */
export async function keepPart(
  transaction: EntityManager,
  { scheme, editionId, edition, part, rows }: Part,
): Promise<void> {
  await transaction.query(
    `INSERT INTO crosswalk_parts (scheme, edition_id, edition, part, rows) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (scheme, edition_id, part) DO UPDATE SET edition = excluded.edition, rows = excluded.rows`,
    [scheme, editionId, edition, part, JSON.stringify(rows)],
  );
}

/**
 * The table whose last part has come holds from now on. Parts of a scheme come in order, so those of other editions are of
 * earlier ones.
 */
export async function takeInUse(
  transaction: EntityManager,
  { scheme, editionId, parts }: Pick<CrosswalkChanged, 'scheme' | 'editionId' | 'parts'>,
): Promise<void> {
  await inOneOrder(transaction);
  await transaction.query('DELETE FROM crosswalk_parts WHERE scheme = $1 AND (edition_id <> $2 OR part > $3)', [
    scheme,
    editionId,
    parts,
  ]);
  await transaction.query(
    `INSERT INTO crosswalk_tables (scheme, edition_id) VALUES ($1, $2)
     ON CONFLICT (scheme) DO UPDATE SET edition_id = excluded.edition_id, seq = DEFAULT`,
    [scheme, editionId],
  );
}

/** Tables taken in use after `seq`, whole, in that order. */
export async function tablesSince(
  transaction: EntityManager,
  seq: string,
): Promise<{ readonly seq: string; readonly table: SchemeTable }[]> {
  const parts: { seq: string; scheme: SchemeTable['scheme']; edition: string; rows: SchemeTable['rows'] }[] =
    await transaction.query(
      `SELECT seq, scheme, edition, rows FROM crosswalk_tables JOIN crosswalk_parts USING (scheme, edition_id)
       WHERE seq > $1 ORDER BY seq, part`,
      [seq],
    );
  const bySeq = Map.groupBy(parts, (part) => part.seq);
  return [...bySeq].map(([of, [first, ...others]]) => {
    const { scheme, edition, rows } = first as (typeof parts)[number];
    return { seq: of, table: { scheme, edition, rows: [...rows, ...others.flatMap((part) => part.rows)] } };
  });
}
