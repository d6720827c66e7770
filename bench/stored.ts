import { statfsSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { unnamedWaybill } from './documents.js';
import { Multiplier, rowsOfTables } from './multiply.js';
import { openWholePath, type WholePath } from './open-whole-path.js';
import { measureReads } from './reads.js';
import { Servers } from './servers.js';
import { showLevels, type Level } from './show-levels.js';
import { forgetStatements, statementCosts } from './statements.js';
import { WARM_UP } from './whole-path.js';

/**
 * `npm run bench:stored [-- --stored 10000,100000,1000000 --consignments 2000]`: what a document costs, and what reads take, with so many
 * documents stored. The first level is posted; what it left is multiplied by SQL for the others. Two exchanges over Kafka. With `--stay` the
 * servers stay for a look until they are told to end.
 */
const { values } = parseArgs({
  options: {
    stored: { type: 'string', default: '10000,100000,1000000' },
    consignments: { type: 'string', default: '2000' },
    'most-gigabytes': { type: 'string', default: '35' },
    stay: { type: 'boolean', default: false },
  },
});
const levels = values.stored.split(',').map(Number);
const consignments = Number(values.consignments);
const GIGABYTE = 1e9;

const servers = new Servers();

async function measure(): Promise<Level[]> {
  const url = await servers.postgres('pg_stat_statements');
  const path = await openWholePath(servers, url, { transport: 'kafka', processes: 2 });
  await path.database.query('CREATE EXTENSION pg_stat_statements');
  const multiplier = new Multiplier(url, path.database, await rowsOfTables(path.database));
  const [first = 0, ...others] = levels;
  let posted = Math.ceil(first / 2);
  await path.send({ from: 0, to: posted });
  await postUnnamed(path, Math.ceil(first / 40));
  await multiplier.take();
  const measured = [await measureLevel(path, posted)];
  let copies = 0;
  for (const level of others) {
    posted += WARM_UP + consignments;
    const wanted = Math.round(level / first) - 1;
    await assertRoom(path.database, level / Number(measured.at(-1)?.stored));
    const started = performance.now();
    await multiplier.add(copies + 1, wanted);
    copies = wanted;
    console.log(`Filled to ${level} in ${Math.round((performance.now() - started) / 1000)} s.`);
    measured.push(await measureLevel(path, posted));
  }
  return measured;
}

/** Waybills alone, with goods that wait for a person. */
async function postUnnamed({ key, urlsOf }: WholePath, count: number): Promise<void> {
  const authorization = `Bearer ${await key.tokenFor({ party: 'RAIL-YUGUI', role: 'rail' })}`;
  for (let index = 0; index < count; index += 1) {
    const body = unnamedWaybill(FIRST_UNNAMED + index);
    const { status } = await fetch(`${urlsOf('gateway')[0]}/v1/documents`, {
      method: 'POST',
      headers: { authorization },
      body,
    });
    if (status !== 202) throw new Error(`A waybill answered ${status}.`);
  }
}

/** Behind all consignments that are posted. */
const FIRST_UNNAMED = 200_000;

async function measureLevel(path: WholePath, posted: number): Promise<Level> {
  await path.send({ from: posted, to: posted + WARM_UP });
  await forgetStatements(path.database);
  const result = await path.stage({ from: posted + WARM_UP, to: posted + WARM_UP + consignments });
  const statements = await statementCosts(path.database, result.documents);
  const level = {
    stored: await numberOf(path.database, 'SELECT count(*) AS number FROM gateway.documents'),
    result,
    gigabytes: (await sizeOf(path.database)) / GIGABYTE,
    reads: await measureReads(path),
    statements,
  };
  console.log(JSON.stringify({ ...level, statements: undefined }));
  return level;
}

function sizeOf(database: pg.Client): Promise<number> {
  return numberOf(database, 'SELECT pg_database_size(current_database()) AS number');
}

async function numberOf(database: pg.Client, query: string): Promise<number> {
  const { rows } = await database.query<{ number: string }>(query);
  return Number(rows[0]?.number);
}

/** Copies take as much as what they are copied from; a twentieth of the disk stays free. */
async function assertRoom(database: pg.Client, times: number): Promise<void> {
  const now = await sizeOf(database);
  const { bavail, blocks, bsize } = statfsSync(servers.directory);
  const most = Math.min(Number(values['most-gigabytes']) * GIGABYTE, now + (bavail - blocks / 20) * bsize);
  if (now * times > most)
    throw new Error(
      `${Math.round((now * times) / GIGABYTE)} GB would be stored; no more than ${Math.round(most / GIGABYTE)} may be.`,
    );
}

Logger.overrideLogger(['error']);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void servers.end().finally(() => process.exit(1)));
try {
  showLevels(await measure());
  if (values.stay) await new Promise(() => undefined);
} finally {
  await servers.end();
}
