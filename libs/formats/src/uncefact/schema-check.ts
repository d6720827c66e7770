import { readFileSync } from 'node:fs';
import { compileSchema, type SchemaCheck } from '../syntax/json-schema.js';

/** The check of a derived schema, compiled at the first document: a process that reads none does not pay for it. */
export function schemaCheck(file: URL, edition: string): SchemaCheck {
  let compiled: SchemaCheck | undefined;
  return (tree) => {
    compiled ??= compileSchema(JSON.parse(readFileSync(file, 'utf8')) as object, edition);
    return compiled(tree);
  };
}
