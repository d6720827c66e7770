import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goods that pass through China are declared, too, by mandates and standing instructions like others. */
export class TransitIsDeclared1796270400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(typesOf(table, ['export', 'import', 'transit']));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(typesOf(table, ['export', 'import']));
  }
}

const TABLES = ['declarations', 'mandates', 'standing_instructions'];

const typesOf = (table: string, types: readonly string[]): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_type_check,
    ADD CONSTRAINT ${table}_type_check CHECK (type IN (${types.map((type) => `'${type}'`).join(', ')}))`;
