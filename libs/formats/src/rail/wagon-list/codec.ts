import type { Reading } from '../../format.js';
import type { JsonSource } from '../../syntax/json.js';
import { railFormsOf } from '../../uncefact/rail-note/which-form.js';
import { schemaCheck } from '../../uncefact/schema-check.js';
import { at, typeCodeOf } from '../../uncefact/steps.js';
import { RAIL } from './code-lists.js';
import type { WagonList } from './tree.types.js';

export const EDITION = 'UN/CEFACT rail wagon list, JSON Schema D.23B';

/** The form has no document type: it is known by a movement by rail that says nothing else. */
export function detect({ root }: JsonSource): boolean {
  const movement = at(root, 'specifiedConsignment', 0, 'mainCarriageLogisticsTransportMovement', 0);
  const isByRail = at(movement, 'modeCode', 'content') === RAIL && at(movement, 'departureEvent') === undefined;
  return isByRail && typeCodeOf(root) === undefined && railFormsOf(root).length === 0;
}

const checkSchema = schemaCheck(new URL('schema/wagon-list.schema.json', import.meta.url), EDITION);

/** The tree is the document itself: what the schema lets through has the types of `WagonList`. */
export function decode({ root }: JsonSource): Reading<WagonList> {
  const findings = checkSchema(root);
  return findings.length > 0 ? { findings } : { tree: root as WagonList, findings };
}
