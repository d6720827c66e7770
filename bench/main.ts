import { parseArgs } from 'node:util';
import { measureSteps } from './steps.js';
import { measureWholePath } from './whole-path.js';

/**
 * `npm run bench [-- --consignments 1000 --transport postgres|kafka --processes 2|rooms]`: the whole path, and each step alone, in one run.
 * `DATABASE_URL` names a PostgreSQL to use, `--no-steps` leaves the steps out.
 */
const { values } = parseArgs({
  allowNegative: true,
  options: {
    consignments: { type: 'string', default: '1000' },
    transport: { type: 'string', multiple: true, default: ['postgres', 'kafka'] },
    processes: { type: 'string', default: '1' },
    steps: { type: 'boolean', default: true },
  },
});
const databaseUrl = process.env['DATABASE_URL'];

if (values.steps) {
  console.log('Each step alone, in one process:');
  console.table(measureSteps());
}
for (const transport of values.transport as ('postgres' | 'kafka')[]) {
  const { documents, seconds, postMs, cpuMsPerDocument } = await measureWholePath({
    transport,
    consignments: Number(values.consignments),
    processes: values.processes === 'rooms' ? 'rooms' : Number(values.processes),
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  console.log(`The whole path over ${transport}: ${documents} documents, first POST to last declaration`);
  console.table({
    'documents per second': Math.round(documents / seconds),
    'POST p50 ms': postMs.p50,
    'POST p99 ms': postMs.p99,
  });
  console.log('CPU milliseconds per document (the client included):');
  console.table(cpuMsPerDocument);
}
