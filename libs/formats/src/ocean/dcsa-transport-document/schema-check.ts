import type { Finding } from '#domain';
import { compileSchema, type SchemaCheck } from '../../syntax/json-schema.js';
import { soften } from './tolerances.js';
import schema from './schema/transport-document.schema.json' with { type: 'json' };

let check: SchemaCheck | undefined;

/** What EBL 3.0.4 says against the document, paths from the document's own root; compiled at the first document. */
export function checkSchema(document: unknown): Finding[] {
  check ??= compileSchema(namingUnknownMembers(schema), 'DCSA EBL 3.0.4, TransportDocument');
  return check(document).map((finding) => soften(finding, document));
}

let strictCheck: SchemaCheck | undefined;

/** What the standard itself refuses, with nothing softened: for what is written here. */
export function checkStrictly(document: unknown): readonly Finding[] {
  strictCheck ??= compileSchema(schema, 'DCSA EBL 3.0.4, TransportDocument');
  return strictCheck(document);
}

interface Definition {
  readonly type?: string;
  readonly properties?: object;
  readonly oneOf?: readonly { readonly properties?: object }[];
  readonly anyOf?: readonly { readonly properties?: object }[];
}

/** The standard's objects are open. Closing them makes the schema name the members it does not know, which are then only warnings. */
function namingUnknownMembers(open: { readonly $defs: object }): object {
  const definitions = Object.entries(open.$defs as Readonly<Record<string, Definition>>);
  return { ...open, $defs: Object.fromEntries(definitions.map(([name, definition]) => [name, closed(definition)])) };
}

function closed(definition: Definition): object {
  const branches = [...(definition.oneOf ?? []), ...(definition.anyOf ?? [])];
  const names = branches.flatMap(({ properties }) => Object.keys(properties ?? {}));
  const known = Object.fromEntries(names.map((name) => [name, true]));
  return { ...definition, properties: { ...known, ...definition.properties }, additionalProperties: false };
}
