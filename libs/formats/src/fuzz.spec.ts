import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import fc from 'fast-check';
import { hasErrors, type Finding } from '#domain';
import { catalogue } from './catalogue.js';
import { readDocument, type DocumentReading } from './read-document.js';
import { mutation } from './testing/mutations.js';

/**
 * Broken documents made of the samples of every format. `npm run test:fuzz` makes 100,000 of them and holds the clock against each;
 * FUZZ_RUNS and FUZZ_SEED say how many and which. Otherwise other work may share the processor, and the slowest is only told.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 5_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 0x7fffffff);
const IS_TIMED = process.env.FUZZ_RUNS !== undefined;
const LONGEST_MS = 100;
const MOST_MB = 200;
const MOST_FINDINGS = 200;

const folder = fileURLToPath(new URL('./', import.meta.url));
const samples = globSync('{rail,ocean,customs,events}/*/samples/{valid,issues,invalid}/*', { cwd: folder })
  .filter((name) => !name.endsWith('.expected.json'))
  .toSorted()
  .map((name) => readFileSync(folder + name));

/** Where all of a document is meant, no place in it is. */
const OF_THE_WHOLE = /^DOCUMENT\.(UNKNOWN_SYNTAX|UNKNOWN_FORMAT|AMBIGUOUS_FORMAT)$/;
const saysWhere = ({ severity, path, code }: Finding): boolean =>
  severity === 'error' && (path !== '' || OF_THE_WHOLE.test(code));

interface Measured {
  readonly reading: DocumentReading;
  readonly cpuMs: number;
  readonly megabytes: number;
}

function measured(bytes: Buffer): Measured {
  const heap = getHeapStatistics().used_heap_size;
  const started = process.threadCpuUsage();
  const reading = readDocument(bytes);
  const { user, system } = process.threadCpuUsage(started);
  return {
    reading,
    cpuMs: (user + system) / 1_000,
    megabytes: (getHeapStatistics().used_heap_size - heap) / 1e6,
  };
}

/** The quickest of a few: what is slow only once was held up by something else. */
function quickest(bytes: Buffer, first: Measured): number {
  if (first.cpuMs <= LONGEST_MS) return first.cpuMs;
  return Math.min(first.cpuMs, ...Array.from({ length: 3 }, () => measured(bytes).cpuMs));
}

function faultIn(bytes: Buffer, slowest: { cpuMs: number }): string | undefined {
  const one = measured(bytes);
  const { findings } = one.reading;
  const cpuMs = quickest(bytes, one);
  slowest.cpuMs = Math.max(slowest.cpuMs, cpuMs);
  if (hasErrors(findings) && !findings.some(saysWhere)) return `${findings[0]?.code} says nowhere where it is`;
  if (findings.length > MOST_FINDINGS) return `${findings.length} findings`;
  if (one.megabytes > MOST_MB) return `${one.megabytes} MB`;
  if (IS_TIMED && cpuMs > LONGEST_MS) return `${cpuMs} ms`;
  return isDeepStrictEqual(readDocument(bytes), one.reading) ? undefined : 'read twice, it is not the same';
}

it('has samples of every format', () => {
  const formats = new Set(samples.map((bytes) => readDocument(bytes).format));
  expect(catalogue.filter(({ id }) => !formats.has(id))).toEqual([]);
});

it(`${RUNS} broken documents end in findings that say where, soon, and never in a throw`, () => {
  const slowest = { cpuMs: 0 };
  const broken = fc
    .tuple(fc.constantFrom(...samples), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([sample, mutations]) => mutations.reduce<Buffer>((bytes, mutate) => mutate(bytes), sample));
  try {
    fc.assert(
      fc.property(broken, (bytes) => {
        const fault = faultIn(bytes, slowest);
        if (fault !== undefined) throw new Error(`${fault}: ${bytes.toString('base64').slice(0, 20_000)}`);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  } finally {
    process.stderr.write(`Fuzz: ${RUNS} documents, FUZZ_SEED=${SEED}, the slowest ${slowest.cpuMs.toFixed(1)} ms\n`);
  }
}, 3_600_000);
