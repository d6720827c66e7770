import type { SchemeRow, SchemeTable, TableScheme } from '../../crosswalk.js';
import { knownHsPrefix } from '../../hs-list.js';
import { codeKey, nameKey } from '../../subject.js';
import { NameIndex } from '../names/name-index.js';
import type { NamedKind } from '../names/named-kind.js';
import { shippedNames } from '../names/shipped-names.js';

/** A table that a user loaded, ready for questions. */
export class LoadedTable {
  readonly scheme: TableScheme;
  /** `ETSNG 2024-07` */
  readonly title: string;
  readonly index = new NameIndex(shippedNames().reader);
  private readonly byCode = new Map<string, SchemeRow>();
  private readonly digits = new Set<number>();
  private readonly names = new Set<string>();
  private readonly kindsByHs = new Map<string, LoadedKind[]>();

  constructor({ scheme, edition, rows }: SchemeTable) {
    this.scheme = scheme;
    this.title = `${scheme} ${edition}`;
    for (const row of rows) this.take(row);
  }

  rowOf(code: string): SchemeRow | undefined {
    return this.byCode.get(codeKey(code));
  }

  /** HS codes, or beginnings of such, that a code leads to; of a China rail code without a row of its own those of its group, then its class. */
  hsOf(code: string): readonly string[] {
    const key = codeKey(code);
    const ways = this.scheme === 'CN-RAIL' ? [key, ...parentsOf(key)] : [key];
    const row = ways.map((way) => this.byCode.get(way)).find((found) => found?.hs?.length);
    return row === undefined ? [] : hsOfRow(this.scheme, row);
  }

  hasDigits(digits: number): boolean {
    return this.digits.has(digits);
  }

  hasName(text: string): boolean {
    return this.names.has(nameKey(text));
  }

  /** Rows that lead to the subheading or to its heading. */
  leadingTo(hs6: string): readonly LoadedKind[] {
    return this.kindsByHs.get(hs6) ?? this.kindsByHs.get(hs6.slice(0, 4)) ?? [];
  }

  private leadTo(hs: string, kind: LoadedKind): void {
    const kinds = this.kindsByHs.get(hs);
    if (kinds === undefined) this.kindsByHs.set(hs, [kind]);
    else kinds.push(kind);
  }

  private take(row: SchemeRow): void {
    const code = codeKey(row.code);
    this.byCode.set(code, row);
    this.digits.add(code.length);
    const hs = hsOfRow(this.scheme, row);
    if (hs.length === 0) return;
    const kind: LoadedKind = { ...row, code, codes: hs, table: this.title };
    for (const each of hs) this.leadTo(each, kind);
    for (const text of [row.nameZh, row.nameRu, row.nameEn]) {
      if (text === undefined || text === '') continue;
      this.names.add(nameKey(text));
      this.index.add({ text, origin: 'loaded', kind });
    }
  }
}

export interface LoadedKind extends NamedKind {
  readonly code: string;
}

const parentsOf = (code: string): string[] => [4, 2].map((digits) => code.slice(0, digits).padEnd(7, '0'));

/** Tariffs and GNG begin with HS; the other lists lead there only by what their rows say. */
function hsOfRow(scheme: TableScheme, { code, hs }: SchemeRow): readonly string[] {
  if (hs !== undefined && hs.length > 0) return [...new Set(hs.map((each) => codeKey(each).slice(0, 6)))];
  if (scheme === 'ETSNG' || scheme === 'CN-RAIL' || scheme === 'NAMES') return [];
  const prefix = knownHsPrefix(codeKey(code));
  return prefix === undefined ? [] : [prefix];
}
