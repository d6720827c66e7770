import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import type { TimelineItem } from '../show-timeline/timeline-view.js';
import type { StepRow } from '../storage/step.entity.js';

/** What became known of a record at once. */
export interface NewsRow {
  readonly number: string;
  /** The record, or the one it was merged into since. */
  readonly oneDocumentId: string;
  readonly knownAt: Date;
  readonly steps: readonly (Pick<StepRow, 'kind' | 'occursAt' | 'details'> & Pick<TimelineItem, 'certainty'>)[];
}

/** The numbers of the news that is kept. */
export interface NewsKept {
  /** Of the last that was forgotten; 0 if none was. */
  readonly forgotten: bigint;
  readonly last: bigint;
}

/** Reads news as the caller; row-level security shows what is of the caller's records. */
@Injectable()
export class NewsReader {
  constructor(private readonly database: RoomDatabase) {}

  async kept(): Promise<NewsKept> {
    const [row] = await this.database.asRoom((transaction) =>
      transaction.query<{ first: string | null; last: string }[]>(
        'SELECT (SELECT min(number) FROM news) AS first, last FROM news_numbers',
      ),
    );
    const last = BigInt((row as { last: string }).last);
    const first = row?.first ?? null;
    return { forgotten: first === null ? last : BigInt(first) - 1n, last };
  }

  /** Of the numbers after `after` up to `until`, oldest first, `rows` at most. */
  find(caller: Caller, after: bigint, until: bigint, rows: number): Promise<NewsRow[]> {
    return this.database.asViewer(caller, (transaction) =>
      transaction.query(FIND, [String(after), String(until), rows]),
    );
  }
}

/** A step that a later version or statement took the place of is no news any more. */
const FIND = `
  SELECT number, record_of(news.one_document_id) AS "oneDocumentId", known_at AS "knownAt",
         (SELECT coalesce(json_agg(json_build_object('kind', kind, 'occursAt', occurs_at, 'details', details, 'certainty',
                                                     CASE WHEN is_withdrawn(step_id) THEN 'withdrawn' ELSE certainty END)
                                   ORDER BY sorts_at, position, step_id), '[]')
          FROM steps WHERE step_id = ANY (news.step_ids)) AS steps
  FROM news WHERE number > $1 AND number <= $2 ORDER BY number LIMIT $3`;
