import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Rows of a table in `data/`, one object a row, keyed by the column names of its first line. Every value is text. */
export function readTable<Column extends string>(file: string): Record<Column, string>[] {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  return parse<Record<Column, string>>(text, { columns: true, bom: true });
}

/** Loads at the first use and keeps the result: a process that asks nothing pays nothing. */
export function lazily<Value>(load: () => Value): () => Value {
  let loaded: { readonly value: Value } | undefined;
  return () => (loaded ??= { value: load() }).value;
}
