import type { EntityManager } from 'typeorm';
import { jsonMessage, topics, type CrosswalkChanged, type GoodsReexamined } from '#contracts';
import type { OutgoingMessage } from '#messaging';

/** Records examined in one transaction. */
const STEP = 200;

/** Open records whose names rest on a table or on nobody's word; what documents or people say stands whatever a table says. */
const CONCERNED = `state IN ('open', 'unjoined') AND names_rest_on_tables`;

/** Says that the records are to be examined again. */
export async function firstStep(
  transaction: EntityManager,
  { scheme, editionId, edition }: Pick<CrosswalkChanged, 'scheme' | 'editionId' | 'edition'>,
): Promise<OutgoingMessage> {
  const [{ of }] = await transaction.query(`SELECT count(*)::integer AS of FROM one_documents WHERE ${CONCERNED}`);
  return step({ scheme, editionId, edition, of, examined: 0, changed: 0, after: of === 0 ? null : NO_RECORD });
}

/** The next records in the order of their ids. */
export async function recordsAfter(transaction: EntityManager, after: string): Promise<string[]> {
  const rows: { id: string }[] = await transaction.query(
    `SELECT id FROM one_documents WHERE ${CONCERNED} AND id > $1 ORDER BY id LIMIT $2`,
    [after, STEP],
  );
  return rows.map(({ id }) => id);
}

/** Says how far it is. The last step has no `after`, and as many records as were examined: some may have been settled or closed meanwhile. */
export function nextStep(done: GoodsReexamined, ids: readonly string[], changed: number): OutgoingMessage {
  const examined = done.examined + ids.length;
  const isLast = ids.length < STEP;
  return step({
    ...done,
    of: isLast ? examined : Math.max(done.of, examined),
    examined,
    changed: done.changed + changed,
    after: isLast ? null : (ids.at(-1) as string),
  });
}

const step = (progress: GoodsReexamined): OutgoingMessage =>
  jsonMessage(topics.goodsReexamined, progress.editionId, progress);

const NO_RECORD = '00000000-0000-0000-0000-000000000000';
