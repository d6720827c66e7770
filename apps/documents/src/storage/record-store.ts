import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { identityOf, joinKeysOf, type Finding, type OneDocument } from '#domain';
import type { KeptDocument, MadeVersion, RecordDraft } from '../join-documents/record-draft.js';
import type { Placement } from '../join-documents/workspace.js';
import { subjectsOf } from '../name-goods/goods-subjects.js';
import { restsOnTables } from '../name-goods/rests-on-tables.js';
import type { HeldDocumentRow, OneDocumentRow } from './entities.js';

/** The records that something may touch, locked until the transaction ends. */
export interface LoadedRecords {
  readonly records: Map<string, RecordDraft>;
  /** Documents without a record: cancellations that came first. */
  readonly orphans: KeptDocument[];
}

/** Reads and writes records by sets. Every method runs in the transaction it is given. */
@Injectable()
export class RecordStore {
  /**
   * Locks what the documents share with others, then reads every live record they may touch. Two transactions whose documents share a key
   * wait for each other, so that one consignment never becomes two records.
   */
  async loadFor(transaction: EntityManager, documents: readonly KeptDocument[]): Promise<LoadedRecords> {
    const identities = documents.map(identityOf);
    const keys = documents.flatMap(({ content, consignmentReference }) => joinKeysOf(content, consignmentReference));
    const locks = [...identities, ...keys.map(({ type, value }) => `${type} ${value}`)];
    await transaction.query(
      `SELECT pg_advisory_xact_lock(lock) FROM (SELECT DISTINCT hashtextextended(name, 0) AS lock FROM unnest($1::text[]) AS name ORDER BY lock) AS locks`,
      [locks],
    );
    const found: { one_document_id: string | null }[] = await transaction.query(
      `SELECT DISTINCT held.one_document_id
       FROM (SELECT join_keys.document_id
             FROM join_keys JOIN unnest($1::text[], $2::text[]) AS wanted (type, value) USING (type, value)
             UNION SELECT document_id FROM held_documents WHERE identity = ANY ($3)) AS touched
       JOIN held_documents AS held USING (document_id)`,
      [keys.map(({ type }) => type), keys.map(({ value }) => value), identities],
    );
    const ids = found.flatMap(({ one_document_id: id }) => id ?? []);
    return { records: await this.load(transaction, ids), orphans: await this.loadOrphans(transaction, identities) };
  }

  /**
   * Records by id, with all that shared waybills tie them to, so that every document of each is at hand. Locked in the order of their ids: whoever changes a
   * waybill holds all that it belongs to. What is shared while a lock is waited for is followed.
   */
  async load(transaction: EntityManager, ids: readonly string[]): Promise<Map<string, RecordDraft>> {
    if (ids.length === 0) return new Map();
    const rows: TiedRow[] = await transaction.query(LOCK_TIED, [ids]);
    const locked = new Set(rows.map(({ id }) => id));
    const held = await this.heldDocuments(transaction, BELONGING, [...locked]);
    const belongsTo = held.flatMap(({ oneDocumentId, alsoIn }) => alsoIn.concat(oneDocumentId ?? []));
    if (!belongsTo.every((id) => locked.has(id))) return this.load(transaction, ids);
    return new Map(
      rows.map((row) => [
        row.id,
        toDraft(
          row,
          held.filter(({ oneDocumentId }) => oneDocumentId === row.id),
        ),
      ]),
    );
  }

  /** The records that these have become, by the ids given, locked. One that is merged while its lock is waited for is followed. */
  async loadSurvivors(transaction: EntityManager, ids: readonly string[]): Promise<Map<string, RecordDraft>> {
    const survivors = await this.survivorsOf(transaction, ids);
    const wanted = [...new Set(survivors.values())];
    const records = await this.load(transaction, wanted);
    if (wanted.some((id) => records.get(id)?.state === 'merged')) return this.loadSurvivors(transaction, ids);
    return new Map([...survivors].map(([id, survivor]) => [id, records.get(survivor) as RecordDraft]));
  }

  /** The documents of what waits to join these records, or others that went into them, and of those that are known to wait. */
  async waitingFor(
    transaction: EntityManager,
    ids: readonly string[],
    waiting: readonly string[],
  ): Promise<KeptDocument[]> {
    const where = `status = 'current' AND one_document_id IN (${WAITING})`;
    const rows = await this.heldDocuments(transaction, where, ids, waiting);
    return rows.map(toKept);
  }

  private async loadOrphans(transaction: EntityManager, identities: readonly string[]): Promise<KeptDocument[]> {
    const rows = await this.heldDocuments(transaction, 'one_document_id IS NULL AND identity = ANY ($1)', identities);
    return rows.map(toKept);
  }

  private heldDocuments(
    transaction: EntityManager,
    where: string,
    ...values: readonly (readonly string[])[]
  ): Promise<HeldDocumentRow[]> {
    return transaction.query(
      `SELECT document_id AS "documentId", one_document_id AS "oneDocumentId", also_in AS "alsoIn", source, content, status,
              consignment_reference AS "consignmentReference", sender_is_carrier AS "senderIsCarrier"
       FROM held_documents WHERE ${where} ORDER BY source->>'receivedAt', document_id`,
      values,
    );
  }

  /** Where records are now, by the ids given: a merged one in the record it went into. */
  async survivorsOf(transaction: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { given: string; id: string }[] = await transaction.query(
      `WITH RECURSIVE way AS (
         SELECT id AS given, id, merged_into FROM one_documents WHERE id = ANY ($1)
         UNION SELECT given, next.id, next.merged_into FROM way JOIN one_documents AS next ON next.id = way.merged_into)
       SELECT given, id FROM way WHERE merged_into IS NULL`,
      [ids],
    );
    return new Map(rows.map(({ given, id }) => [given, id]));
  }

  /** The latest versions of records. */
  async latestVersions(transaction: EntityManager, ids: readonly string[]): Promise<Map<string, OneDocument>> {
    const rows: { record: OneDocument }[] = await transaction.query(
      `SELECT record FROM one_documents JOIN one_document_versions AS made ON made.one_document_id = id AND made.version = one_documents.version
       WHERE id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map(({ record }) => [record.id, record]));
  }

  async saveDrafts(
    transaction: EntityManager,
    drafts: readonly RecordDraft[],
    made: readonly MadeVersion[],
  ): Promise<void> {
    const last = new Map(made.map((version) => [version.record.id, version]));
    const rows = drafts.map((draft) => ({
      id: draft.id,
      version: draft.version,
      state: draft.state,
      merged_into: draft.mergedInto ?? null,
      visible_to: last.get(draft.id)?.visibleTo ?? [],
      brokers: last.get(draft.id)?.brokers ?? [],
      mandates: draft.mandates,
      names_rest_on_tables: last.get(draft.id)?.record.goodsItems.some(restsOnTables) ?? false,
      evidence: draft.evidence,
      candidates: draft.candidates,
    }));
    await transaction.query(
      `INSERT INTO one_documents (id, version, state, merged_into, visible_to, brokers, mandates, names_rest_on_tables, evidence, candidates)
       SELECT id, version, state, merged_into, visible_to, brokers, mandates, names_rest_on_tables, evidence, candidates
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, version integer, state text, merged_into uuid, visible_to text[], brokers text[],
         mandates jsonb, names_rest_on_tables boolean, evidence jsonb, candidates uuid[])
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, merged_into = excluded.merged_into,
         visible_to = excluded.visible_to, brokers = excluded.brokers, mandates = excluded.mandates,
         names_rest_on_tables = excluded.names_rest_on_tables, evidence = excluded.evidence, candidates = excluded.candidates`,
      [JSON.stringify(rows)],
    );
    await this.keepDeclaredAcrossMerges(transaction, drafts);
  }

  /** Customs goes on seeing a declared record under the one it went into. */
  private async keepDeclaredAcrossMerges(transaction: EntityManager, drafts: readonly RecordDraft[]): Promise<void> {
    const merged = drafts.filter(({ mergedInto }) => mergedInto !== undefined).map(({ id }) => id);
    if (merged.length === 0) return;
    await transaction.query(
      `UPDATE one_documents SET declared = true
       WHERE id IN (SELECT merged_into FROM one_documents WHERE id = ANY ($1) AND declared)`,
      [merged],
    );
  }

  async saveVersions(transaction: EntityManager, made: readonly MadeVersion[]): Promise<void> {
    await transaction.query(
      // JSON text has no line breaks of its own; as one text it need not be quoted as an array's element.
      `INSERT INTO one_document_versions (one_document_id, version, changed_at, visible_to, record)
       SELECT id, version, changed_at, ARRAY(SELECT json_array_elements_text(visible_to)), record::json
       FROM ROWS FROM (unnest($1::uuid[]), unnest($2::integer[]), unnest($3::timestamptz[]), unnest($4::json[]), string_to_table($5, E'\\n'))
         AS made (id, version, changed_at, visible_to, record)`,
      [
        made.map(({ record }) => record.id),
        made.map(({ record }) => record.version),
        made.map(({ record }) => record.changedAt),
        made.map(({ visibleTo }) => JSON.stringify(visibleTo)),
        made.map(({ record }) => JSON.stringify(record)).join('\n'),
      ],
    );
    await this.saveGoodsKeys(transaction, made);
  }

  /** What goods a record holds, so that a resolution finds the records it concerns. */
  private async saveGoodsKeys(transaction: EntityManager, made: readonly MadeVersion[]): Promise<void> {
    const keys = made.flatMap(({ record }) => subjectsOf(record).map((subject) => ({ id: record.id, subject })));
    await transaction.query(
      `INSERT INTO goods_keys (one_document_id, subject) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING`,
      [keys.map(({ id }) => id), keys.map(({ subject }) => subject)],
    );
  }

  async insertDocuments(
    transaction: EntityManager,
    placements: readonly (Placement & { readonly allFindings: readonly Finding[] })[],
  ): Promise<void> {
    const rows = placements.map(({ document, oneDocumentId, allFindings }) => ({
      document_id: document.source.documentId,
      one_document_id: oneDocumentId,
      identity: identityOf(document),
      status: document.source.status,
      source: document.source,
      content: document.content,
      findings: allFindings,
      consignment_reference: document.consignmentReference ?? null,
      sender_is_carrier: document.senderIsCarrier,
    }));
    await transaction.query(
      `INSERT INTO held_documents (document_id, one_document_id, identity, status, source, content, findings, consignment_reference, sender_is_carrier)
       SELECT document_id, one_document_id, identity, status, source, content, findings, consignment_reference, sender_is_carrier
       FROM json_to_recordset($1::json) AS row (document_id uuid, one_document_id uuid, identity text, status text, source json,
         content json, findings json, consignment_reference text, sender_is_carrier boolean)`,
      [JSON.stringify(rows)],
    );
    const keys = placements.flatMap(({ document: { source, content, consignmentReference } }) =>
      joinKeysOf(content, consignmentReference).map((key) => ({ ...key, documentId: source.documentId })),
    );
    await transaction.query(
      `INSERT INTO join_keys (document_id, type, value) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])`,
      [keys.map(({ documentId }) => documentId), keys.map(({ type }) => type), keys.map(({ value }) => value)],
    );
  }

  /** Writes the status and the records of documents that were here before. */
  async updateDocuments(transaction: EntityManager, drafts: readonly RecordDraft[]): Promise<void> {
    const rows = drafts.flatMap(({ id, documents }) =>
      documents.map(({ source: { documentId, status }, alsoIn = [] }) => ({
        document_id: documentId,
        one_document_id: id,
        also_in: alsoIn,
        status,
      })),
    );
    await transaction.query(
      `UPDATE held_documents AS held
       SET one_document_id = row.one_document_id, also_in = row.also_in, status = row.status
       FROM jsonb_to_recordset($1::jsonb) AS row (document_id uuid, one_document_id uuid, also_in uuid[], status text)
       WHERE held.document_id = row.document_id
         AND (held.one_document_id, held.also_in, held.status) IS DISTINCT FROM (row.one_document_id, row.also_in, row.status)`,
      [JSON.stringify(rows)],
    );
  }
}

interface TiedRow extends OneDocumentRow {
  /** The records that went into it. */
  readonly tookOver: readonly string[];
}

/** The records of $1, those they share waybills with, those that these share others with, and so on. */
const LOCK_TIED = `
  WITH RECURSIVE tied AS (
    SELECT unnest($1::uuid[]) AS id
    UNION SELECT unnest(one_document_id || also_in) FROM tied JOIN held_documents ON also_in <> '{}' AND (one_document_id = id OR also_in @> ARRAY[id]))
  SELECT id, version, state, merged_into AS "mergedInto", evidence, candidates::text[] AS candidates, mandates, ARRAY(
    WITH RECURSIVE gone AS (
      SELECT before.id FROM one_documents AS before WHERE before.merged_into = one_documents.id
      UNION SELECT before.id FROM gone JOIN one_documents AS before ON before.merged_into = gone.id
    ) SELECT id::text FROM gone) AS "tookOver"
  FROM one_documents WHERE id = ANY (ARRAY(SELECT id FROM tied)) ORDER BY id FOR UPDATE`;

/** Kept in the records of $1, or belonging to one of them. */
const BELONGING = `one_document_id = ANY ($1) OR (also_in <> '{}' AND also_in && $1::uuid[])`;

/** What waits for those of $1, and those of $2. */
const WAITING = `
  WITH RECURSIVE candidates_now AS (
    SELECT unnest($1::uuid[]) AS id
    UNION SELECT before.id FROM candidates_now AS now JOIN one_documents AS before ON before.merged_into = now.id
  )
  SELECT id FROM one_documents WHERE state = 'unjoined' AND candidates && ARRAY(SELECT id FROM candidates_now)
  UNION SELECT unnest($2::uuid[])`;

const toDraft = (row: TiedRow, held: readonly HeldDocumentRow[]): RecordDraft => ({
  id: row.id,
  version: row.version,
  state: row.state,
  ...(row.mergedInto !== null && { mergedInto: row.mergedInto }),
  documents: held.map(toKept),
  evidence: row.evidence,
  candidates: row.candidates,
  mandates: row.mandates,
  tookOver: row.tookOver,
});

const toKept = ({
  source,
  status,
  content,
  senderIsCarrier,
  consignmentReference,
  alsoIn,
}: HeldDocumentRow): KeptDocument => ({
  source: { ...source, status },
  content,
  senderIsCarrier,
  ...(alsoIn.length > 0 && { alsoIn }),
  ...(consignmentReference !== null && { consignmentReference }),
});
