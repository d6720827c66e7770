import type { EntityManager } from 'typeorm';
import { StoredManifest } from '../storage/manifest.entity.js';

/** What a message's number is made of. */
export const MESSAGE_ID = /^[\w@.-]{1,70}$/;

/** A message with this number, if the transaction may see it. */
export const findMessage = async (transaction: EntityManager, messageId: string): Promise<StoredManifest | null> =>
  MESSAGE_ID.test(messageId) ? transaction.getRepository(StoredManifest).findOneBy({ messageId }) : null;

/** The same, held against every other step until the end of the transaction. */
export const lockMessage = async (transaction: EntityManager, messageId: string): Promise<StoredManifest | null> =>
  MESSAGE_ID.test(messageId)
    ? transaction.getRepository(StoredManifest).findOne({ where: { messageId }, lock: { mode: 'pessimistic_write' } })
    : null;

/** The latest message of a record's manifest that customs did not reject; none when that is a deletion. */
export async function standingManifest(
  transaction: EntityManager,
  { oneDocumentId, mode, type }: Pick<StoredManifest, 'oneDocumentId' | 'mode' | 'type'>,
): Promise<StoredManifest | undefined> {
  const latest = await transaction
    .createQueryBuilder(StoredManifest, 'manifest')
    .where({ oneDocumentId, mode, type })
    .andWhere(`manifest.status <> 'rejected'`)
    .orderBy('manifest.id', 'DESC')
    .getOne();
  return latest === null || latest.functionCode === '3' ? undefined : latest;
}

/** False when the number stands on a message already, also one sent at this moment. */
export async function enterManifest(transaction: EntityManager, manifest: StoredManifest): Promise<boolean> {
  const insert = transaction
    .createQueryBuilder()
    .insert()
    .into(StoredManifest)
    .values(manifest)
    .orIgnore()
    .returning('id')
    .updateEntity(false);
  const { raw } = await insert.execute();
  return (raw as unknown[]).length > 0;
}
