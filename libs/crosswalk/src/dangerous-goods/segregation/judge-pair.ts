import { cellOf, divisionOf } from './class-table.js';
import type { CodeRule, Term } from './codes.js';
import type { Stowed } from './stowed.js';

/** What one rule asks between two substances. */
export interface Demand {
  readonly rule: string;
  readonly term: Term;
}

/** What the rules ask between two substances, and the rules that only a person can apply to them. */
export interface Judgement {
  readonly demands: readonly Demand[];
  readonly questions: readonly string[];
}

export const CLASS_TABLE = '7.2.4';

export function judgePair(one: Stowed, other: Stowed): Judgement {
  if (isExplosive(one) && isExplosive(other)) return { demands: [], questions: ['7.2.7'] };
  if (one.limitedQuantity || other.limitedQuantity || one.unNumber === other.unNumber)
    return { demands: [], questions: [] };
  const byClass = byClassTable(one, other);
  return {
    demands: [...byClass.demands, ...byCodes(one, other), ...byCodes(other, one)],
    questions: [...byClass.questions, ...unknownGroup(one, other), ...unknownGroup(other, one)],
  };
}

const isExplosive = ({ hazardClass }: Stowed): boolean => hazardClass.startsWith('1');

/**
 * Classes and single subsidiary hazards, the most stringent of them (7.2.3.3); with several subsidiary hazards the codes alone say what is
 * more than the class asks (7.2.3.4). Substances of one class stand together whatever their subsidiary hazards (7.2.6.1).
 */
function byClassTable(one: Stowed, other: Stowed): Judgement {
  if (divisionOf(one.hazardClass) === divisionOf(other.hazardClass)) return { demands: [], questions: [] };
  const cells = rowsOf(one).flatMap((row) => rowsOf(other).map((column) => cellOf(row, column)));
  const terms = cells.filter((cell) => cell !== undefined && /\d/.test(cell)).map((cell) => Number(cell) as Term);
  const isOpen = cells.includes(undefined) || !one.subsidiaryHazards || !other.subsidiaryHazards;
  return {
    demands: terms.length > 0 ? [{ rule: CLASS_TABLE, term: Math.max(...terms) as Term }] : [],
    questions: [...(isOpen ? [CLASS_TABLE] : []), ...(cells.includes('*') ? ['7.2.7'] : [])],
  };
}

const rowsOf = ({ rowClass, subsidiaryHazards = [] }: Stowed): readonly string[] =>
  subsidiaryHazards.length === 1 ? [rowClass, ...subsidiaryHazards] : [rowClass];

const byCodes = (holder: Stowed, other: Stowed): Demand[] =>
  holder.rules.flatMap(({ code, rule }) =>
    'term' in rule && meets(rule, other) ? [{ rule: code, term: rule.term }] : [],
  );

function meets(rule: Extract<CodeRule, { term: Term }>, other: Stowed): boolean {
  if (rule.kind === 'unNumber') return rule.of.includes(other.unNumber);
  if (rule.kind === 'group')
    return rule.exceptOf !== other.unNumber && rule.of.some((group) => other.groups.includes(group));
  // "Class ..." in a code is also every substance with that subsidiary hazard (7.2.2.2).
  const isExcepted = rule.exceptOf !== '' && other.hazardClass.startsWith(rule.exceptOf);
  return (
    !isExcepted &&
    [other.hazardClass, ...(other.subsidiaryHazards ?? [])].some((hazard) =>
      rule.of.some((named) => hazard === named || divisionOf(hazard) === named || hazard.startsWith(`${named}.`)),
    )
  );
}

/** The shipper says to which segregation group a substance under a generic entry belongs (3.1.4.2); no list does. */
const unknownGroup = (holder: Stowed, other: Stowed): string[] =>
  other.isGeneric && other.groups.length === 0 && holder.rules.some(({ rule }) => rule.kind === 'group')
    ? ['3.1.4.2']
    : [];
