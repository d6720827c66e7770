import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoomDatabase } from '#database';
import { Refusal, type Finding } from '#domain';
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
  /** Of bytes that came before. */
  readonly findings?: readonly Finding[];
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
      const claims = await claimKeys(transaction, firstOfEachKey(group));
      const claimOf = (submission: Submission) => claims.get(keyOf(submission) ?? '');
      const isReused = (submission: Submission) =>
        (claimOf(submission)?.sha256 ?? submission.sha256) !== submission.sha256;
      const named = await findNamed(transaction, group, [...claims.values()]);
      const namedOf = (submission: Submission) => named.get(claimOf(submission)?.documentId ?? '');
      const others = group.filter((submission) => !isReused(submission) && !namedOf(submission));
      const kept = await this.keepOnce(transaction, firstOfEachDocument(others));
      const receiptFor = (submission: Submission): Receipt => {
        const receipt = (namedOf(submission) ?? kept.get(identityOf(submission))) as Receipt;
        return receipt.documentId === submission.documentId ? receipt : { ...receipt, findings: [cameBefore] };
      };
      return group.map((submission) => (isReused(submission) ? keyReused() : receiptFor(submission)));
    });
  }

  private async keepOnce(
    transaction: EntityManager,
    submissions: readonly Submission[],
  ): Promise<ReadonlyMap<string, Receipt>> {
    if (submissions.length === 0) return new Map();
    const rows = await insertOnce(transaction, submissions);
    const ids = new Set(rows.map(({ document_id }) => document_id));
    const fresh = submissions.filter(({ documentId }) => ids.has(documentId));
    if (fresh.length > 0) await this.outbox.add(transaction, fresh.map(receivedMessage));
    return new Map(rows.map((row) => [JSON.stringify([row.party, row.sha256]), receiptOf(row)]));
  }
}

interface ReceiptRow {
  readonly party: string;
  readonly sha256: string;
  readonly document_id: string;
  readonly received_at: Date;
  readonly status: DocumentStatus;
}

const RECEIPT_COLUMNS = 'party, sha256, document_id, received_at, status';

const receiptOf = ({ document_id, sha256, received_at, status }: ReceiptRow): Receipt => ({
  documentId: document_id,
  sha256,
  receivedAt: received_at.toISOString(),
  status,
});

const cameBefore: Finding = {
  code: 'DOCUMENT.CAME_BEFORE',
  severity: 'warning',
  path: '',
  message: {
    en: 'These bytes came before and are that document; nothing happened a second time. A later version that came since stays current: to return to these contents, send them as a new version, with a higher version number or, where the form has none, with any other change.',
    zh: '此内容此前已收到，即该份单证；本次未产生任何变化。其后收到的更新版本仍为现行版本：如需恢复为本内容，请作为新版本提交，使用更高的版本号；格式无版本号的，请另作任一改动。',
  },
};

const keyReused = (): Refusal =>
  new Refusal('IDEMPOTENCY.KEY_REUSED', 'unprocessable', {
    en: 'This Idempotency-Key came before with other bytes. Use a new key for another document.',
    zh: '此 Idempotency-Key 曾用于另一内容。提交另一份单证请使用新的键。',
  });

/** What a key stands for: the bytes it first came with, and the document that they then were, unless they were one already. */
interface Claim {
  readonly sha256: string;
  readonly documentId: string | null;
}

/** A new key's own claim, a known key's first. */
async function claimKeys(transaction: EntityManager, claims: readonly Submission[]): Promise<Map<string, Claim>> {
  if (claims.length === 0) return new Map();
  const rows: (Claim & { party: string; key: string })[] = await transaction.query(
    `INSERT INTO idempotency_keys AS known (party, key, sha256, document_id) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
     ON CONFLICT (party, key) DO UPDATE SET sha256 = known.sha256
     RETURNING party, key, sha256, document_id AS "documentId"`,
    [
      claims.map(({ caller }) => caller.party),
      claims.map(({ idempotencyKey }) => idempotencyKey),
      claims.map(({ sha256 }) => sha256),
      claims.map(({ documentId }) => documentId),
    ],
  );
  return new Map(rows.map(({ party, key, ...claim }) => [JSON.stringify([party, key]), claim]));
}

/** Documents that known keys stand for, by their ids. */
async function findNamed(
  transaction: EntityManager,
  group: readonly Submission[],
  claims: readonly Claim[],
): Promise<ReadonlyMap<string, Receipt>> {
  const own = new Set(group.map(({ documentId }) => documentId));
  const ids = claims.flatMap(({ documentId }) => (documentId === null || own.has(documentId) ? [] : documentId));
  if (ids.length === 0) return new Map();
  const rows = await transaction.query<ReceiptRow[]>(
    `SELECT ${RECEIPT_COLUMNS} FROM documents WHERE document_id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.document_id, receiptOf(row)]));
}

/** Inserts those that did not come before, with their bytes; of each the row that is there then. */
function insertOnce(transaction: EntityManager, submissions: readonly Submission[]): Promise<ReceiptRow[]> {
  return transaction.query<ReceiptRow[]>(INSERT_ONCE, [
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
}

/** All bytes come in one parameter and are cut by their lengths: an array of bytes would travel as text, twice as long. */
const INSERT_ONCE = `
  WITH submitted AS (
    SELECT *, sum(size) OVER (ORDER BY place) - size AS start
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::integer[]) WITH ORDINALITY
      AS given (document_id, party, role, sha256, received_at, content_type, consignment_reference, size, place)
  ), kept AS (
    INSERT INTO documents (document_id, party, role, sha256, received_at, content_type, consignment_reference, size)
    SELECT document_id, party, role, sha256, received_at, content_type, consignment_reference, size FROM submitted
    ON CONFLICT (party, sha256) WHERE interchange_id IS NULL AND NOT may_come_again DO UPDATE SET party = excluded.party
    RETURNING ${RECEIPT_COLUMNS}
  ), stored AS (
    INSERT INTO originals (document_id, bytes)
    SELECT document_id, substring($9::bytea FROM start::integer + 1 FOR size) FROM submitted JOIN kept USING (document_id)
  )
  SELECT ${RECEIPT_COLUMNS} FROM kept`;
