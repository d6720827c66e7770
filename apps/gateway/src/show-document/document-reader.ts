import { Injectable } from '@nestjs/common';
import { LessThan, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { DocumentRow, type DocumentStatus } from '../storage/document.entity.js';
import { OriginalRow } from '../storage/original.entity.js';

export interface ListQuery {
  readonly status: DocumentStatus | undefined;
  /** Only documents before this one. */
  readonly before: string | undefined;
  readonly rows: number;
}

/** Reads documents as their sender; to everybody else row-level security shows nothing. */
@Injectable()
export class DocumentReader {
  constructor(private readonly database: RoomDatabase) {}

  /** Refuses (404) what the caller did not send. */
  read(caller: Caller, documentId: string): Promise<DocumentRow> {
    return this.one(caller, DocumentRow, documentId);
  }

  /** The bytes as they came; refuses likewise. */
  async readOriginal(caller: Caller, documentId: string): Promise<Buffer> {
    return (await this.one(caller, OriginalRow, documentId)).bytes;
  }

  /** Newest first. */
  list(caller: Caller, { status, before, rows }: ListQuery): Promise<DocumentRow[]> {
    return this.database.asViewer(caller, (transaction) =>
      transaction.find(DocumentRow, {
        where: {
          party: caller.party,
          ...(status && { status }),
          ...(before !== undefined && { documentId: LessThan(before) }),
        },
        order: { documentId: 'DESC' },
        take: rows,
      }),
    );
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
  new Refusal('DOCUMENT.NOT_FOUND', 'not-found', 'There is no such document among those you sent.');
