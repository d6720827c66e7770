import { follow, members, misfits, operations, part, type Operation } from './description.js';

/**
 * Checks a response of a running server against the description: the route and the status are described, and a JSON body fits its schema.
 * `path` may carry a query; `body` is the parsed JSON, or the bytes where the description says another type. Throws with every place that does not fit.
 */
export function checkAgainstDescription(method: string, path: string, status: number, body: unknown): void {
  const request = `${method.toUpperCase()} ${path}`;
  const operation = operationFor(method, path);
  if (!operation) throw new Error(`${request} is not described.`);
  const response = `${operation.place}/responses/${status}`;
  if (!members(`${operation.place}/responses`).includes(String(status)))
    throw new Error(`${request} answers ${status}, which is not described.`);
  const schema = Buffer.isBuffer(body) && givesBytes(follow(response)) ? undefined : jsonSchemaOf(follow(response));
  const wrong = schema === undefined ? [] : misfits(schema, body);
  if (wrong.length > 0)
    throw new Error(`${request} answers ${status} with a body that is not as described:\n${wrong.join('\n')}`);
}

/** Literal parts count before parameters: `standing-instructions` is no `{id}`. */
function operationFor(method: string, path: string): Operation | undefined {
  const asked = path.split('?')[0] as string;
  return operations
    .filter((operation) => operation.method === method.toLowerCase() && patternOf(operation.path).test(asked))
    .toSorted((one, other) => parametersIn(one.path) - parametersIn(other.path))[0];
}

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);

const parametersIn = (template: string): number => template.split('{').length;

const JSON_TYPE = /^application\/(problem\+)?json$/;

const givesBytes = (response: string): boolean => members(`${response}/content`).some((type) => !JSON_TYPE.test(type));

function jsonSchemaOf(response: string): string | undefined {
  const type = members(`${response}/content`).find((name) => JSON_TYPE.test(name));
  return type && `${response}/content${part(type)}/schema`;
}
