import { knownHsPrefix, type SchemeRow, type TableScheme } from '#crosswalk';
import type { Finding } from '#domain';
import { SCHEMES } from './schemes.js';
import { codeShape, hsUnknown, nameTooLong, noName, notInHs } from './table-findings.js';

/** A line of the file with its number, from 1; the names of the columns are line 1. */
export interface Line {
  readonly line: number;
  readonly row: Readonly<Record<string, string | undefined>>;
}

const NAMES = ['nameZh', 'nameRu', 'nameEn'] as const;
const MAX_NAME = 1000;

/** The row a line says, and all that is wrong with it. */
export function checkRow(scheme: TableScheme, { line, row }: Line): { row: SchemeRow; findings: Finding[] } {
  const code = (row['code'] ?? '').replace(/[\s.]/g, '');
  const names = NAMES.flatMap((column) => (row[column] ? [[column, row[column]] as const] : []));
  const leadsTo = (row['hs'] ?? '')
    .split(/[\s;]+/)
    .filter(Boolean)
    .map((text) => text.replaceAll('.', ''));
  return {
    row: { code, ...Object.fromEntries(names), ...(leadsTo.length > 0 && { hs: leadsTo }) },
    findings: [
      ...checkCode(scheme, code, line),
      ...(names.length === 0 ? [noName(line)] : []),
      ...names.filter(([, name]) => name.length > MAX_NAME).map(([column]) => nameTooLong(line, column, MAX_NAME)),
      ...leadsTo.filter((prefix) => !isInHs(prefix)).map((prefix) => hsUnknown(line, prefix)),
    ],
  };
}

function checkCode(scheme: TableScheme, code: string, line: number): Finding[] {
  const { code: shape, digits, beginsWithHs } = SCHEMES[scheme];
  if (!shape.test(code)) return [codeShape(line, scheme, digits)];
  if (beginsWithHs === 'never' || isInHs(code.slice(0, 6)) || code.startsWith('99')) return [];
  return [notInHs(line, code.slice(0, 6), beginsWithHs === 'always' ? 'error' : 'warning')];
}

/** Whether HS has the chapter, heading or subheading with which a code of up to ten digits begins. */
const isInHs = (prefix: string): boolean =>
  /^(\d{2}|\d{4}|\d{6,10})$/.test(prefix) && knownHsPrefix(prefix) === prefix.slice(0, 6);
