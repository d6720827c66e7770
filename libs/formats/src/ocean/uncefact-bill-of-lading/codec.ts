import type { Reading } from '../../format.js';
import type { JsonSource } from '../../syntax/json.js';
import { schemaCheck } from '../../uncefact/schema-check.js';
import { at, typeCodeOf } from '../../uncefact/steps.js';
import { SEA_DOCUMENTS } from './code-lists.js';
import type { BillOfLading } from './tree.types.js';

export const EDITION = 'UN/CEFACT Maritime Bill of Lading, JSON Schema D.23B';

/** A sea document in UN/CEFACT's form, or one without a type whose goods are loaded and unloaded. */
export function detect({ root }: JsonSource): boolean {
  const type = typeCodeOf(root);
  if (at(root, 'exchangedDocument') === undefined) return false;
  return type === undefined ? isLoaded(root) : SEA_DOCUMENTS.has(type);
}

/** No other D.23B document has a loading event. */
const isLoaded = (root: unknown): boolean =>
  at(root, 'specifiedConsignment', 0, 'mainCarriageLogisticsTransportMovement', 0, 'loadingEvent') !== undefined;

export const checkSchema = schemaCheck(new URL('schema/bill-of-lading.schema.json', import.meta.url), EDITION);

/** The tree is the document itself: what the schema lets through has the types of `BillOfLading`. */
export function decode({ root }: JsonSource): Reading<BillOfLading> {
  const findings = checkSchema(root);
  return findings.length > 0 ? { findings } : { tree: root as BillOfLading, findings };
}
