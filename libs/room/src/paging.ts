import { Refusal } from '#domain';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Where in a list a page begins, and how long it is, as they come. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

/** One page of a list; `nextCursor` is null on the last page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** An opaque cursor from the last row's sort values. */
export const encodeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** What a part of a cursor can be. */
export const CURSOR = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /** Fits PostgreSQL's `integer`. */
  small: /^\d{1,9}$/,
  /** Fits its `bigint`. */
  number: /^\d{1,18}$/,
  instant: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/,
  text: /^[^\p{Cc}\p{Cs}]*$/u,
} as const;

/** The sort values of a cursor of ours, each as its part is expected. Refuses anything else (400). */
export function decodeCursor(cursor: string | undefined, parts: readonly RegExp[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const values = parse(cursor);
  if (
    !Array.isArray(values) ||
    values.length !== parts.length ||
    !parts.every((part, index) => typeof values[index] === 'string' && part.test(values[index]))
  ) {
    throw new Refusal('PAGING.CURSOR', 'invalid', {
      en: 'The cursor is not one of ours. Take it unchanged from nextCursor of the page before.',
      zh: '游标不是本系统给出的。请原样使用上一页的 nextCursor。',
    });
  }
  return values as string[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** `?limit=`: 1 to 200, 50 if absent. */
export function readLimit(limit: string | undefined): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  const number = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (number < 1 || number > MAX_LIMIT) {
    throw new Refusal('PAGING.LIMIT', 'invalid', {
      en: `limit must be a whole number from 1 to ${MAX_LIMIT}.`,
      zh: `limit 须为 1 至 ${MAX_LIMIT} 的整数。`,
    });
  }
  return number;
}

/** A page from rows read with `limit + 1`: the extra row only says that there is more. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (last: Row) => readonly string[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
