import { readFileSync } from 'node:fs';
import { checkIdentifiers } from './identifier-checks.js';
import { compileSchema, type SchemaCheck } from '../syntax/json-schema.js';

/** The check of a derived schema, and of the lengths it leaves open; compiled at the first document: a process that reads none does not pay for it. */
export function schemaCheck(file: URL, edition: string): SchemaCheck {
  let compiled: SchemaCheck | undefined;
  return (tree) => {
    compiled ??= compileSchema(JSON.parse(readFileSync(file, 'utf8')) as object, edition);
    const findings = compiled(tree);
    return findings.length > 0 ? findings : checkIdentifiers(tree);
  };
}
