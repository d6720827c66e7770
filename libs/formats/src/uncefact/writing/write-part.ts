import type { Finding, OneDocument, TransportDocument } from '#domain';
import type { Writing } from '../../format.js';
import { notCarried } from '../../writing/not-carried.js';
import { partOf } from '../../writing/record-part.js';
import type { SchemaCheck } from '../../syntax/json-schema.js';
import { fitted } from '../../writing/fitted.js';

/** A form as far as a record's part is written in it. */
export interface WrittenForm<Tree> {
  readonly kind: TransportDocument['kind'];
  write(part: TransportDocument): Tree;
  readonly checkSchema: SchemaCheck;
  check(tree: Tree): readonly Finding[];
  toConsignment(tree: Tree): TransportDocument;
}

/**
 * Writes the part, takes out what the form's schema refuses, and reads the result again: what is not found in it was not carried, and is told. A document
 * that would not be taken in is not given out.
 */
export function writePart<Tree>(record: OneDocument, form: WrittenForm<Tree>): Writing {
  const part = partOf(record, form.kind);
  if (!('document' in part)) return { findings: part };
  const tree = fitted(form.write(part.document), form.checkSchema);
  const errors = form.check(tree).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { findings: errors };
  return { bytes: Buffer.from(JSON.stringify(tree)), findings: notCarried(part, form.toConsignment(tree)) };
}
