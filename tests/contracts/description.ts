import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Role } from '#access';
import { projectRoot } from '#contracts';
import { selfContained, type Json, type JsonObject } from '../../libs/room/src/api-description/self-contained.js';

/** The API's description as the server gives it. Places in it are JSON pointers. */
export const description: JsonObject = selfContained(new URL('schemas/api/openapi.json', projectRoot));

/** One operation of the description. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** Its own place, and the place of the path it belongs to. */
  readonly place: string;
  readonly pathPlace: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly description: string;
  /** What it says of tokens itself; absent where the description's own rule holds. */
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

const METHODS = ['get', 'put', 'post', 'delete'];

export const operations: readonly Operation[] = members('/paths').flatMap((path) => {
  const pathPlace = `/paths${part(path)}`;
  return members(pathPlace)
    .filter((method) => METHODS.includes(method))
    .map((method) => {
      const place = `${pathPlace}/${method}`;
      return { ...(at(place) as unknown as Operation), method, path, place, pathPlace };
    });
});

/** A parameter in a path, a query or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** The parameters of an operation, those of its path included. */
export function parametersOf({ pathPlace, place }: Pick<Operation, 'place' | 'pathPlace'>): Parameter[] {
  return [pathPlace, place].flatMap((of) =>
    members(`${of}/parameters`).map((index) => at(follow(`${of}/parameters/${index}`)) as unknown as Parameter),
  );
}

/** The path with the parameters that the examples give. */
export function exampleUrl(operation: Operation): string {
  const parameters = parametersOf(operation);
  const valueOf = ({ example, examples = {} }: Parameter) =>
    encodeURIComponent(String(example ?? Object.values(examples)[0]?.value));
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const filled = inPath.reduce(
    (url, parameter) => url.replace(`{${parameter.name}}`, valueOf(parameter)),
    operation.path,
  );
  const query = inQuery.map((parameter) => `${parameter.name}=${valueOf(parameter)}`).join('&');
  return query === '' ? filled : `${filled}?${query}`;
}

/** A document may come as JSON or as bytes of any kind; it is asked as JSON. */
const NOT_ASKED = ['application/json', 'application/octet-stream'];

/** The media type of its body; JSON where it takes none. */
export const bodyTypeOf = ({ place }: Operation): string =>
  members(`${place}/requestBody/content`).find((type) => !NOT_ASKED.includes(type)) ?? 'application/json';

/** Every body that the description shows for it; an empty one where it takes none. */
export function exampleBodies(operation: Operation): unknown[] {
  const shown = `${operation.place}/requestBody/content${part(bodyTypeOf(operation))}/examples`;
  const bodies = members(shown).map((name) => at(`${follow(`${shown}/${name}`)}/value`));
  return bodies.length > 0 ? bodies : [{}];
}

/** The roles that may use it; none where every role may. */
export const rolesOf = ({ security = [] }: Operation): Role[] =>
  security.flatMap((requirement) => (requirement['bearer'] ?? []) as Role[]);

/** A name as a part of a JSON pointer (RFC 6901). */
export function part(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What stands at a place; undefined if nothing does. */
export function at(place: string): Json | undefined {
  const names = place.split('/').slice(1);
  return names.reduce<Json | undefined>((node, name) => {
    return (node as JsonObject | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, description);
}

/** Names of the members at a place; none if nothing stands there. */
export function members(place: string): string[] {
  return Object.keys(at(place) ?? {});
}

/** The place that the reference at this place leads to; the place itself if none stands there. */
export function follow(place: string): string {
  const { $ref } = (at(place) ?? {}) as { readonly $ref?: string };
  return $ref === undefined ? place : follow($ref.slice(1));
}

const ID = 'urn:yidan:api';
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(description, ID, undefined, false);

const compiled = new Map<string, ValidateFunction>();

/** What does not fit the schema at a place, one line each. */
export function misfits(schemaPlace: string, value: unknown): string[] {
  const validate = compiled.get(schemaPlace) ?? ajv.compile({ $ref: `${ID}#${encodeURI(schemaPlace)}` });
  compiled.set(schemaPlace, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
