import type { Term } from './codes.js';
import { areCompatible } from './compatible.js';
import { CLASS_TABLE, judgePair, type Demand } from './judge-pair.js';
import { stowedOf, type Stowed, type StowedSubstance } from './stowed.js';

/** Two substances of one container that the IMDG Code keeps apart. */
export interface SegregationFinding {
  /** Their places among the substances asked about. */
  readonly between: readonly [number, number];
  /** The strictest term that a rule asks: 1 away from, 2 separated from, 3 by a compartment, 4 lengthwise by a compartment. */
  readonly term: Term;
  /** The rules that ask it: `7.2.4`, the table of classes, or codes such as `SG36`. */
  readonly rules: readonly string[];
  /** A clause that may lift it, by facts that no list has. */
  readonly unless?: '7.2.6.3' | '7.2.6.5';
}

/** A rule that is not decided here, and whom it concerns. */
export interface SegregationQuestion {
  readonly substances: readonly number[];
  readonly rule: string;
}

export interface Segregation {
  readonly findings: readonly SegregationFinding[];
  readonly notJudged: readonly SegregationQuestion[];
}

/**
 * What the IMDG Code asks of substances in one container: classes by 7.2.4, segregation groups and codes by 7.2.8. `withOtherGoods`: the
 * container holds goods that are not dangerous, which codes may speak of (foodstuffs). What cannot be decided is in `notJudged`.
 */
export function checkSegregation(substances: readonly StowedSubstance[], withOtherGoods = false): Segregation {
  const stowed = substances.map(stowedOf);
  const pairs = pairsOf(stowed).map(({ between, one, other }) => ({ between, one, other, ...judgePair(one, other) }));
  return {
    findings: pairs.flatMap(({ between, one, other, demands }) => {
      const strictest = strictestOf(demands);
      return strictest ? [{ between, ...strictest, ...liftedBy(one, other, strictest.rules) }] : [];
    }),
    notJudged: [
      ...unlisted(substances, stowed),
      ...pairs.flatMap(({ between, questions }) =>
        [...new Set(questions)].map((rule) => ({ substances: between, rule })),
      ),
      ...openCodes(stowed, withOtherGoods),
    ],
  };
}

interface Pair {
  readonly between: readonly [number, number];
  readonly one: Stowed;
  readonly other: Stowed;
}

const pairsOf = (stowed: readonly (Stowed | undefined)[]): Pair[] =>
  stowed.flatMap((one, index) =>
    stowed
      .slice(index + 1)
      .flatMap((other, offset): Pair[] => (one && other ? [{ between: [index, index + 1 + offset], one, other }] : [])),
  );

function strictestOf(demands: readonly Demand[]): { term: Term; rules: string[] } | undefined {
  if (demands.length === 0) return undefined;
  const term = Math.max(...demands.map((demand) => demand.term)) as Term;
  return { term, rules: [...new Set(demands.filter((demand) => demand.term === term).map(({ rule }) => rule))] };
}

/** 7.2.6.3 names substances that do not react with each other; 7.2.6.5 lets small packages of acids and alkalis stand together. */
function liftedBy(one: Stowed, other: Stowed, rules: readonly string[]): Pick<SegregationFinding, 'unless'> {
  if (areCompatible(one.unNumber, other.unNumber)) return { unless: '7.2.6.3' };
  const areMildCorrosives = [one, other].every(
    ({ hazardClass, packingGroup }) => hazardClass === '8' && (packingGroup === 'II' || packingGroup === 'III'),
  );
  return areMildCorrosives && rules.every((rule) => ACIDS_AND_ALKALIS.has(rule)) ? { unless: '7.2.6.5' } : {};
}

const ACIDS_AND_ALKALIS: ReadonlySet<string> = new Set(['SG20', 'SG21', 'SG35', 'SG36']);

/** A substance whose listing is not known cannot be judged against the others. */
const unlisted = (
  substances: readonly StowedSubstance[],
  stowed: readonly (Stowed | undefined)[],
): SegregationQuestion[] =>
  substances.length < 2
    ? []
    : stowed.flatMap((found, index) => (found ? [] : [{ substances: [index], rule: CLASS_TABLE }]));

/** Codes that speak of what no list says, once for each substance that has something beside it to ask about. */
const openCodes = (stowed: readonly (Stowed | undefined)[], withOtherGoods: boolean): SegregationQuestion[] =>
  stowed.flatMap((one, index) => {
    if (!one || one.limitedQuantity) return [];
    const hasNeighbour = stowed.some((other) => other && other.unNumber !== one.unNumber && !other.limitedQuantity);
    return one.rules
      .filter(
        ({ rule }) =>
          (rule.kind === 'ask' && hasNeighbour) || (rule.kind === 'goods' && (hasNeighbour || withOtherGoods)),
      )
      .map(({ code }) => ({ substances: [index], rule: code }));
  });
