import type { Reading } from '../../format.js';
import type { JsonSource } from '../../syntax/json.js';
import { railFormsOf } from '../../uncefact/rail-note/which-form.js';
import { schemaCheck } from '../../uncefact/schema-check.js';
import type { CimSmgsNote } from './tree.types.js';

export const EDITION = 'UN/CEFACT CIM/SMGS consignment note, JSON Schema D.23B';

export const detect = ({ root }: JsonSource): boolean => railFormsOf(root).includes('CIM/SMGS');

const checkSchema = schemaCheck(new URL('schema/cim-smgs-consignment-note.schema.json', import.meta.url), EDITION);

/** The tree is the document itself: what the schema lets through has the types of `CimSmgsNote`. */
export function decode({ root }: JsonSource): Reading<CimSmgsNote> {
  const findings = checkSchema(root);
  return findings.length > 0 ? { findings } : { tree: root as CimSmgsNote, findings };
}
