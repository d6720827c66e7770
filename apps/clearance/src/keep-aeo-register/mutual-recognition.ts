import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One economy whose AEO certificates China recognises. Days are `2024-10-31`. */
export interface Arrangement {
  readonly economy: string;
  /** ISO countries it stands for: itself, or the members of a union. */
  readonly members: readonly string[];
  /** The first day it was in force; where no source says so, the first on which it is known to have been. */
  readonly from: string;
  readonly to?: string;
}

/** The table in `data/mutual-recognition.csv`; where it comes from, and what it does not know, stands in SOURCE.md beside it. */
export function loadArrangements(): readonly Arrangement[] {
  const csv = readFileSync(new URL('./data/mutual-recognition.csv', import.meta.url), 'utf8');
  const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
  return rows.map(({ economy = '', members = '', from = '', knownInForceOn = '', to = '' }) => ({
    economy,
    members: members === '' ? [economy] : members.split(' '),
    from: from === '' ? knownInForceOn : from,
    ...(to !== '' && { to }),
  }));
}

/** The economies a country's certificates may be recognised under: itself and the union it is a member of. */
export const economiesOf = (country: string, arrangements: readonly Arrangement[]): string[] => [
  country,
  ...arrangements
    .filter(({ economy, members }) => economy !== country && members.includes(country))
    .map(({ economy }) => economy),
];

/** Whether an arrangement with the country's economy is known to be in force on the day. */
export const isArranged = (country: string, day: string, arrangements: readonly Arrangement[]): boolean =>
  arrangements.some(
    ({ members, from, to }) => members.includes(country) && from <= day && (to === undefined || day <= to),
  );
