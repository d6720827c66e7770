import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Bilingual } from '#domain';
import type { ResponseStatus } from './answer.js';

/** What customs says by a code of its receipts (回执). */
export interface ChannelCode {
  readonly code: string;
  readonly text: Bilingual;
  /** The step it takes; absent where it moves nothing. */
  readonly response?: ResponseStatus;
  /** Its step, or that it takes none, rests on its words alone. */
  readonly isUnverified: boolean;
}

/** The table in `data/channel-codes.csv`, by code; where it comes from, and what it does not know, stands in SOURCE.md beside it. */
export function loadChannelCodes(): ReadonlyMap<string, ChannelCode> {
  const csv = readFileSync(new URL('./data/channel-codes.csv', import.meta.url), 'utf8');
  const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
  return new Map(
    rows.map(({ code = '', zh = '', en = '', response = '', unverified = '' }) => [
      code,
      {
        code,
        text: { en, zh },
        ...(response !== '' && { response: response as ResponseStatus }),
        isUnverified: unverified !== '',
      },
    ]),
  );
}
