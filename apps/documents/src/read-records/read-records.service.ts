import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase, seenBy, type Plans } from '#database';
import { Refusal, normaliseContainerNumber, type OneDocument } from '#domain';
import { CURSOR, decodeCursor, pageOf, readChoice, readLimit, type Page, type PageQuery } from '#room';
import { toldTo } from './told-join.js';

/** What records are looked up by; several together must all fit. */
export interface RecordSearch extends PageQuery {
  readonly container?: string;
  readonly transportDocument?: string;
  readonly booking?: string;
  /** Party code. */
  readonly party?: string;
  readonly state?: string;
}

export interface VersionSummary {
  readonly version: number;
  readonly changedAt: string;
  readonly change: OneDocument['change'];
  readonly state: OneDocument['state'];
}

/** Merged records are found under the one their documents went into. */
const SOUGHT_STATES = ['open', 'unjoined', 'cancelled'] as const;

const LATEST =
  'one_documents JOIN one_document_versions AS made ON made.one_document_id = id AND made.version = one_documents.version';

/** Records as a caller may see them. What the caller may not see is not found. */
@Injectable()
export class ReadRecordsService {
  constructor(private readonly database: RoomDatabase) {}

  async one(caller: Caller, id: string): Promise<OneDocument> {
    const [record] = await this.records(caller, `SELECT record FROM ${LATEST} WHERE id = $1`, [uuidOf(id)]);
    return record ?? notFound();
  }

  async version(caller: Caller, id: string, version: string): Promise<OneDocument> {
    const [record] = await this.records(
      caller,
      'SELECT record FROM one_document_versions WHERE one_document_id = $1 AND version = $2',
      [uuidOf(id), /^[1-9]\d{0,8}$/.test(version) ? version : notFound()],
    );
    return record ?? notFound();
  }

  async versions(caller: Caller, id: string, { cursor, limit }: PageQuery): Promise<Page<VersionSummary>> {
    const size = readLimit(limit);
    const [below] = decodeCursor(cursor, [CURSOR.number]) ?? ['2147483647'];
    const rows = await this.query<VersionSummary>(
      caller,
      `SELECT version, record->>'changedAt' AS "changedAt", record->'change' AS change, record->>'state' AS state
       FROM one_document_versions WHERE one_document_id = $1 AND version < $2::bigint ORDER BY version DESC LIMIT $3`,
      [uuidOf(id), below, size + 1],
    );
    if (rows.length === 0 && cursor === undefined) notFound();
    return pageOf(rows, size, ({ version }) => [String(version)]);
  }

  /** Newest first. Records that went into another are left out; theirs is found instead. */
  async find(caller: Caller, search: RecordSearch): Promise<Page<OneDocument>> {
    const size = readLimit(search.limit);
    const [before] = decodeCursor(search.cursor, [CURSOR.uuid]) ?? [null];
    const state = readChoice('state', search.state, SOUGHT_STATES, 'ONE_DOCUMENT.STATE_UNKNOWN');
    const keys = wantedKeys(search);
    const records = await this.records(
      caller,
      `SELECT record FROM ${LATEST}
       WHERE state <> 'merged' AND ($1::uuid IS NULL OR id < $1)
         AND ($2::text IS NULL OR $2 = ANY (one_documents.visible_to)) AND ($3::text IS NULL OR state = $3) ${SEEN_BY} ${keys ? WITH_ALL_KEYS : ''}
       ORDER BY id DESC LIMIT $5`,
      [before, search.party ?? null, state ?? null, seenBy(caller), size + 1, ...(keys ?? [])],
      'force_custom_plan',
    );
    return pageOf(records, size, ({ id }) => [id]);
  }

  private records(caller: Caller, sql: string, values: readonly unknown[], plans?: Plans): Promise<OneDocument[]> {
    const read = async (transaction: EntityManager): Promise<OneDocument[]> => {
      const rows: { record: OneDocument }[] = await transaction.query(sql, [...values]);
      const records = rows.map(({ record }) => record);
      return toldTo(caller, records, transaction);
    };
    return this.database.asViewer(caller, read, plans);
  }

  private query<Row>(caller: Caller, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.asViewer(caller, (transaction) => transaction.query(sql, [...values]));
  }
}

/** Row-level security says so too, but the planner may look up only of this how many records it finds: few in an index, many from the newest on. */
const SEEN_BY = 'AND ($4::text IS NULL OR $4 = ANY (one_documents.visible_to))';

/** Their ids are found first, so that not every record is asked for its keys until a page is full. */
const WITH_ALL_KEYS = `AND id = ANY (ARRAY(
  SELECT record
  FROM unnest($6::text[], $7::text[]) AS wanted (type, value) JOIN join_keys USING (type, value) JOIN held_documents USING (document_id),
    unnest(one_document_id || also_in) AS record
  GROUP BY record HAVING count(DISTINCT type) = cardinality($6)))`;

/** Types and values; undefined where none is asked for. */
function wantedKeys({ container, transportDocument, booking }: RecordSearch): [string[], string[]] | undefined {
  const wanted = Object.entries({
    container: container && normaliseContainerNumber(container),
    transportDocument,
    booking,
  });
  const given = wanted.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? undefined : [given.map(([type]) => type), given.map(([, value]) => value)];
}

/** In lower case, as ids are kept. */
export const uuidOf = (text: string): string => (CURSOR.uuid.test(text) ? text.toLowerCase() : notFound());

export function notFound(): never {
  throw new Refusal('ONE_DOCUMENT.NOT_FOUND', 'not-found', {
    en: 'There is no such record, or it is not one of yours.',
    zh: '没有这一记录，或它不属于您。',
  });
}
