import { Injectable } from '@nestjs/common';
import { RoomDatabase, type Viewer } from '#database';
import { newsOf, type NewsItem, type NewsRow } from './news-view.js';

/** So many numbers are looked through at a time, whoever's they are. */
const WINDOW = 2_000n;

/** The numbers of the news that is kept. */
export interface NewsKept {
  /** Of the last that was forgotten; 0 if none was. */
  readonly forgotten: bigint;
  readonly last: bigint;
}

/** News, and the last number that was looked at. */
export interface NewsRead {
  readonly items: readonly NewsItem[];
  readonly readTo: bigint;
}

/** Reads news as a viewer; row-level security shows what is of the viewer's records. */
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

  /** The oldest news after a number up to `last`, of `size` records at most. */
  async next(viewer: Viewer, after: bigint, last: bigint, size: number): Promise<NewsRead> {
    const until = after + WINDOW < last ? after + WINDOW : last;
    const rows = await this.find(viewer, after, until, size);
    const end = rows.length < size ? undefined : rows.at(-1)?.number;
    return { items: rows.flatMap(newsOf), readTo: end === undefined ? until : BigInt(end) };
  }

  /** All news after a number up to another that `next` gave. */
  async between(viewer: Viewer, after: bigint, readTo: bigint): Promise<NewsRead> {
    return { items: (await this.find(viewer, after, readTo, null)).flatMap(newsOf), readTo };
  }

  private find(viewer: Viewer, after: bigint, until: bigint, rows: number | null): Promise<NewsRow[]> {
    return this.database.asViewer(viewer, (transaction) =>
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
