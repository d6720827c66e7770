import { FEATURES, featuresOf, SPEAKING_FOR, type Feature, type Fitted } from '../src/finding/likelihood.js';
import { kindsLike, addShares } from '../src/finding/line-opinion.js';
import { shippedNames } from '../src/finding/names/shipped-names.js';
import type { NamedKind } from '../src/finding/names/named-kind.js';
import type { Share } from '../src/finding/opinion.js';
import type { LabelledLine } from './labelled-line.js';
import { refine } from './refine.js';
import { isRight } from './right.js';

/** A line's kinds as numbers: what speaks for each, and how probable the right code is if it is meant. */
interface Choice {
  readonly features: readonly (readonly number[])[];
  readonly rightHeading: readonly number[];
  readonly rightSubheading: readonly number[];
  /** The line names no kind of goods: then the catch-alls and none are right. */
  readonly open: boolean;
}

const START: Fitted = {
  weights: {
    ofLine: 2,
    ofName: 2,
    both: 3,
    whole: 1,
    head: 2,
    otherName: 0,
    heading: -1,
    subheading: -1,
    loaded: 0,
    decision: 0,
    catchAll: 0,
  },
  none: 6,
  sharpness: 1,
  nextCode: 0.55,
  otherSubheading: 0.1,
};

/** The likeliest weights for the lines: a conditional logit over the kinds that each may mean, and none. Then what they leave open. */
export function fit(lines: readonly LabelledLine[], start: Fitted = START): Fitted {
  let fitted = start;
  for (let round = 0; round < ROUNDS; round++)
    fitted = climb(
      lines.map((line) => choiceOf(line, fitted)),
      fitted,
    );
  return refine(lines, fitted);
}

/** The best name of a kind depends on the weights: they are fitted again with the names that the last ones chose. */
const ROUNDS = 2;

function choiceOf(line: LabelledLine, fitted: Fitted): Choice {
  const { index, reader } = shippedNames();
  const meant = kindsLike(line.name, { indexes: [index], reader, fitted });
  const right = (kind: NamedKind, digits: number) => probabilityOfRight(kind, line, digits, fitted);
  return {
    features: meant.map(featuresOf),
    rightHeading: meant.map(({ name }) => right(name.kind, 4)),
    rightSubheading: meant.map(({ name }) => right(name.kind, 6)),
    open: line.expect !== 'named',
  };
}

function probabilityOfRight(kind: NamedKind, { hs, expect }: LabelledLine, digits: number, fitted: Fitted): number {
  if (expect !== 'named') return kind.codes.length === 0 ? 1 : 0;
  const shares: Share[] = [];
  addShares(shares, kind, 1, '', fitted);
  return shares.reduce((sum, { code, probability }) => sum + (isRight(code, hs, digits) ? probability : 0), 0);
}

const STEPS = 1500;
const PULL = 0.02;

/** Gradient ascent (Adam) on the logarithm of the probability of the right heading and of the right subheading. */
function climb(choices: readonly Choice[], { weights, none, ...rest }: Fitted): Fitted {
  const point = [...FEATURES.map((feature) => weights[feature]), none];
  const mean = point.map(() => 0);
  const spread = point.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeAt(point, choices);
    slope.forEach((value, at) => {
      mean[at] = 0.9 * mean[at]! + 0.1 * value;
      spread[at] = 0.99 * spread[at]! + 0.01 * value * value;
      point[at] =
        point[at]! + (0.05 * (mean[at] / (1 - 0.9 ** step))) / (Math.sqrt(spread[at] / (1 - 0.99 ** step)) + 1e-8);
      if (at < SPEAKING_FOR) point[at] = Math.max(0, point[at]);
    });
  }
  const named = FEATURES.map((feature, at): [Feature, number] => [feature, point[at]!]);
  return { weights: Object.fromEntries(named) as Record<Feature, number>, none: point[FEATURES.length]!, ...rest };
}

function slopeAt(point: readonly number[], choices: readonly Choice[]): number[] {
  const slope = point.map((value) => -PULL * value);
  for (const choice of choices) addSlope(slope, point, choice);
  return slope;
}

/** The part of what is right in each kind, less the part of all, along each feature. */
function addSlope(
  slope: number[],
  point: readonly number[],
  { features, rightHeading, rightSubheading, open }: Choice,
): void {
  const noneAt = FEATURES.length;
  const strengths = features.map((row) => row.reduce((sum, value, at) => sum + value * point[at]!, 0));
  const strongest = Math.max(point[noneAt]!, ...strengths);
  const odds = strengths.map((strength) => Math.exp(strength - strongest));
  const noneOdds = Math.exp(point[noneAt]! - strongest);
  const total = noneOdds + odds.reduce((sum, each) => sum + each, 0);
  for (const right of open ? [rightHeading] : [rightHeading, rightSubheading]) {
    const noneRight = open ? noneOdds : noneOdds * CHANCE;
    const rightTotal = noneRight + odds.reduce((sum, each, at) => sum + each * right[at]!, 0);
    const factor = open ? 1 : 0.5;
    odds.forEach((each, row) => {
      const pull = factor * ((each * right[row]!) / rightTotal - each / total);
      features[row]!.forEach((value, at) => (slope[at] = slope[at]! + pull * value));
    });
    slope[noneAt] = slope[noneAt]! + factor * (noneRight / rightTotal - noneOdds / total);
  }
}

/** Where no kind is meant, a code is right by chance only. */
const CHANCE = 0.001;
