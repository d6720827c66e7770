import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { Refusal, type Finding } from '#domain';
import { DocumentRow, type DocumentStatus } from '../storage/document.entity.js';
import { OriginalRow } from '../storage/original.entity.js';

export interface ListQuery {
  readonly status: DocumentStatus | undefined;
  /** Only documents before this one. */
  readonly before: string | undefined;
  readonly rows: number;
}

export interface MessagesQuery {
  readonly interchangeId: string;
  readonly status: DocumentStatus | undefined;
  /** Only messages behind this position. */
  readonly after: number;
  readonly rows: number;
}

/** What became of an interchange's messages so far. */
export interface MessageCounts {
  readonly accepted: number;
  readonly rejected: number;
}

/** Reads documents as their sender; to everybody else row-level security shows nothing. */
@Injectable()
export class DocumentReader {
  constructor(private readonly database: RoomDatabase) {}

  /** Refuses (404) what the caller did not send. */
  read(caller: Caller, documentId: string): Promise<DocumentRow> {
    return this.one(caller, DocumentRow, documentId);
  }

  /** The bytes as they came: a message's are those of its interchange. Refuses likewise. */
  async readOriginal(caller: Caller, { documentId, interchangeId }: DocumentRow): Promise<Buffer> {
    return (await this.one(caller, OriginalRow, interchangeId ?? documentId)).bytes;
  }

  /** What was handed in, newest first. */
  list(caller: Caller, { status, before, rows }: ListQuery): Promise<DocumentRow[]> {
    return this.database.asViewer(
      caller,
      (transaction) =>
        transaction.find(DocumentRow, {
          where: {
            party: caller.party,
            interchangeId: IsNull(),
            ...(status && { status }),
            ...(status === 'rejected' && { mayComeAgain: true }),
            ...(before !== undefined && { documentId: LessThan(before) }),
          },
          order: { documentId: 'DESC' },
          take: rows,
        }),
      'force_custom_plan',
    );
  }

  /** The messages of an interchange that have been checked, in its order. */
  messages(caller: Caller, { interchangeId, status, after, rows }: MessagesQuery): Promise<DocumentRow[]> {
    return this.database.asViewer(caller, (transaction) =>
      transaction.find(DocumentRow, {
        where: { interchangeId, ...(status && { status }), position: MoreThan(after) },
        order: { position: 'ASC' },
        take: rows,
      }),
    );
  }

  /** What was found in an interchange's messages, or in that at one position, where anything was. */
  async messageFindings(
    caller: Caller,
    interchangeId: string,
    position: number | null,
  ): Promise<Map<number, Finding[]>> {
    const rows: { position: number; findings: Finding[] }[] = await this.database.asViewer(caller, (transaction) =>
      transaction.query(
        `SELECT position, findings FROM documents
         WHERE interchange_id = $1 AND ($2::integer IS NULL OR position = $2) AND findings <> '[]'`,
        [interchangeId, position],
      ),
    );
    return new Map(rows.map((row) => [row.position, row.findings]));
  }

  /** By interchange. */
  async countMessages(caller: Caller, documents: readonly DocumentRow[]): Promise<Map<string, MessageCounts>> {
    const ids = documents.filter(({ messages }) => messages !== null).map(({ documentId }) => documentId);
    if (ids.length === 0) return new Map();
    const rows: (MessageCounts & { id: string })[] = await this.database.asViewer(caller, (transaction) =>
      transaction.query(
        `SELECT interchange_id AS id, count(*) FILTER (WHERE status = 'accepted')::integer AS accepted,
                count(*) FILTER (WHERE status = 'rejected')::integer AS rejected
         FROM documents WHERE interchange_id = ANY ($1) GROUP BY interchange_id`,
        [ids],
      ),
    );
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }

  private async one<Row extends DocumentRow | OriginalRow>(
    caller: Caller,
    rows: EntityTarget<Row>,
    documentId: string,
  ): Promise<Row> {
    const row = isUuid(documentId)
      ? await this.database.asViewer(caller, (transaction) =>
          transaction.findOneBy(rows, { documentId } as FindOptionsWhere<Row>),
        )
      : null;
    if (!row) throw notFound();
    return row;
  }
}

const notFound = (): Refusal =>
  new Refusal('DOCUMENT.NOT_FOUND', 'not-found', {
    en: 'There is no such document among those you sent.',
    zh: '您提交的单证中没有这一份。',
  });
