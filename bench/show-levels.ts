import type { WholePathResult } from './open-whole-path.js';
import type { Percentiles } from './percentiles.js';
import { dearest, type StatementCosts } from './statements.js';

/** What was measured at one level. */
export interface Level {
  readonly stored: number;
  readonly result: WholePathResult;
  readonly gigabytes: number;
  readonly reads: Readonly<Record<string, Percentiles>>;
  readonly statements: StatementCosts;
}

export function showLevels(measured: readonly Level[]): void {
  const columns = (row: (level: Level) => number | string) =>
    Object.fromEntries(measured.map((level) => [String(level.stored), row(level)]));
  console.table({
    'documents a second': columns(({ result }) => Math.round(result.documents / result.seconds)),
    ...Object.fromEntries(
      ['exchange', 'postgres', 'kafka'].map((program) => [
        `${program}, CPU ms a document`,
        columns(({ result }) => (result.cpuMsPerDocument[program] ?? 0).toFixed(2)),
      ]),
    ),
    'POST p50 / p99 ms': columns(({ result: { postMs } }) => `${postMs.p50} / ${postMs.p99}`),
    'memory of two exchanges, MB': columns(({ result }) => result.residentMegabytes),
    'database, GB': columns(({ gigabytes }) => gigabytes.toFixed(2)),
  });
  console.log('Reads, one at a time, p50 / p99 ms:');
  console.table(
    Object.fromEntries(
      Object.keys(measured[0]?.reads ?? {}).map((name) => [
        name,
        columns(({ reads }) => `${reads[name]?.p50} / ${reads[name]?.p99}`),
      ]),
    ),
  );
  console.log('Statements that look at more pages than before, pages (ms) a document at each level:');
  const rose = dearest(
    measured.map(({ statements }) => statements),
    15,
  );
  for (const [name, costs] of Object.entries(rose)) console.log(costs.join('  '), name);
}
