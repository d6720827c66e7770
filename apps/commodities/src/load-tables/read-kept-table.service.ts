import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { SchemeRow } from '#crosswalk';
import { RoomDatabase } from '#database';
import { hasErrors, type Finding } from '#domain';
import { TableEditionRow } from '../storage/table-edition.entity.js';
import { linesOf, readLines } from './read-table.js';
import { noLines } from './table-findings.js';
import { partsOf } from './table-parts.js';
import { TablesInForce } from './tables-in-force.js';

/** Lines read before others have their turn and the progress is written. */
const STEP = 1000;

/** Findings that are kept of a file; all are counted. */
const KEPT_FINDINGS = 1000;

/** Reads a file that was kept: all its lines hold, or none. */
@Injectable()
export class ReadKeptTable {
  constructor(
    private readonly database: RoomDatabase,
    private readonly inForce: TablesInForce,
  ) {}

  /** In the transaction it is given, but for the progress, which others see at once. */
  async read(transaction: EntityManager, editionId: string): Promise<void> {
    const edition = await transaction.findOneByOrFail(TableEditionRow, { id: editionId });
    if (edition.state !== 'received') return;
    const { rows, findings, lines } = await this.readAll(edition, await contentOf(transaction, editionId));
    const refused = hasErrors(findings);
    await transaction.update(
      TableEditionRow,
      { id: editionId },
      {
        state: refused ? 'refused' : 'waiting',
        lines,
        linesRead: lines,
        findings: findings.slice(0, KEPT_FINDINGS),
        findingsCount: findings.length,
      },
    );
    if (refused) return;
    await keepParts(transaction, editionId, rows);
    if (hasBegun(edition)) await this.inForce.take(transaction, edition);
  }

  private async readAll(edition: TableEditionRow, content: Buffer) {
    const { lines, findings: ofFile } = linesOf(content);
    const findings: Finding[] = [...ofFile, ...(lines.length === 0 && ofFile.length === 0 ? [noLines] : [])];
    const rows: SchemeRow[] = [];
    const seen = new Map<string, number>();
    for (let at = 0; at < lines.length; at += STEP) {
      const read = readLines(edition.scheme, lines.slice(at, at + STEP), seen);
      rows.push(...read.rows);
      findings.push(...read.findings);
      await this.say(edition.id, lines.length, Math.min(at + STEP, lines.length));
      await breath();
    }
    return { rows, findings, lines: lines.length };
  }

  private say(id: string, lines: number, linesRead: number): Promise<unknown> {
    return this.database.asRoom((transaction) => transaction.update(TableEditionRow, { id }, { lines, linesRead }));
  }
}

export const today = (): string => new Date().toISOString().slice(0, 10);

const hasBegun = ({ validFrom }: TableEditionRow): boolean => validFrom <= today();

async function contentOf(transaction: EntityManager, editionId: string): Promise<Buffer> {
  const rows: { content: Buffer }[] = await transaction.query(
    'SELECT content FROM table_content WHERE edition_id = $1',
    [editionId],
  );
  if (rows[0]) return rows[0].content;
  throw new Error(`The file of edition ${editionId} is not there.`);
}

async function keepParts(transaction: EntityManager, editionId: string, rows: readonly SchemeRow[]): Promise<void> {
  const parts = partsOf(rows);
  await transaction.query(
    `INSERT INTO table_part (edition_id, part, rows) SELECT $1, part, rows::json
     FROM unnest($2::text[]) WITH ORDINALITY AS kept (rows, part)`,
    [editionId, parts.map((part) => JSON.stringify(part))],
  );
}
