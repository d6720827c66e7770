import type pg from 'pg';

/** Milliseconds a document that each statement of the rooms ran, by what it says. */
export type StatementTimes = ReadonlyMap<string, number>;

export const forgetStatements = async (database: pg.Client): Promise<void> => {
  await database.query('SELECT pg_stat_statements_reset()');
};

/** Since they were forgotten, by room and first words: a statement for two rows is one with that for three. */
export async function statementTimes(database: pg.Client, documents: number): Promise<StatementTimes> {
  const { rows } = await database.query<{ name: string; ms: number }>(
    `SELECT rolname || ': ' || left(regexp_replace(regexp_replace(query, '''[^'']*''|\\$?[0-9]+', '?', 'g'), '\\s+', ' ', 'g'), 110) AS name,
            sum(total_exec_time) / $1 AS ms
     FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid WHERE rolname LIKE 'yidan\\_%' GROUP BY name`,
    [documents],
  );
  return new Map(rows.map(({ name, ms }) => [name, ms]));
}

/** Those whose time rose most between the first and the last level, with that of each level. */
export function dearest(levels: readonly StatementTimes[], count: number): Record<string, string[]> {
  const rose = (name: string) => (levels.at(-1)?.get(name) ?? 0) - (levels[0]?.get(name) ?? 0);
  const names = [...new Set(levels.flatMap((level) => [...level.keys()]))];
  const most = names.toSorted((one, other) => rose(other) - rose(one)).slice(0, count);
  return Object.fromEntries(most.map((name) => [name, levels.map((level) => (level.get(name) ?? 0).toFixed(3))]));
}
