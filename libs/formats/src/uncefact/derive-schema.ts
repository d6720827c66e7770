import { readFileSync, writeFileSync } from 'node:fs';
import { LONGEST_DECIMAL } from '#domain';

/**
 * Derives a format's schema from UN/CEFACT's official one; each format's SOURCE.md says what changes and why.
 * By hand: `node derive-schema.ts <official schema file> <derived schema file>`.
 */

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [member: string]: Json;
}

const EXTENSION_MEMBERS = { '^x-': true };
const ANNOTATIONS = new Set(['title', 'description', '$id', '$schema', 'contentEncoding']);
const LINK = '#/$defs/resourceType';
const EXTENSIBLE = '#/$defs/extensibleType';

/** The compact schema of the official one, parsed. */
export function deriveSchema(official: JsonObject): JsonObject {
  const root = compact(official);
  const definitions: Record<string, JsonObject> = {};
  collect(root, official, definitions);
  const sorted = Object.fromEntries(Object.entries(definitions).sort(([one], [other]) => (one < other ? -1 : 1)));
  return { $schema: official.$schema ?? '', $comment: official.description ?? '', ...root, $defs: sorted };
}

/** One line a definition: readable in a diff, and small. */
export function print(schema: JsonObject): string {
  const lines = (object: JsonObject, indent: string, expand: readonly string[]): string =>
    Object.entries(object)
      .map(([name, value]) => {
        const text = expand.includes(name)
          ? `{\n${lines(value as JsonObject, `${indent}  `, [])}\n${indent}}`
          : JSON.stringify(value);
        return `${indent}${JSON.stringify(name)}: ${text}`;
      })
      .join(',\n');
  return `{\n${lines(schema, '  ', ['properties', '$defs'])}\n}\n`;
}

function compact(schema: JsonObject): JsonObject {
  const choices = schema.oneOf as readonly JsonObject[] | undefined;
  if (choices?.every((choice) => 'const' in choice))
    return { enum: [...new Set(choices.map((choice) => choice.const!))] };
  const content = choices?.filter(({ $ref }) => $ref !== LINK);
  if (content?.length === 1) return compact({ ...withoutKeys(schema, ['oneOf']), ...content[0] });
  const narrowed = (schema.allOf as readonly JsonObject[] | undefined)?.find((part) => 'enum' in part);
  if (narrowed) return { enum: narrowed.enum! };
  const closed = schema.$ref === EXTENSIBLE ? closedButExtensible(schema) : schema;
  return Object.fromEntries(Object.entries(closed).flatMap(([keyword, value]) => compactKeyword(keyword, value)));
}

const closedButExtensible = (schema: JsonObject): JsonObject => ({
  ...withoutKeys(schema, ['$ref', 'unevaluatedProperties']),
  patternProperties: EXTENSION_MEMBERS,
  additionalProperties: false,
});

function compactKeyword(keyword: string, value: Json): [string, Json][] {
  if (ANNOTATIONS.has(keyword) || keyword === '$defs') return [];
  if (keyword === '$ref') return [[keyword, `#/$defs/${lastName(value as string)}`]];
  if (keyword === 'properties') return [[keyword, compactMembers(value as JsonObject)]];
  if (keyword === 'oneOf') return [[keyword, (value as readonly JsonObject[]).map(compact)]];
  if (keyword === 'pattern')
    return [
      [keyword, DECIMAL_PATTERN],
      ['maxLength', LONGEST_DECIMAL],
    ];
  if (keyword === 'items') return [[keyword, compact(value as JsonObject)]];
  return [[keyword, value]];
}

const compactMembers = (members: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(members).map(([name, schema]) => [
      name,
      typeof schema === 'object' ? compact(schema as JsonObject) : schema,
    ]),
  );

/** Adds every definition that `schema` leads to, under its last name: no two of the official names share one. */
function collect(schema: Json, official: JsonObject, into: Record<string, JsonObject>): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === '$ref' && typeof value === 'string') collectNamed(lastName(value), official, into);
    else collect(value, official, into);
  }
}

function collectNamed(name: string, official: JsonObject, into: Record<string, JsonObject>): void {
  if (name in into) return;
  const definition = compact(find(name, official.$defs as JsonObject));
  into[name] = definition;
  collect(definition, official, into);
}

function find(name: string, definitions: JsonObject): JsonObject {
  const groups = Object.values(definitions).map((group) => (group as JsonObject).$defs as JsonObject | undefined);
  const found = [definitions, ...groups].find((group) => group && name in group)?.[name];
  if (found === undefined) throw new Error(`The official schema does not define ${name}.`);
  return found as JsonObject;
}

const lastName = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/**
 * The official pattern for decimals takes time that grows with the square of the text's length. This one allows the same texts, of a length that can be added up.
 */
const DECIMAL_PATTERN = '^[+-]?(\\d+|(0|[1-9]\\d*)?\\.\\d+)$';

const withoutKeys = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

if (import.meta.main) {
  const [officialFile = '', derivedFile = ''] = process.argv.slice(2);
  const official = JSON.parse(readFileSync(officialFile, 'utf8')) as JsonObject;
  writeFileSync(derivedFile, print(deriveSchema(official)));
}
