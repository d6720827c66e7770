import { readFileSync } from 'node:fs';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/**
 * An OpenAPI description as one document that needs no other, because most tools read only one: a JSON Schema that `components.schemas` names
 * by its file becomes components, each of its `$defs` as `Name.def`, and an example's `externalValue` becomes its `value`.
 * Throws when a file is missing or a reference names a file or `$id` that no component does.
 */
export function selfContained(description: URL): JsonObject {
  const source = readJson(description);
  const published = publishedSchemas(source, description);
  const { components, ...rest } = replaceMembers(source, {
    $ref: (ref) => ['$ref', localRef(ref, published)],
    externalValue: (file) => ['value', readExample(new URL(file, description))],
  }) as JsonObject & { components: JsonObject };
  const schemas = { ...(components['schemas'] as JsonObject) };
  return {
    ...rest,
    components: {
      ...components,
      schemas: Object.assign(schemas, ...published.map((one) => componentsOf(one, published))),
    },
  };
}

/** A JSON Schema in a file of its own, known in the description as the component `name`. */
interface Published {
  readonly name: string;
  readonly file: string;
  readonly schema: JsonObject;
}

function publishedSchemas(source: JsonObject, place: URL): Published[] {
  const { schemas } = source['components'] as { schemas: Readonly<Record<string, { readonly $ref?: string }>> };
  return Object.entries(schemas)
    .filter(([, { $ref = '#' }]) => !$ref.includes('#'))
    .map(([name, { $ref: file = '' }]) => ({ name, file, schema: readJson(new URL(file, place)) }));
}

/** The schema and its `$defs` as components; `$id` goes, so that references start from the description again. */
function componentsOf(own: Published, published: readonly Published[]): JsonObject {
  const {
    $defs = {},
    $id: _id,
    $schema: _dialect,
    ...root
  } = replaceMembers(own.schema, {
    $ref: (ref) => ['$ref', localRef(ref, published, own)],
  }) as JsonObject;
  const definitions = Object.entries($defs as JsonObject).map(([name, definition]) => [
    `${own.name}.${name}`,
    definition,
  ]);
  return { [own.name]: root, ...(Object.fromEntries(definitions) as JsonObject) };
}

/** `urn:…#/$defs/party/properties/role` is `#/components/schemas/OneDocument.party/properties/role`. Without `own`, `#…` is the description's. */
function localRef(ref: string, published: readonly Published[], own?: Published): string {
  const [document, pointer = ''] = ref.split('#');
  const target =
    document === '' ? own : published.find(({ file, schema }) => file === document || schema['$id'] === document);
  if (target) return `#/components/schemas/${target.name}${pointer.replace(/^\/\$defs\//, '.')}`;
  if (document === '') return ref;
  throw new Error(`${ref} refers to no schema that the description names under components.schemas.`);
}

type Replacement = (value: string) => readonly [member: string, value: Json];

/** The same JSON with other members in the place of some text members. */
function replaceMembers(node: Json, replacements: Readonly<Record<string, Replacement>>): Json {
  if (Array.isArray(node)) return node.map((item: Json) => replaceMembers(item, replacements));
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node).map(([member, value]: [string, Json]) => {
    const replace = typeof value === 'string' ? replacements[member] : undefined;
    return replace ? replace(value as string) : [member, replaceMembers(value, replacements)];
  });
  return Object.fromEntries(members) as JsonObject;
}

const readJson = (file: URL): JsonObject => JSON.parse(readFileSync(file, 'utf8')) as JsonObject;

const readExample = (file: URL): Json =>
  file.pathname.endsWith('.json') ? readJson(file) : readFileSync(file, 'utf8');
