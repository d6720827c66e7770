import type { Fitted } from '../src/finding/likelihood.js';
import { addShares, kindsLike, opinionOf, type Names } from '../src/finding/line-opinion.js';
import type { Meant } from '../src/finding/names/likeness.js';
import { shippedNames } from '../src/finding/names/shipped-names.js';
import type { Share } from '../src/finding/opinion.js';
import type { LabelledLine } from './labelled-line.js';
import { isRight } from './right.js';

interface Looked {
  readonly line: LabelledLine;
  readonly meant: readonly Meant[];
}

/** Finds what the weights leave open by trying: the order of a kind's codes, and how sharp the probabilities are. */
export function refine(lines: readonly LabelledLine[], fitted: Fitted): Fitted {
  const { index, reader } = shippedNames();
  const names: Names = { indexes: [index], reader, fitted };
  const looked = lines.map((line) => ({ line, meant: kindsLike(line.name, names) }));
  const ordered = best(
    NEXT_CODES.flatMap((nextCode) => OTHERS.map((otherSubheading) => ({ ...fitted, nextCode, otherSubheading }))),
    (tried) => subheadingLoss(looked, tried),
  );
  return best(
    SHARPNESSES.map((sharpness) => ({ ...ordered, sharpness })),
    (tried) => headingLoss(looked, tried),
  );
}

const NEXT_CODES = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
const OTHERS = [0.02, 0.04, 0.06, 0.08, 0.1];
const SHARPNESSES = [0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2];

const best = (all: readonly Fitted[], loss: (tried: Fitted) => number): Fitted =>
  all.map((tried) => ({ tried, loss: loss(tried) })).reduce((one, other) => (other.loss < one.loss ? other : one))
    .tried;

/** How improbable the right subheading is, given that the likeliest kind has the right heading. */
const subheadingLoss = (looked: readonly Looked[], tried: Fitted): number =>
  looked.reduce((sum, { line, meant: [first] }) => {
    if (first === undefined || !first.name.kind.codes.some((code) => isRight(code, line.hs, 4))) return sum;
    const shares: Share[] = [];
    addShares(shares, first.name.kind, 1, '', tried);
    return sum - Math.log(SMALL + rightShare(shares, line, 6));
  }, 0);

const SMALL = 0.01;

/** How far the certainty of the likeliest heading is from its being right, squared. */
const headingLoss = (looked: readonly Looked[], tried: Fitted): number =>
  looked.reduce((sum, { line, meant }) => {
    const { shares } = opinionOf(meant, tried);
    const byHeading = Map.groupBy(shares, ({ code }) => code.slice(0, 4));
    const certainties = [...byHeading].map(([code, each]) => ({ code, certainty: total(each) }));
    const first = certainties.reduce((one, other) => (other.certainty > one.certainty ? other : one), {
      code: '',
      certainty: 0,
    });
    return sum + (first.certainty - (isRight(first.code, line.hs, 4) ? 1 : 0)) ** 2;
  }, 0);

const rightShare = (shares: readonly Share[], { hs }: LabelledLine, digits: number): number =>
  total(shares.filter(({ code }) => isRight(code, hs, digits)));

const total = (shares: readonly Share[]): number => shares.reduce((sum, { probability }) => sum + probability, 0);
