import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { hasErrors } from '#domain';
import { readDocument } from '../../read-document.js';
import { dcsaTransportDocument } from './index.js';
import schema from './schema/transport-document.schema.json' with { type: 'json' };

type Json = Record<string, unknown>;

const standard = new URL('../../../../../../shared/reference/dcsa/EBL_v3.0.4.yaml', import.meta.url);
const samples = new URL('samples/', import.meta.url);

function compile(root: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(root);
}

/** OpenAPI 3.0's `exclusiveMinimum: true` is 2020-12's number; everything else the two share. */
function asJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { exclusiveMinimum, minimum, ...rest } = node as Json;
  const bound = exclusiveMinimum === true ? { exclusiveMinimum: minimum } : minimum === undefined ? {} : { minimum };
  return { ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asJsonSchema(value)])), ...bound };
}

function documents(): Json[] {
  return ['valid/', 'issues/', 'invalid/'].flatMap((kind) =>
    readdirSync(new URL(kind, samples))
      .filter((name) => !name.endsWith('.expected.json'))
      .map((name) => JSON.parse(readFileSync(new URL(kind + name, samples), 'utf8')) as Json)
      .map((root) => (root['transportDocument'] ?? root['document'] ?? root) as Json),
  );
}

/** Of the valid samples the two with the most members: an earlier edition in its envelope, and dangerous goods. */
const isWidest = (document: Json): boolean =>
  ['ZXQSHA0300', 'HBLQZH2611057'].includes(String(document['transportDocumentReference']));

/** The document with each member in turn gone, of another type, empty, too long, too large. */
function* mutations(value: unknown, whole: unknown = value): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Json;
  for (const key of Object.keys(holder)) {
    const kept = holder[key];
    for (const other of [
      undefined,
      null,
      '',
      ' ',
      'x'.repeat(300),
      0,
      -1,
      1.5,
      3_000_000_000,
      true,
      [],
      {},
      '2026-02-30',
      `${String(kept)}0`,
    ]) {
      holder[key] = other;
      yield whole;
    }
    holder[key] = kept;
    yield* mutations(kept, whole);
  }
}

describe('a document gone wrong in one place', () => {
  it('is accepted or rejected with findings, and nothing throws', () => {
    let rejected = 0;
    const withoutReason: string[] = [];
    for (const document of documents().filter(isWidest)) {
      for (const mutation of mutations(document)) {
        const text = JSON.stringify(mutation);
        const reading = readDocument(Buffer.from(text), [dcsaTransportDocument]);
        if (reading.document !== undefined) continue;
        rejected += 1;
        if (!hasErrors(reading.findings)) withoutReason.push(text);
      }
    }
    expect(withoutReason).toEqual([]);
    expect(rejected).toBeGreaterThan(1_000);
  });
});

describe('the derived schema', () => {
  const derived = compile(schema);

  it('says of every sample and of its mutations what the standard says (only where the reference file is at hand)', () => {
    if (!existsSync(standard)) {
      console.info('Skipped: EBL_v3.0.4.yaml is not at hand.');
      return;
    }
    const { components } = parse(readFileSync(standard, 'utf8')) as { components: { schemas: Json } };
    const original = compile({
      $ref: '#/components/schemas/TransportDocument',
      components: asJsonSchema({ schemas: components.schemas }),
    });
    let compared = 0;
    for (const document of documents()) {
      expect(derived(document)).toBe(original(document));
      for (const mutation of mutations(document)) {
        const text = JSON.stringify(mutation);
        const reread: unknown = JSON.parse(text);
        if (derived(reread) !== original(reread)) throw new Error(`The two disagree on ${text}`);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5_000);
  });
});
