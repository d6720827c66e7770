import type { OneDocument } from '#domain';
import type { Section } from '../section.js';
import { labelSources } from '../source-labels.js';
import { dangerousGoods } from './dangerous-goods.js';
import { discrepancies } from './discrepancies.js';
import { joinEvidence, references, transportDocuments } from './documents.js';
import { containers, wagons } from './equipment.js';
import { goods, totals } from './goods.js';
import { legs } from './legs.js';
import { parties } from './parties.js';

/** In the order of the page; what has nothing to show is left out. */
const SECTIONS = [
  transportDocuments,
  goods,
  totals,
  dangerousGoods,
  discrepancies,
  legs,
  parties,
  containers,
  wagons,
  references,
  joinEvidence,
];

export function sectionsOf(record: OneDocument): Section[] {
  const labels = labelSources(record);
  return SECTIONS.map((section) => section(record, labels)).filter(({ rows }) => rows.length > 0);
}
