import type { Reading } from '../../format.js';
import type { JsonSource } from '../../syntax/json.js';
import { schemaCheck } from '../../uncefact/schema-check.js';
import { typeCodeOf } from '../../uncefact/steps.js';
import { REPORT, REQUEST } from './code-lists.js';
import type { StatusReport } from './tree.types.js';

export const EDITION = 'UN/CEFACT Multimodal Transport Consignment Status Report, JSON Schema D.23B';

export function detect({ root }: JsonSource): boolean {
  const type = typeCodeOf(root);
  return type === REPORT || type === REQUEST;
}

const checkSchema = schemaCheck(new URL('schema/status-report.schema.json', import.meta.url), EDITION);

/** The tree is the document itself: what the schema lets through has the types of `StatusReport`. */
export function decode({ root }: JsonSource): Reading<StatusReport> {
  const findings = checkSchema(root);
  return findings.length > 0 ? { findings } : { tree: root as StatusReport, findings };
}
