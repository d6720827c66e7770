import { pipeline, Readable } from 'node:stream';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { QueryOf, readChoice } from '#room';
import { ResolutionRow } from '../storage/resolution.entity.js';
import { exportedRows, tablesInForce, type Exported, type ExportedRow } from './exported-rows.js';

const FORMS = ['csv', 'json'] as const;

@Controller('v1/commodities/crosswalk/export')
export class ExportCrosswalkController {
  constructor(private readonly database: RoomDatabase) {}

  /** The whole crosswalk as of now, as far as the caller may have it: all tables to customs, to others those their licence lets out. */
  @Get()
  async give(
    @CallerOf() caller: Caller,
    @QueryOf('format') { format }: { readonly format?: string },
  ): Promise<StreamableFile> {
    const form = readChoice('format', format, FORMS, 'COMMODITIES.EXPORT_FORM') ?? 'csv';
    const rows = exportedRows(await this.read(caller));
    const name = `crosswalk-${new Date().toISOString().slice(0, 10)}.${form}`;
    return new StreamableFile(form === 'csv' ? csvOf(rows) : jsonOf(rows), {
      type: form === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
      disposition: `attachment; filename="${name}"`,
    });
  }

  private async read(caller: Caller): Promise<Exported> {
    const tables = await this.database.asRoom((transaction) => tablesInForce(transaction, caller.role === 'customs'));
    const resolutions = await this.database.asViewer(caller, (transaction) =>
      transaction.find(ResolutionRow, { where: { state: 'standing' }, order: { seq: 'ASC' } }),
    );
    return { tables, resolutions };
  }
}

const COLUMNS = ['scheme', 'edition', 'code', 'nameZh', 'nameRu', 'nameEn', 'otherNames', 'hs', 'source', 'verified'];

/** RFC 4180; other names are separated by `|`, HS codes by spaces. What a spreadsheet would take for a formula is kept from being one. */
const csvOf = (rows: Iterable<ExportedRow>): Readable =>
  pipeline(
    Readable.from(fieldsOf(rows)),
    stringify({ header: true, columns: COLUMNS, bom: true, escape_formulas: true, cast: { boolean: String } }),
    () => undefined,
  );

function* fieldsOf(rows: Iterable<ExportedRow>): Generator<object> {
  for (const row of rows) yield { ...row, otherNames: row.otherNames.join('|'), hs: row.hs.join(' ') };
}

/** One array, a row a line. */
const jsonOf = (rows: Iterable<ExportedRow>): Readable => Readable.from(jsonLines(rows));

function* jsonLines(rows: Iterable<ExportedRow>): Generator<string> {
  let before = '[\n';
  for (const row of rows) {
    yield before + JSON.stringify(row);
    before = ',\n';
  }
  yield '\n]\n';
}
