import type { SchemeTable, TableScheme } from '../../crosswalk.js';
import { HS_EDITION } from '../../hs-list.js';
import type { NameIndex } from '../names/name-index.js';
import { NAMES_EDITION } from '../names/shipped-names.js';
import { LoadedTable } from './loaded-table.js';

const SHIPPED = [HS_EDITION, NAMES_EDITION];
const NATIONAL = ['CN-TARIFF', 'AHTN'] as const;

/** The loaded table of each scheme. */
export class LoadedTables {
  /** Editions of all tables, those that ship first. */
  titles = SHIPPED.join('; ');
  /** The names of all tables. */
  indexes: readonly NameIndex[] = [];
  private readonly byScheme = new Map<TableScheme, LoadedTable>();

  /** Takes the place of the scheme's table; without rows it leaves what ships. */
  load(table: SchemeTable): void {
    this.byScheme.delete(table.scheme);
    if (table.rows.length > 0) this.byScheme.set(table.scheme, new LoadedTable(table));
    const tables = [...this.byScheme.values()];
    this.titles = [...SHIPPED, ...tables.map(({ title }) => title).sort()].join('; ');
    this.indexes = tables.map(({ index }) => index);
  }

  of(scheme: TableScheme): LoadedTable | undefined {
    return this.byScheme.get(scheme);
  }

  /** National tariffs that have codes of as many digits, and not this one. */
  nationalTablesWithout(code: string): string[] {
    if (code.length <= 6) return [];
    const tariffs = NATIONAL.flatMap((scheme) => this.byScheme.get(scheme) ?? []).filter((table) =>
      table.hasDigits(code.length),
    );
    return tariffs.some((table) => table.rowOf(code) !== undefined) ? [] : tariffs.map(({ title }) => title);
  }
}
