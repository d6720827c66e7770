import type pg from 'pg';

/** A statement's share of a document. */
export interface StatementCost {
  /** By the clock, so with waiting. */
  readonly ms: number;
  /** Pages looked at, in memory or not: the same however busy the machine is. */
  readonly pages: number;
}

/** By room and first words: a statement for two rows is one with that for three. */
export type StatementCosts = ReadonlyMap<string, StatementCost>;

export const forgetStatements = async (database: pg.Client): Promise<void> => {
  await database.query('SELECT pg_stat_statements_reset()');
};

/** Since they were forgotten. */
export async function statementCosts(database: pg.Client, documents: number): Promise<StatementCosts> {
  const { rows } = await database.query<StatementCost & { name: string }>(
    `SELECT rolname || ': ' || left(regexp_replace(regexp_replace(query, '''[^'']*''|\\$?[0-9]+', '?', 'g'), '\\s+', ' ', 'g'), 110) AS name,
            sum(total_exec_time) / $1 AS ms, (sum(shared_blks_hit + shared_blks_read) / $1)::float8 AS pages
     FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid WHERE rolname LIKE 'yidan\\_%' GROUP BY name`,
    [documents],
  );
  return new Map(rows.map(({ name, ...cost }) => [name, cost]));
}

/** Those whose pages rose most between the first and the last level, with what they cost at each: pages (ms). */
export function dearest(levels: readonly StatementCosts[], count: number): Record<string, string[]> {
  const pages = (level: StatementCosts | undefined, name: string) => level?.get(name)?.pages ?? 0;
  const rose = (name: string) => pages(levels.at(-1), name) - pages(levels[0], name);
  const names = [...new Set(levels.flatMap((level) => [...level.keys()]))];
  const most = names.toSorted((one, other) => rose(other) - rose(one)).slice(0, count);
  const shown = ({ pages, ms }: StatementCost) => `${pages.toFixed(1)} (${ms.toFixed(2)})`;
  return Object.fromEntries(
    most.map((name) => [name, levels.map((level) => shown(level.get(name) ?? { pages: 0, ms: 0 }))]),
  );
}
