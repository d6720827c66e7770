import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readTable } from './reference-table.js';

const DATA = new URL('./data/', import.meta.url);

describe('the tables that ship', () => {
  it.each(readdirSync(DATA).filter((file) => file.endsWith('.csv')))('%s is read as any reader of CSV does', (file) =>
    expect(readTable(file)).toEqual(parse(readFileSync(new URL(file, DATA), 'utf8'), { columns: true })),
  );
});
