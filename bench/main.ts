import { Logger } from '@nestjs/common';
import { parseArgs } from 'node:util';
import { measureLimits, type StepCost } from './limits.js';
import { measureSteps } from './steps.js';
import type { WholePathResult } from './open-whole-path.js';
import { measureWholePath } from './whole-path.js';

/**
 * `npm run bench [-- --consignments 1000 --transport postgres|kafka --processes 2|rooms --stages 1 --per-second 100 --per-second 50]`: the whole path, and each step alone, in one
 * run. `--stages` measures the consignments in so many parts: does cost or memory grow with what is stored? Then follow smaller loads, half of
 * what was reached or those of `--per-second`. `DATABASE_URL` names an empty
 * PostgreSQL to use for one transport, `--no-steps` leaves the steps out.
 */
const { values } = parseArgs({
  allowNegative: true,
  options: {
    consignments: { type: 'string', default: '1000' },
    transport: { type: 'string', multiple: true, default: ['postgres', 'kafka'] },
    processes: { type: 'string', default: '2' },
    stages: { type: 'string', default: '1' },
    'per-second': { type: 'string', multiple: true, default: [] },
    steps: { type: 'boolean', default: true },
  },
});
const databaseUrl = process.env['DATABASE_URL'];
const transports = values.transport as ('postgres' | 'kafka')[];
if (databaseUrl !== undefined && transports.length > 1)
  throw new Error('DATABASE_URL names one empty database: say --transport postgres or --transport kafka.');

Logger.overrideLogger(['error']);
const CORES = 2;
const limit = values.steps ? await showSteps() : undefined;
for (const transport of transports) {
  const results = measureWholePath({
    transport,
    consignments: Number(values.consignments),
    stages: Number(values.stages),
    perSecond: values['per-second'].map(Number),
    processes: values.processes === 'rooms' ? 'rooms' : Number(values.processes),
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  for await (const result of results) showWholePath(transport, result);
}

/** Documents a second that two cores could do if a document cost its steps and nothing else. */
async function showSteps(): Promise<number> {
  const steps = measureSteps();
  console.log('Each step alone, in one process:');
  console.table(steps);
  const { http, insert, hop } = await measureLimits();
  console.log('HTTP alone, insert alone, one hop over Kafka alone: CPU milliseconds per document');
  console.table({ http, insert, hop });
  const [smgs = 0, china = 0, bill = 0, , versionMs = 0] = steps.map(({ perCpuSecond }) => 1000 / perCpuSecond);
  const readMs = (smgs + china + 2 * bill) / 4;
  const ms = sum(http) + sum(insert) + 2 * sum(hop) + readMs + versionMs;
  console.log(
    `HTTP + insert + read + version + two hops: ${ms.toFixed(2)} ms, ${Math.round((CORES * 1000) / ms)} a second`,
  );
  return (CORES * 1000) / ms;
}

function showWholePath(transport: string, result: WholePathResult): void {
  const { documents, stored, seconds, postMs, cpuMsPerDocument, residentMegabytes } = result;
  const { client: _client, ...ours } = cpuMsPerDocument;
  const load = result.postedPerSecond === undefined ? '' : `, ${Math.round(result.postedPerSecond)} posted a second`;
  console.log(`The whole path over ${transport}: ${documents} documents${load}, first POST to last declaration`);
  console.table({
    'documents per second': Math.round(documents / seconds),
    'POST p50 ms': postMs.p50,
    'POST p99 ms': postMs.p99,
    'CPU ms per document': Math.round(sum(ours) * 100) / 100,
    'documents stored': stored,
    'resident MB': residentMegabytes,
    ...(limit !== undefined && { 'part of the limit': Math.round((documents / seconds / limit) * 100) / 100 }),
  });
  console.log('CPU milliseconds per document, by program:');
  console.table(cpuMsPerDocument);
}

function sum(costs: StepCost): number {
  return Object.values(costs).reduce((total, cost) => total + cost, 0);
}
