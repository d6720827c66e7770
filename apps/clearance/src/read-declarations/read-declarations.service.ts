import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { CURSOR, decodeCursor, pageOf, readChoice, readLimit, type Page, type PageQuery } from '#room';
import { DECLARATION_STATUSES, type DeclarationStatus } from '../answer-declaration/answer.js';
import { declarationNotFound } from '../lodge-declaration/refusals.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import {
  type DeclarationSummary,
  type DeclarationView,
  declarationSummary,
  withoutDuties,
} from './declaration-view.js';
import { findDeclaration, viewOf } from './stored-declarations.js';

/** The query of a list, as it comes. */
export interface ListQuery extends PageQuery {
  readonly status?: string;
  /** `true`: those that the record has moved away from. */
  readonly outdated?: string;
  /** `pending`: those whose declarant waits for customs' decision on an amendment or a cancellation. */
  readonly request?: string;
  /** The one that customs gave this number. */
  readonly customsNumber?: string;
}

/** Row-level security decides who sees what. */
@Injectable()
export class ReadDeclarations {
  constructor(private readonly database: RoomDatabase) {}

  async read(id: string, viewer: Caller): Promise<DeclarationView> {
    return this.database.asViewer(viewer, async (transaction) => {
      const stored = await findDeclaration(transaction, id);
      if (stored === null) throw declarationNotFound();
      const view = await viewOf(transaction, stored);
      return isTheirs(stored, viewer) ? view : withoutDuties(view);
    });
  }

  /** The newest first. */
  async list(
    { status, outdated, request, customsNumber, cursor, limit }: ListQuery,
    viewer: Caller,
  ): Promise<Page<DeclarationSummary>> {
    const size = readLimit(limit);
    const [before] = decodeCursor(cursor, [CURSOR.uuid]) ?? [];
    const wanted = {
      status: readChoice('status', status, DECLARATION_STATUSES, 'CLEARANCE.STATUS'),
      outdated: readChoice('outdated', outdated, ['true', 'false'], 'CLEARANCE.OUTDATED'),
      request: readChoice('request', request, ['pending'], 'CLEARANCE.REQUEST'),
      customsNumber,
    };
    const rows = await this.database.asViewer(
      viewer,
      (transaction) => rowsOf(transaction, viewer, wanted, before, size + 1),
      'force_custom_plan',
    );
    return pageOf(rows.map(declarationSummary), size, ({ declarationId }) => [declarationId]);
  }
}

/** Customs, who declared, and for whom. */
const isTheirs = ({ declarant, principal }: StoredDeclaration, { party, role }: Caller): boolean =>
  role === 'customs' || party === declarant || party === principal;

interface Wanted {
  readonly status: DeclarationStatus | undefined;
  readonly outdated: 'true' | 'false' | undefined;
  readonly request: 'pending' | undefined;
  readonly customsNumber: string | undefined;
}

/** Without the declarations themselves, which are large. Ids are in the order of making. */
function rowsOf(
  transaction: EntityManager,
  { party, role }: Caller,
  { status, outdated, request, customsNumber }: Wanted,
  before: string | undefined,
  count: number,
) {
  const query = transaction
    .createQueryBuilder(StoredDeclaration, 'stored')
    .select(SUMMARY_COLUMNS)
    .orderBy('stored.id', 'DESC')
    .limit(count);
  if (role !== 'customs') query.andWhere(SEEN_BY, { party });
  if (status !== undefined) query.andWhere('stored.status = :status', { status });
  if (outdated !== undefined) query.andWhere(outdated === 'true' ? 'stored.outdated' : 'NOT stored.outdated');
  if (request !== undefined) query.andWhere(HAS_PENDING);
  if (customsNumber !== undefined) query.andWhere('stored.customsNumber = :customsNumber', { customsNumber });
  if (before !== undefined) query.andWhere('stored.id < :before', { before });
  return query.getMany();
}

/** Row-level security says so too, but the planner may look up only of this how many declarations it finds: few in an index, many from the newest on. */
const SEEN_BY = '(:party = stored.declarant OR :party = ANY (stored.visibleTo))';

const HAS_PENDING = `stored.id IN (SELECT declaration_id FROM declaration_requests WHERE status = 'pending')`;

const SUMMARY_COLUMNS = [
  'id',
  'oneDocumentId',
  'oneDocumentVersion',
  'type',
  'mode',
  'status',
  'declarant',
  'outdated',
  'principal',
  'customsNumber',
  'lodgedAt',
  'changedAt',
].map((column) => `stored.${column}`);
