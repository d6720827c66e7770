import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
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

  find(caller: Caller, documentId: string): Promise<DocumentRow | null> {
    return this.database.asViewer(caller, (transaction) => transaction.findOneBy(DocumentRow, { documentId }));
  }

  findOriginal(caller: Caller, documentId: string): Promise<Buffer | undefined> {
    return this.database.asViewer(
      caller,
      async (transaction) => (await transaction.findOneBy(OriginalRow, { documentId }))?.bytes,
    );
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
}
