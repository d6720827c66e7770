import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ROLES } from '#access';
import { projectRoot } from '#contracts';
import { at, description, follow, members, misfits, operations, parametersOf, part } from './description.js';

const structure = JSON.parse(readFileSync(new URL('openapi-structure.schema.json', import.meta.url), 'utf8')) as object;

/** Every object in the description with its place, without looking into examples, which are the callers' data. */
function objectsIn(node: unknown, place = ''): (readonly [place: string, object: Record<string, unknown>])[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.entries(node).filter(([name]) => name !== 'value' && name !== 'example');
  return [
    [place, node as Record<string, unknown>],
    ...inner.flatMap(([name, value]) => objectsIn(value, place + part(name))),
  ];
}

const objects = objectsIn(description);

describe("the API's description", () => {
  it('has the structure of OpenAPI 3.1', () => {
    const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
    addFormats.default(ajv);
    const fits = ajv.compile(structure);
    fits(description);
    expect(fits.errors ?? []).toEqual([]);
  });

  it('refers only to what it holds', () => {
    const refs = objects.flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => !ref.startsWith('#/') || at(ref.slice(1)) === undefined)).toEqual([]);
  });

  it('holds nothing that nothing refers to, but for what a method gets that no path describes', () => {
    const text = JSON.stringify(description);
    const unused = ['responses', 'parameters', 'examples', 'schemas'].flatMap((kind) =>
      members(`/components/${kind}`)
        .map((name) => `#/components/${kind}/${name}`)
        .filter((ref) => !text.includes(`"${ref}"`) && !text.includes(`"${ref}/`)),
    );
    expect(unused).toEqual(['#/components/responses/OtherMethod']);
  });

  it('has schemas of JSON Schema 2020-12 that compile', () => {
    const ajv = new Ajv2020({ strict: false });
    const schemas = members('/components/schemas').map((name) => `/components/schemas/${name}`);
    expect(schemas.filter((place) => !ajv.validateSchema(at(place) as object))).toEqual([]);
    expect(() => schemas.forEach((place) => misfits(place, null))).not.toThrow();
  });
});

describe('its operations', () => {
  const tags = (at('/tags') as unknown as readonly { readonly name: string }[]).map(({ name }) => name);

  it('have names of their own', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(operations)('$method $path', ({ place, pathPlace, path, tags: own, description: text, security }) => {
    expect(tags).toEqual(expect.arrayContaining([...own]));
    expect(text).toMatch(/\n\n[^\n]*\p{Script=Han}[^\n]*$/u);
    const statuses = members(`${place}/responses`);
    expect(statuses.filter((status) => status.startsWith('2'))).not.toEqual([]);
    expect(statuses.includes('401')).toBe(security?.length !== 0);
    if (members(`${place}/requestBody`).length > 0) expect(statuses).toContain('413');
    const inPath = parametersOf({ pathPlace, place })
      .filter((parameter) => parameter.in === 'path')
      .map(({ name }) => `{${name}}`);
    expect(inPath.sort()).toEqual([...path.matchAll(/\{\w+\}/g)].map(([name]) => name).sort());
    for (const requirement of security ?? [])
      expect(ROLES).toEqual(expect.arrayContaining(Object.values(requirement).flat()));
  });
});

describe('its examples', () => {
  const withSchema = objects.filter(
    ([, { schema, examples, example }]) => schema && (examples ?? example) !== undefined,
  );
  const examples = withSchema.flatMap(([place, { example }]) => [
    ...(example === undefined ? [] : [{ place: `${place}/example`, schema: `${place}/schema`, value: example }]),
    ...members(`${place}/examples`).map((name) => {
      const own = `${place}/examples${part(name)}`;
      return { place: own, schema: `${place}/schema`, value: at(`${follow(own)}/value`) };
    }),
  ]);

  it('are many', () => expect(examples.length).toBeGreaterThan(80));

  it.each(examples)('$place fits its schema', ({ schema, value }) => expect(misfits(schema, value)).toEqual([]));

  it('stand at every JSON body', () => {
    const bodies = objects.filter(
      ([place]) =>
        /\/content\/application~1(problem\+)?json$/.test(place) && !place.startsWith('/paths/~1openapi.json'),
    );
    expect(bodies.filter(([, { examples: own }]) => own === undefined).map(([place]) => place)).toEqual([]);
  });
});

describe('its problems', () => {
  const used = operations.flatMap(({ place }) =>
    members(`${place}/responses`)
      .filter((status) => status >= '400')
      .map((status) => ({ status, place: follow(`${place}/responses/${status}`) })),
  );
  const problems = members('/components/responses').map((name) => `/components/responses/${name}`);
  const examplesOf = (place: string) =>
    at(`${place}/content/application~1problem+json/examples`) as unknown as Record<
      string,
      { value: Record<string, unknown> }
    >;
  const codes = problems.flatMap((place) => Object.keys(examplesOf(place)));

  it('stand under their own status', () => {
    expect(
      used.filter(({ status, place }) =>
        Object.values(examplesOf(place)).some(({ value }) => value['status'] !== Number(status)),
      ),
    ).toEqual([]);
  });

  it('are shown each by its code', () => {
    for (const place of problems) {
      const shown = Object.entries(examplesOf(place));
      expect(shown.map(([, { value }]) => [value['code'], value['type']])).toEqual(
        shown.map(([code]) => [code, `urn:yidan:problem:${code}`]),
      );
    }
  });

  it('are those that the source knows', () => {
    const source = sourceOf('apps', 'libs/access', 'libs/room');
    const refused = [...source.matchAll(/new Refusal\(\s*'([^']+)'/g)].map(([, code]) => code as string);
    expect(refused.length).toBeGreaterThan(20);
    expect(refused.filter((code) => !codes.includes(code))).toEqual([]);
    expect(codes.filter((code) => !source.includes(`'${code}'`) && code !== 'HTTP.404')).toEqual([]);
  });
});

function sourceOf(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) => {
      const place = new URL(`${folder}/`, projectRoot);
      const files = (readdirSync(place, { recursive: true }) as string[]).filter(
        (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
      );
      return files.map((name) => readFileSync(new URL(name, place), 'utf8'));
    })
    .join('\n');
}
