const from = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

/** The tables of IMDG 7.2.6.3: substances of one of them may stand together, in the forms that the table names. */
const TABLES: readonly ReadonlySet<string>[] = [
  ['2014', '2984', '3105', '3107', '3109', '3149'],
  ['1295', '1818', '2189'],
  from(3391, 3400),
  ['1325', ...from(3101, 3120)],
].map((table) => new Set(table));

export const areCompatible = (one: string, other: string): boolean =>
  TABLES.some((table) => table.has(one) && table.has(other));
