import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { CURSOR, decodeCursor, pageOf, readLimit, type Page, type PageQuery } from '#room';
import { mandateNotFound } from '../give-mandate/mandate-refusals.js';
import { StoredMandate } from '../storage/mandate.entity.js';
import { mandateView, type MandatedDeclaration, type MandateView } from './mandate-view.js';

/** The query of a list, as it comes. */
export interface MandateQuery extends PageQuery {
  readonly oneDocument?: string;
}

/** Row-level security decides who sees what: the principal and the broker. */
@Injectable()
export class ReadMandates {
  constructor(private readonly database: RoomDatabase) {}

  async read(id: string, viewer: Caller): Promise<MandateView> {
    return this.database.asViewer(viewer, async (transaction) => {
      const stored = isUuid(id) ? await transaction.getRepository(StoredMandate).findOneBy({ id }) : null;
      if (stored === null) throw mandateNotFound();
      const [view] = (await viewsOf(transaction, [stored])) as [MandateView];
      return view;
    });
  }

  /** The newest first. */
  async list({ oneDocument, cursor, limit }: MandateQuery, viewer: Caller): Promise<Page<MandateView>> {
    const size = readLimit(limit);
    const [before] = decodeCursor(cursor, [CURSOR.uuid]) ?? [];
    const rows = await this.database.asViewer(
      viewer,
      async (transaction) => viewsOf(transaction, await rowsOf(transaction, viewer, oneDocument, before, size + 1)),
      'force_custom_plan',
    );
    return pageOf(rows, size, ({ mandateId }) => [mandateId]);
  }
}

function rowsOf(
  transaction: EntityManager,
  { party }: Caller,
  oneDocument: string | undefined,
  before: string | undefined,
  count: number,
): Promise<StoredMandate[]> {
  const query = transaction
    .createQueryBuilder(StoredMandate, 'stored')
    .where(':party IN (stored.principal, stored.broker)', { party })
    .orderBy('stored.id', 'DESC')
    .limit(count);
  if (oneDocument !== undefined) query.andWhere('stored.oneDocumentId = :oneDocument', { oneDocument });
  if (before !== undefined) query.andWhere('stored.id < :before', { before });
  return query.getMany();
}

async function viewsOf(transaction: EntityManager, mandates: readonly StoredMandate[]): Promise<MandateView[]> {
  const made: (MandatedDeclaration & { mandateId: string })[] = await transaction.query(LATEST_DECLARATIONS, [
    mandates.map(({ id }) => id),
  ]);
  const byMandate = new Map(made.map(({ mandateId, ...declaration }) => [mandateId, declaration]));
  return mandates.map((mandate) => mandateView(mandate, byMandate.get(mandate.id)));
}

const LATEST_DECLARATIONS = `
  SELECT DISTINCT ON (mandate_id) mandate_id AS "mandateId", id AS "declarationId", status
  FROM declarations WHERE mandate_id = ANY ($1) ORDER BY mandate_id, id DESC`;
