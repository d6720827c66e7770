import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import type { JoinEvidence, SourceDocument } from '#domain';
import { CURSOR, decodeCursor, pageOf, readLimit, type Page, type PageQuery } from '#room';
import { ReadRecordsService, uuidOf } from '../read-records/read-records.service.js';

/** A record that waits to join another, as that one's parties are told of it: enough to say whether it belongs there, and no more. */
export interface WaitingRecord {
  readonly oneDocumentId: string;
  readonly transportDocuments: readonly Pick<SourceDocument, 'kind' | 'number' | 'sentBy' | 'receivedAt'>[];
  /** What it shares with the record that is asked about. */
  readonly evidence: readonly Pick<JoinEvidence, 'by' | 'value'>[];
}

@Injectable()
export class WaitingRecordsService {
  constructor(
    private readonly database: RoomDatabase,
    private readonly records: ReadRecordsService,
  ) {}

  /** What waits for a word of the record's parties and is not cancelled since, in the order in which it came. Customs, who sees a declared record, is no party to it. */
  async waitingFor(caller: Caller, id: string, { cursor, limit }: PageQuery): Promise<Page<WaitingRecord>> {
    await this.records.one(caller, id);
    const size = readLimit(limit);
    const [after] = decodeCursor(cursor, [CURSOR.uuid]) ?? [null];
    const rows = await this.database.asRoom((transaction) =>
      transaction.query<WaitingRecord[]>(WAITING, [uuidOf(id), caller.party, after, size + 1]),
    );
    return pageOf(rows, size, ({ oneDocumentId }) => [oneDocumentId]);
  }
}

/** Candidates may have gone into the record since. Evidence may be of another candidate, or of the others' goods under a waybill that the record shares. */
const WAITING = `
  WITH RECURSIVE asked AS (
    SELECT id FROM one_documents WHERE id = $1 AND $2 = ANY (visible_to) AND $2 <> ALL (brokers)
    UNION SELECT before.id FROM asked JOIN one_documents AS before ON before.merged_into = asked.id
  ), waiting AS (
    SELECT id, evidence FROM one_documents
    WHERE state = 'unjoined' AND candidates && ARRAY(SELECT id FROM asked) AND ($3::uuid IS NULL OR id > $3)
      AND EXISTS (SELECT FROM held_documents WHERE one_document_id = one_documents.id AND status = 'current') ORDER BY id LIMIT $4
  )
  SELECT waiting.id AS "oneDocumentId",
    (SELECT jsonb_agg(jsonb_build_object('kind', source->>'kind', 'number', source->>'number', 'sentBy', source->>'sentBy',
        'receivedAt', source->>'receivedAt') ORDER BY document_id)
     FROM held_documents WHERE one_document_id = waiting.id AND status = 'current') AS "transportDocuments",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('by', shared.by, 'value', value) ORDER BY place), '[]')
     FROM ROWS FROM (jsonb_to_recordset(evidence) AS (by text, value text, "documentIds" text[])) WITH ORDINALITY
       AS shared (by, value, "documentIds", place)
     WHERE EXISTS (SELECT FROM held_documents
       WHERE one_document_id = $1 AND also_in = '{}' AND document_id::text = ANY (shared."documentIds"))) AS evidence
  FROM waiting ORDER BY waiting.id`;
