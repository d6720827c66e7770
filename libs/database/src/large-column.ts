import type { QueryRunner } from 'typeorm';

/** Up to here a row stays in one piece; an ordinary document in pieces is four more rows and four more index entries. */
const WITHIN_A_PAGE = 8_160;

/**
 * For a column of documents or records: lz4 where the server was built with it (PostgreSQL's own packages are, the embedded one is not),
 * otherwise stored as it is. Never pglz, the default: it costs more than the commit.
 */
export const keepLarge = (runner: QueryRunner, table: string, column: string): Promise<unknown> =>
  runner.query(`DO $$ BEGIN
    ALTER TABLE ${table} ALTER COLUMN ${column} SET COMPRESSION lz4;
  EXCEPTION WHEN feature_not_supported THEN
    ALTER TABLE ${table} ALTER COLUMN ${column} SET STORAGE EXTERNAL;
    ALTER TABLE ${table} SET (toast_tuple_target = ${WITHIN_A_PAGE});
  END $$`);
