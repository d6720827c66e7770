import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { manifestXml } from '#formats';
import { CURSOR, decodeCursor, pageOf, readChoice, readLimit, type Page, type PageQuery } from '#room';
import { MANIFEST_STATUSES, type ManifestStatus } from '../answer-manifest/receipt.js';
import { manifestNotFound } from '../send-manifest/manifest-refusals.js';
import { findMessage } from '../send-manifest/manifest-register.js';
import { StoredManifest } from '../storage/manifest.entity.js';
import { manifestSummary, manifestViewOf, type ManifestSummary, type ManifestView } from './manifest-view.js';

/** The query of a list, as it comes. */
export interface ManifestQuery extends PageQuery {
  readonly oneDocument?: string;
  readonly status?: string;
}

/** Row-level security decides who sees what: the sender and customs. */
@Injectable()
export class ReadManifests {
  constructor(private readonly database: RoomDatabase) {}

  async read(messageId: string, viewer: Caller): Promise<ManifestView> {
    return this.database.asViewer(viewer, async (transaction) =>
      manifestViewOf(transaction, await found(transaction, messageId)),
    );
  }

  /** The message itself, as it was sent. */
  async message(messageId: string, viewer: Caller): Promise<Buffer> {
    return this.database.asViewer(viewer, async (transaction) =>
      manifestXml((await found(transaction, messageId)).message),
    );
  }

  /** The newest first. */
  async list({ oneDocument, status, cursor, limit }: ManifestQuery, viewer: Caller): Promise<Page<ManifestSummary>> {
    const size = readLimit(limit);
    const [before] = decodeCursor(cursor, [CURSOR.uuid]) ?? [];
    const wanted = readChoice('status', status, MANIFEST_STATUSES, 'CLEARANCE.STATUS');
    const rows = await this.database.asViewer(viewer, (transaction) =>
      rowsOf(transaction, { oneDocument, status: wanted, before }, size + 1),
    );
    const { items, nextCursor } = pageOf(rows, size, ({ id }) => [id]);
    return { items: items.map(manifestSummary), nextCursor };
  }
}

interface Wanted {
  readonly oneDocument: string | undefined;
  readonly status: ManifestStatus | undefined;
  readonly before: string | undefined;
}

async function found(transaction: EntityManager, messageId: string): Promise<StoredManifest> {
  const stored = await findMessage(transaction, messageId);
  if (stored === null) throw manifestNotFound();
  return stored;
}

function rowsOf(transaction: EntityManager, { oneDocument, status, before }: Wanted, count: number) {
  const query = transaction.createQueryBuilder(StoredManifest, 'stored').orderBy('stored.id', 'DESC').limit(count);
  if (oneDocument !== undefined) query.andWhere('stored.oneDocumentId = :oneDocument', { oneDocument });
  if (status !== undefined) query.andWhere('stored.status = :status', { status });
  if (before !== undefined) query.andWhere('stored.id < :before', { before });
  return query.getMany();
}
