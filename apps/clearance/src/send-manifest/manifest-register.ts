import type { EntityManager } from 'typeorm';
import type { OneDocument } from '#domain';
import { LATEST_RECORDS } from '../storage/held-record.js';
import { StoredManifest } from '../storage/manifest.entity.js';

/** SQL: customs' number of the transport document that a message is for, as `documentNumberOf`. */
const DOCUMENT_NUMBER = `(message #>> '{Declaration,Consignment,TransportContractDocument,ID}')`;

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

/** Manifests go with their document: from a record that was merged into this one, or whose document over others' goods too has this record of its own now. */
export async function fetchManifests(transaction: EntityManager, record: OneDocument): Promise<void> {
  const numbers = record.transportDocuments.map(({ number }) => number);
  const found: { id: string }[] = await transaction.query(OF_ITS_DOCUMENTS, [record.id, numbers]);
  if (found.length === 0) return;
  const ids = found.map(({ id }) => id);
  const latest: { given: string; id: string }[] = await transaction.query(LATEST_RECORDS, [ids]);
  const merged = latest.filter(({ id }) => id === record.id).map(({ given }) => given);
  const moving = ids.filter((id) => merged.includes(id) || record.consolidates?.includes(id));
  await transaction.query(MOVE, [record.id, numbers, moving]);
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

const OF_ITS_DOCUMENTS = `
  SELECT DISTINCT one_document_id AS id FROM manifests WHERE ${DOCUMENT_NUMBER} = ANY ($2) AND one_document_id <> $1`;

const MOVE = `UPDATE manifests SET one_document_id = $1 WHERE ${DOCUMENT_NUMBER} = ANY ($2) AND one_document_id = ANY ($3)`;
