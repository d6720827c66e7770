import { parse } from 'csv-parse/sync';
import type { SchemeRow, TableScheme } from '#crosswalk';
import type { Finding } from '#domain';
import { checkRow, type Line } from './check-row.js';
import { noCodeColumn, notCsv, notUtf8, twice, unknownColumn } from './table-findings.js';

/** What a file with a table says. Its path in a finding is `/<line of the file>/<column>`. */
export interface ReadTable {
  readonly rows: readonly SchemeRow[];
  readonly findings: readonly Finding[];
}

const COLUMNS = ['code', 'nameZh', 'nameRu', 'nameEn', 'hs'];

/** The lines of a CSV file (RFC 4180, UTF-8, first line the names of the columns), or what keeps it from being one. */
export function linesOf(content: Buffer): { readonly lines: readonly Line[]; readonly findings: readonly Finding[] } {
  const text = utf8(content);
  if (text === undefined) return { lines: [], findings: [notUtf8] };
  try {
    let columns: string[] = [];
    const rows = parse<{ record: Line['row']; info: { lines: number } }>(text, {
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      columns: (names: string[]) => (columns = names),
    });
    const lines = rows.map(({ record, info }) => ({ row: record, line: info.lines }));
    return { lines, findings: checkColumns(columns) };
  } catch (error) {
    return { lines: [], findings: [notCsv(error as Error & { lines?: number })] };
  }
}

function utf8(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

function checkColumns(columns: readonly string[]): Finding[] {
  const unknown = columns.filter((name) => !COLUMNS.includes(name)).map(unknownColumn);
  return columns.includes('code') ? unknown : [noCodeColumn, ...unknown];
}

/** Checks lines one by one. `seen`: the codes of the lines before, with their lines. */
export function readLines(scheme: TableScheme, lines: readonly Line[], seen: Map<string, number>): ReadTable {
  const read = lines.map((line) => {
    const { row, findings } = checkRow(scheme, line);
    const first = seen.get(row.code);
    if (first === undefined) seen.set(row.code, line.line);
    return { row, findings: first === undefined ? findings : [...findings, twice(line.line, row.code, first)] };
  });
  return { rows: read.map(({ row }) => row), findings: read.flatMap(({ findings }) => findings) };
}
