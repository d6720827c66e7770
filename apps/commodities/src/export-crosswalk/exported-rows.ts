import type { EntityManager } from 'typeorm';
import { routeWords, shippedRows, subjectKey, type CrosswalkRow, type SchemeRow } from '#crosswalk';
import { type ResolutionRow } from '../storage/resolution.entity.js';
import { TableEditionRow } from '../storage/table-edition.entity.js';
import { rowsOfEdition } from '../storage/table-rows.js';

/** A row of the export. `verified`: a person confirmed that the name or code leads to one of these HS codes. */
export interface ExportedRow extends CrosswalkRow {
  readonly verified: boolean;
}

/** What the crosswalk rests on, for one who may see these tables and resolutions. */
export interface Exported {
  readonly tables: readonly { readonly edition: TableEditionRow; readonly rows: readonly SchemeRow[] }[];
  readonly resolutions: readonly ResolutionRow[];
}

/** Tables in force: all of them, or those whose licence lets everybody have them. */
export async function tablesInForce(transaction: EntityManager, all: boolean): Promise<Exported['tables']> {
  const editions = await transaction.find(TableEditionRow, {
    where: { state: 'inForce', ...(!all && { exported: true }) },
    order: { scheme: 'ASC' },
  });
  return Promise.all(
    editions.map(async (edition) => ({ edition, rows: await rowsOfEdition(transaction, edition.id) })),
  );
}

/** What ships, then loaded tables, then what people settled. */
export function* exportedRows({ tables, resolutions }: Exported): Generator<ExportedRow> {
  const settled = settledBySubject(resolutions);
  const verified = (row: CrosswalkRow): ExportedRow => ({ ...row, verified: isVerified(row, settled) });
  for (const row of shippedRows()) yield verified(row);
  for (const { edition, rows } of tables) for (const row of rows) yield verified(loadedRow(edition, row));
  for (const resolution of resolutions) yield resolutionRow(resolution);
}

const loadedRow = (
  { scheme, edition, source }: TableEditionRow,
  { code, nameZh, nameRu, nameEn, hs = [] }: SchemeRow,
): CrosswalkRow => ({
  scheme,
  edition,
  code,
  ...(nameZh !== undefined && { nameZh }),
  ...(nameRu !== undefined && { nameRu }),
  ...(nameEn !== undefined && { nameEn }),
  otherNames: [],
  hs,
  source,
});

function resolutionRow({ subject, route, answer, resolvedBy, resolvedAt, id, version }: ResolutionRow): ExportedRow {
  const { hsCode, customsName, railName } = answer;
  return {
    scheme: subject.scheme,
    edition: `resolution ${id} version ${version}`,
    ...(subject.scheme !== 'NAME' && { code: subject.value }),
    otherNames: [...(subject.scheme === 'NAME' ? [subject.value] : []), railName, customsName].filter(
      (name): name is string => name !== undefined,
    ),
    hs: hsCode === undefined ? [] : [hsCode],
    source: `settled by ${resolvedBy} at ${resolvedAt.toISOString()}${route ? ` for the route ${routeWords(route)}` : ''}`,
    verified: true,
  };
}

/** HS codes that customs settled for everybody, for one route or every route, by the subject's key. */
const settledBySubject = (resolutions: readonly ResolutionRow[]): ReadonlyMap<string, readonly ResolutionRow[]> =>
  Map.groupBy(
    resolutions.filter(({ party, answer }) => party === '*' && answer.hsCode !== undefined),
    ({ subjectKey: key }) => key,
  );

function isVerified(row: CrosswalkRow, settled: ReturnType<typeof settledBySubject>): boolean {
  if (settled.size === 0) return false;
  const { scheme, code, hs } = row;
  const names = [row.nameZh, row.nameRu, row.nameEn, ...row.otherNames].filter((name) => name !== undefined);
  const keys = [
    ...names.map((value) => subjectKey({ scheme: 'NAME', value })),
    ...(code === undefined ? [] : [`${scheme}:${code}`]),
  ];
  const codes = keys.flatMap((key) => settled.get(key) ?? []).map(({ answer }) => answer.hsCode);
  return hs.some((prefix) => codes.some((settledCode) => settledCode?.startsWith(prefix)));
}
