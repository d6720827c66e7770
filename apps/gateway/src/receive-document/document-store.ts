import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { Outbox } from '#messaging';
import type { DocumentStatus } from '../storage/document.entity.js';
import { receivedMessage } from './received-message.js';
import { firstOfEachDocument, firstOfEachKey, identityOf, keyOf } from './repeats.js';
import type { Submission } from './submission.js';

/** What the sender gets in return, as it stands now. */
export interface Receipt {
  readonly documentId: string;
  readonly sha256: string;
  readonly receivedAt: string;
  readonly status: DocumentStatus;
}

/** Keeps documents, their bytes and the messages that tell of them: one transaction for a group of submissions. */
@Injectable()
export class DocumentStore {
  constructor(
    private readonly database: RoomDatabase,
    private readonly outbox: Outbox,
  ) {}

  /** One receipt, or the refusal of a key used with other bytes, for each submission in order. */
  keep(group: readonly Submission[]): Promise<(Receipt | Refusal)[]> {
    return this.database.asRoom(async (transaction) => {
      const digestOfKey = await claimKeys(transaction, firstOfEachKey(group));
      const isReused = (submission: Submission) =>
        (digestOfKey.get(keyOf(submission) ?? '') ?? submission.sha256) !== submission.sha256;
      const receipts = await this.keepOnce(
        transaction,
        firstOfEachDocument(group.filter((submission) => !isReused(submission))),
      );
      return group.map((submission) =>
        isReused(submission) ? keyReused() : (receipts.get(identityOf(submission)) as Receipt),
      );
    });
  }

  private async keepOnce(
    transaction: EntityManager,
    submissions: readonly Submission[],
  ): Promise<Map<string, Receipt>> {
    if (submissions.length === 0) return new Map();
    const newIds = await insertNew(transaction, submissions);
    const fresh = submissions.filter(({ documentId }) => newIds.has(documentId));
    if (fresh.length > 0) await this.outbox.add(transaction, fresh.map(receivedMessage));
    const repeats = submissions.filter(({ documentId }) => !newIds.has(documentId));
    const earlier = repeats.length > 0 ? await findEarlier(transaction, repeats) : [];
    return new Map([
      ...fresh.map((submission) => [identityOf(submission), newReceipt(submission)] as const),
      ...earlier,
    ]);
  }
}

const newReceipt = ({ documentId, sha256, receivedAt }: Submission): Receipt => ({
  documentId,
  sha256,
  receivedAt: receivedAt.toISOString(),
  status: 'received',
});

const keyReused = (): Refusal =>
  new Refusal(
    'IDEMPOTENCY.KEY_REUSED',
    'unprocessable',
    'This Idempotency-Key came before with other bytes. Use a new key for another document.',
  );

/** The digest each key stands for: a new key's own, a known key's first. */
async function claimKeys(transaction: EntityManager, claims: readonly Submission[]): Promise<Map<string, string>> {
  if (claims.length === 0) return new Map();
  const rows: { party: string; key: string; sha256: string }[] = await transaction.query(
    `INSERT INTO idempotency_keys AS known (party, key, sha256) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (party, key) DO UPDATE SET sha256 = known.sha256
     RETURNING party, key, sha256`,
    [
      claims.map(({ caller }) => caller.party),
      claims.map(({ idempotencyKey }) => idempotencyKey),
      claims.map(({ sha256 }) => sha256),
    ],
  );
  return new Map(rows.map(({ party, key, sha256 }) => [JSON.stringify([party, key]), sha256]));
}

/** Inserts those that did not come before, with their bytes; returns their ids. */
async function insertNew(transaction: EntityManager, submissions: readonly Submission[]): Promise<Set<string>> {
  const rows: { document_id: string }[] = await transaction.query(INSERT_NEW, [
    submissions.map(({ documentId }) => documentId),
    submissions.map(({ caller }) => caller.party),
    submissions.map(({ caller }) => caller.role),
    submissions.map(({ sha256 }) => sha256),
    submissions.map(({ receivedAt }) => receivedAt),
    submissions.map(({ contentType }) => contentType),
    submissions.map(({ consignmentReference }) => consignmentReference ?? null),
    submissions.map(({ bytes }) => bytes.length),
    Buffer.concat(submissions.map(({ bytes }) => bytes)),
  ]);
  return new Set(rows.map((row) => row.document_id));
}

/** All bytes come in one parameter and are cut by their lengths: an array of bytes would travel as text, twice as long. */
const INSERT_NEW = `
  WITH submitted AS (
    SELECT *, sum(size) OVER (ORDER BY place) - size AS start
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::integer[]) WITH ORDINALITY
      AS given (document_id, party, role, sha256, received_at, content_type, consignment_reference, size, place)
  ), kept AS (
    INSERT INTO documents (document_id, party, role, sha256, received_at, content_type, consignment_reference, size)
    SELECT document_id, party, role, sha256, received_at, content_type, consignment_reference, size FROM submitted
    ON CONFLICT (party, sha256) WHERE interchange_id IS NULL DO NOTHING
    RETURNING document_id
  )
  INSERT INTO originals (document_id, bytes)
  SELECT document_id, substring($9::bytea FROM start::integer + 1 FOR size) FROM submitted JOIN kept USING (document_id)
  RETURNING document_id`;

/** The documents that the same bytes from the same party became before, as they stand now. */
async function findEarlier(
  transaction: EntityManager,
  repeats: readonly Submission[],
): Promise<(readonly [string, Receipt])[]> {
  const rows: { party: string; sha256: string; document_id: string; received_at: Date; status: DocumentStatus }[] =
    await transaction.query(
      `SELECT party, sha256, document_id, received_at, status
     FROM documents JOIN unnest($1::text[], $2::text[]) AS repeated (party, sha256) USING (party, sha256)
     WHERE interchange_id IS NULL`,
      [repeats.map(({ caller }) => caller.party), repeats.map(({ sha256 }) => sha256)],
    );
  return rows.map(({ party, sha256, document_id, received_at, status }) => [
    JSON.stringify([party, sha256]),
    { documentId: document_id, sha256, receivedAt: received_at.toISOString(), status },
  ]);
}
