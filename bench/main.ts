import { parseArgs } from 'node:util';
import { measureSteps } from './steps.js';
import { measureWholePath } from './whole-path.js';

/** `npm run bench [-- --consignments 1000 --transport postgres|kafka]`: the whole path, and each step alone, in one run. */
const { values } = parseArgs({
  options: { consignments: { type: 'string', default: '1000' }, transport: { type: 'string', multiple: true } },
});
const transports = (values.transport ?? ['postgres', 'kafka']) as ('postgres' | 'kafka')[];

console.log('Each step alone, in one process:');
console.table(measureSteps());

for (const transport of transports) {
  const { documents, seconds, postMs, cpuMsPerDocument } = await measureWholePath(
    transport,
    Number(values.consignments),
  );
  console.log(`The whole path over ${transport}: ${documents} documents, first POST to last declaration`);
  console.table({
    'documents per second': Math.round(documents / seconds),
    'POST p50 ms': postMs.p50,
    'POST p99 ms': postMs.p99,
  });
  console.log('CPU milliseconds per document (the client included):');
  console.table(cpuMsPerDocument);
}
