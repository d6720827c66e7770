import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { deriveSchema, print } from './derive-schema.js';

/** The official schema and further samples are not part of the repository: they are looked for in a folder `shared` beside it. */
const shared = fileURLToPath(new URL('../../../../../../../shared/', import.meta.url));
const officialFile = `${shared}reference/uncefact/D23B-UNECE-SMGSConsignmentNote.json`;
const sharedSamples = `${shared}samples/`;
const hasOfficial = existsSync(officialFile);
if (!hasOfficial) console.info(`The official SMGS schema is not at ${officialFile}: comparisons with it are skipped.`);
const withOfficial = hasOfficial ? describe : describe.skip;

const read = (place: string | URL): string => readFileSync(place, 'utf8');
const shipped = new URL('smgs-consignment-note.schema.json', import.meta.url);

describe('the shipped schema', () => {
  it('carries the notice its source asks for', () => {
    const { $comment } = JSON.parse(read(shipped)) as { $comment: string };
    expect($comment).toMatch(/^Copyright \(C\) UN\/CEFACT/);
    expect(read(new URL('SOURCE.md', import.meta.url)).replace(/\s+/g, ' ')).toContain($comment.replace(/\s+/g, ' '));
  });
});

withOfficial('the shipped schema beside the official one', () => {
  let official: ValidateFunction;
  let ours: ValidateFunction;

  beforeAll(() => {
    official = compile(JSON.parse(read(officialFile), codesAsEnum) as object);
    ours = compile(JSON.parse(read(shipped)) as object);
  });

  it('is what the derivation makes of it', () => {
    const derived = print(deriveSchema(JSON.parse(read(officialFile)) as Parameters<typeof deriveSchema>[0]));
    expect(JSON.parse(derived)).toEqual(JSON.parse(read(shipped)));
  });

  it.each(documents())('judges %s alike', (_, document) => {
    expect(ours(document)).toBe(official(document));
  });

  it('judges every change of the samples alike', () => {
    const changed = documents()
      .filter(([name]) => VARIED.includes(name))
      .flatMap(([, document]) => variants(document));
    const verdicts = changed.map((document) => [ours(document), official(document)] as const);
    expect(changed.filter((_, index) => verdicts[index]![0] !== verdicts[index]![1])).toEqual([]);
    expect(verdicts.filter(([valid]) => valid).length).toBeGreaterThan(100);
    expect(verdicts.filter(([valid]) => !valid).length).toBeGreaterThan(1000);
  });

  it('is stricter in one thing: a link does not stand for content', () => {
    const document = { exchangedDocument: { id: { content: '1' } }, specifiedConsignment: ['https://notes.example/1'] };
    expect([ours(document), official(document)]).toEqual([false, true]);
  });
});

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

/** As it stands the official schema overflows the compiler's stack; a list of constants means the same. */
function codesAsEnum(_: string, value: unknown): unknown {
  const choices = (value as { oneOf?: { const?: string }[] } | null)?.oneOf;
  const codes = choices?.map((choice) => choice.const);
  return codes?.every((code) => code !== undefined) ? { type: 'string', enum: [...new Set(codes)] } : value;
}

/** Two notes that between them use every part of the form that Yidan reads. */
const VARIED = ['chongqing-qinzhou-engines.cancellation.smgs.json', 'barnaul-manzhouli-flour-and-paint.smgs.json'];

/** The format's own samples and, where they are, the shared ones. */
function documents(): [string, unknown][] {
  const own = ['valid', 'issues', 'invalid'].flatMap((kind) => {
    const place = new URL(`../samples/${kind}/`, import.meta.url);
    return readdirSync(place)
      .filter((name) => /\.smgs\.json$/.test(name))
      .map((name) => [name, new URL(name, place)] as const);
  });
  const shared = existsSync(sharedSamples)
    ? readdirSync(sharedSamples)
        .map((folder) => [folder, new URL(`file://${sharedSamples}${folder}/rail.smgs.json`)] as const)
        .filter(([, file]) => existsSync(file))
    : [];
  return [...own, ...shared]
    .filter(([name]) => !/link-for-content/.test(name))
    .map(([name, file]) => [name, JSON.parse(read(file)) as unknown]);
}

/** The document with one node changed at a time: removed, of another type, with a member too many, with an entry too many, another text. */
function variants(document: unknown): unknown[] {
  const text = JSON.stringify(document);
  return placesIn(document).flatMap((steps) =>
    CHANGES.map((change) => {
      const copy: unknown = JSON.parse(text);
      const holder = steps.slice(0, -1).reduce((node, step) => node[step] as Node, copy as Node);
      change(holder, steps.at(-1)!);
      return copy;
    }),
  );
}

type Node = Record<string, unknown>;

const CHANGES: readonly ((holder: Node, key: string) => void)[] = [
  (holder, key) => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  (holder, key) => (holder[key] = 5),
  (holder, key) => (holder[key] = null),
  (holder, key) => (holder[key] = {}),
  (holder, key) => (holder[key] = []),
  (holder, key) => (holder[key] = 'ZZ9'),
  (holder, key) => (holder[key] = '10'),
  (holder, key) => Object.assign(holder[key] ?? {}, { unknown: 1 }),
  (holder, key) => Object.assign(holder[key] ?? {}, { 'x-extension': 1 }),
  (holder, key) => Object.assign(holder[key] ?? {}, { schemeId: 'A', listId: 'B', languageLocaleId: 'C' }),
  (holder, key) => Array.isArray(holder[key]) && holder[key].push(...(holder[key] as unknown[])),
];

const placesIn = (node: unknown, steps: readonly string[] = []): string[][] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => [[...steps, key], ...placesIn(value, [...steps, key])])
    : [];
