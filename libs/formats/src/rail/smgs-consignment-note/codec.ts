import { readFileSync } from 'node:fs';
import type { Reading } from '../../format.js';
import type { JsonSource } from '../../syntax/json.js';
import { compileSchema, type SchemaCheck } from '../../syntax/json-schema.js';
import { RAIL_CONSIGNMENT_NOTE } from './code-lists.js';
import type { SmgsNote } from './tree.types.js';

export const EDITION = 'UN/CEFACT SMGS consignment note, JSON Schema D.23B';

/** A document of type 720 in UN/CEFACT's form, or one without a type whose movement is by rail (UNTDID 8067: 2). */
export function detect({ root }: JsonSource): boolean {
  const type = at(root, 'exchangedDocument', 'typeCode', 'content');
  if (type !== undefined) return type === RAIL_CONSIGNMENT_NOTE;
  return at(root, 'specifiedConsignment', 0, 'specifiedLogisticsTransportMovement', 0, 'modeCode', 'content') === '2';
}

/** The tree is the document itself: what the schema lets through has the types of `SmgsNote`. */
export function decode({ root }: JsonSource): Reading<SmgsNote> {
  const findings = schemaCheck()(root);
  return findings.length > 0 ? { findings } : { tree: root as SmgsNote, findings };
}

let compiled: SchemaCheck | undefined;

/** Compiled at the first note: a process that reads none does not pay for it. */
function schemaCheck(): SchemaCheck {
  compiled ??= compileSchema(readSchema(), EDITION);
  return compiled;
}

const readSchema = (): object =>
  JSON.parse(readFileSync(new URL('schema/smgs-consignment-note.schema.json', import.meta.url), 'utf8')) as object;

/** The value at these steps, if there is one; own members only. */
const at = (root: unknown, ...steps: readonly (string | number)[]): unknown =>
  steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
