import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Finding } from '#domain';
import { readDocument } from '../../read-document.js';

/** Broken inputs made of good ones: `FUZZ_RUNS=100000` for a long run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 5_000);
/** Wide enough for a busy machine; what is looked for is input that takes seconds. */
const LONGEST_MS = 1_000;

const folder = new URL('../../ocean/iftmcs/samples/', import.meta.url);
const samples = ['valid', 'issues', 'invalid'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, folder))
    .filter((name) => name.endsWith('.edi'))
    .map((name) => readFileSync(new URL(`${kind}/${name}`, folder))),
);

type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (bytes: Buffer, part: number): number => Math.floor(bytes.length * part);
const replaced = (bytes: Buffer, from: number, to: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat(7)).map(([part, bit]): Mutation => (bytes) => {
    const changed = Buffer.from(bytes);
    const index = at(bytes, part);
    changed[index] = (changed[index] ?? 0) ^ (1 << bit);
    return changed;
  }),
  place.map(
    (part): Mutation =>
      (bytes) =>
        bytes.subarray(0, at(bytes, part)),
  ),
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(
    ([part, noise]): Mutation =>
      (bytes) =>
        replaced(bytes, at(bytes, part), at(bytes, part) + 1, noise),
  ),
  fc
    .tuple(
      place,
      fc.constantFrom(..."'+:?*\n\0", "'UNH+", "'UNT+1+1'", "'UNZ+1+1'", "'UNG+", '+'.repeat(300), ':'.repeat(300)),
    )
    .map(
      ([part, text]): Mutation =>
        (bytes) =>
          replaced(bytes, at(bytes, part), at(bytes, part), Buffer.from(text)),
    ),
  fc.tuple(place, place, fc.integer({ min: 2, max: 40 })).map(([from, length, times]): Mutation => (bytes) => {
    const stretch = bytes.subarray(at(bytes, from), at(bytes, from) + Math.ceil(length * 200));
    return replaced(bytes, at(bytes, from), at(bytes, from), Buffer.concat(Array<Buffer>(times).fill(stretch)));
  }),
  fc.tuple(place, place).map(
    ([from, to]): Mutation =>
      (bytes) =>
        replaced(bytes, at(bytes, from), at(bytes, to), Buffer.alloc(0)),
  ),
  fc.constantFrom('utf16le', 'utf8', 'latin1').map(
    (encoding): Mutation =>
      (bytes) =>
        Buffer.from(bytes.toString('latin1'), encoding as BufferEncoding),
  ),
);

/** An error with its place, or that the bytes have become something else. */
const saysWhere = ({ severity, path, code }: Finding): boolean =>
  severity === 'error' && (path !== '' || /^(DOCUMENT\.UNKNOWN|JSON|XML)/.test(code));

it(`${RUNS} broken interchanges end in findings that say where, soon, and never in a throw`, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (sample, mutations) => {
        const bytes = mutations.reduce<Buffer>((all, mutate) => mutate(all), sample);
        const started = performance.now();
        const { document, findings } = readDocument(bytes);
        const took = performance.now() - started;
        return took < LONGEST_MS && (document !== undefined || findings.some(saysWhere));
      },
    ),
    { numRuns: RUNS },
  );
});
