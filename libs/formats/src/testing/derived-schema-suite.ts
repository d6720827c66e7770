import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { deriveSchema, print } from '../uncefact/derive-schema.js';

/** The official schemas and further samples are not part of the repository: they are looked for in a folder `shared` beside it. */
const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const sharedSamples = `${shared}samples/`;

export interface DerivedSchema {
  /** File name of UN/CEFACT's schema. */
  readonly official: string;
  /** The schema the format ships, beside its SOURCE.md. */
  readonly shipped: URL;
  /** How the names of the format's samples end, also of those that stand beside the repository. */
  readonly samples: RegExp;
  /** Samples that between them use every part of the form that Yidan reads; each is changed in every place. */
  readonly varied: readonly string[];
}

/** The official schema, compiled, if a copy is at hand; a test that needs it says so when it is not. */
export function officialSchema(name: string): ValidateFunction | undefined {
  const file = `${shared}reference/uncefact/${name}`;
  if (existsSync(file)) return compile(JSON.parse(read(file), codesAsEnum) as object);
  console.info(`The official schema is not at ${file}: comparisons with it are skipped.`);
  return undefined;
}

/** A schema derived from an official one says the same as that one, and carries its notice. */
export function describeDerivedSchema({ official: name, shipped, samples, varied }: DerivedSchema): void {
  const official = officialSchema(name);
  const withOfficial = official ? describe : describe.skip;
  const documents = samplesOf(shipped, samples);

  it('the shipped schema carries the notice its source asks for', () => {
    const { $comment } = JSON.parse(read(shipped)) as { $comment: string };
    expect($comment).toMatch(/^Copyright \(C\) UN\/CEFACT/);
    expect(read(new URL('SOURCE.md', shipped)).replace(/\s+/g, ' ')).toContain($comment.replace(/\s+/g, ' '));
  });

  withOfficial('the shipped schema beside the official one', () => {
    const ours = compile(JSON.parse(read(shipped)) as object);
    const alike = (document: unknown) => [ours(document), official?.(document)] as const;

    it('is what the derivation makes of it', () => {
      const parsed = JSON.parse(read(`${shared}reference/uncefact/${name}`)) as Parameters<typeof deriveSchema>[0];
      expect(read(shipped)).toBe(print(deriveSchema(parsed)));
    });

    it.each(documents)('judges %s alike', (_, document) => {
      const [here, there] = alike(document);
      expect(here).toBe(there);
    });

    it('judges every change of the samples alike', () => {
      const changed = documents
        .filter(([sample]) => varied.includes(sample))
        .flatMap(([, document]) => variants(document));
      const verdicts = changed.map(alike);
      expect(changed.filter((_, index) => verdicts[index]![0] !== verdicts[index]![1])).toEqual([]);
      expect(verdicts.filter(([valid]) => valid).length).toBeGreaterThan(100);
      expect(verdicts.filter(([valid]) => !valid).length).toBeGreaterThan(1000);
    });

    it('is stricter in one thing: a link does not stand for content', () => {
      const [, sample] = documents.find(([file]) => varied.includes(file)) ?? [];
      const document = { ...(sample as object), specifiedConsignment: ['https://documents.example/1'] };
      expect(alike(document)).toEqual([false, true]);
    });
  });
}

const read = (place: string | URL): string => readFileSync(place, 'utf8');

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

/** The format's own samples and, where they are, those beside the repository. A link for content is the one thing judged otherwise. */
function samplesOf(shipped: URL, named: RegExp): [string, unknown][] {
  const own = ['valid', 'issues', 'invalid'].flatMap((kind) => filesIn(new URL(`../samples/${kind}/`, shipped)));
  const others = existsSync(sharedSamples)
    ? readdirSync(sharedSamples, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => filesIn(new URL(`file://${sharedSamples}${name}/`)))
    : [];
  return [...own, ...others]
    .filter(([name]) => named.test(name) && !/link-for-content/.test(name))
    .map(([name, file]) => [name, JSON.parse(read(file)) as unknown]);
}

const filesIn = (folder: URL) => readdirSync(folder).map((name) => [name, new URL(name, folder)] as const);

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
