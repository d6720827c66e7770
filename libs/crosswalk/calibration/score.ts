import type { HsCandidate } from '#domain';
import type { Crosswalk, GoodsNames, GoodsQuestion, TableScheme } from '../src/index.js';
import type { LabelledLine } from './labelled-line.js';
import { isRight } from './right.js';

/** What the crosswalk makes of a labelled line. */
export interface Answer {
  readonly line: LabelledLine;
  readonly decision: 'matched' | 'ambiguous' | 'unknown';
  readonly candidates: readonly HsCandidate[];
  readonly headings: readonly { readonly code: string; readonly certainty: number }[];
}

/** Asks as a rail waybill and a bill of lading would that state only this. */
export function answerTo(line: LabelledLine, crosswalk: Crosswalk): Answer {
  const names = crosswalk.nameGoods(questionOf(line));
  const candidates = allCandidates(names);
  return { line, decision: names.customsNaming.decision ?? 'unknown', candidates, headings: headingsOf(candidates) };
}

export function questionOf({ name, otherName, code, unNumber }: LabelledLine): GoodsQuestion {
  const [scheme, digits] = code.split(' ') as [TableScheme, string?];
  return {
    railNames: [{ text: name }],
    railCodes: digits === undefined ? [] : [{ scheme: scheme as 'GNG' | 'CN-RAIL' | 'ETSNG', code: digits }],
    customsNames: otherName === '' ? [] : [{ text: otherName }],
    hsCodes: [],
    unNumbers: unNumber === '' ? [] : [unNumber],
    parties: [],
  };
}

/** A code that is taken is the first candidate, and certain. */
const allCandidates = ({ hsCode, customsNaming: { basis = '' }, hsCandidates }: GoodsNames): readonly HsCandidate[] =>
  hsCode === undefined ? hsCandidates : [{ hsCode, evidence: basis, certainty: 1 }, ...hsCandidates];

function headingsOf(candidates: readonly HsCandidate[]): Answer['headings'] {
  const byHeading = new Map<string, number>();
  for (const { hsCode, certainty = 0 } of candidates) {
    const heading = hsCode.slice(0, 4);
    const known = byHeading.get(heading) ?? 0;
    byHeading.set(heading, hsCode.length === 4 ? Math.max(known, certainty) : known + certainty);
  }
  return [...byHeading]
    .map(([code, certainty]) => ({ code, certainty: Math.min(1, certainty) }))
    .sort((one, other) => other.certainty - one.certainty);
}

/** Shares are of the lines named in the brackets. */
export interface Score {
  readonly lines: number;
  /** Right code first, and among the first three (lines that name goods). */
  readonly top1At6: number;
  readonly top3At6: number;
  readonly top1At4: number;
  readonly top3At4: number;
  /** Matched (lines that name goods), and right where matched (all lines). */
  readonly matched: number;
  readonly matchedRightAt4: number;
  readonly matchedRightAt6: number;
  /** Not matched, and told apart as labelled (lines that name no goods surely). */
  readonly openRecognised: number;
  readonly openAsLabelled: number;
  /** Expected calibration error over ten bins (all lines with a candidate). */
  readonly errorAt6: number;
  readonly errorAt4: number;
}

export function scoreOf(answers: readonly Answer[]): Score {
  const named = answers.filter(({ line }) => line.expect === 'named');
  const open = answers.filter(({ line }) => line.expect !== 'named');
  const matched = answers.filter(({ decision }) => decision === 'matched');
  return {
    lines: answers.length,
    top1At6: share(named, (answer) => hasAmongFirst(answer, 1, 6)),
    top3At6: share(named, (answer) => hasAmongFirst(answer, 3, 6)),
    top1At4: share(named, (answer) => hasAmongFirst(answer, 1, 4)),
    top3At4: share(named, (answer) => hasAmongFirst(answer, 3, 4)),
    matched: share(named, ({ decision }) => decision === 'matched'),
    matchedRightAt4: share(matched, (answer) => hasAmongFirst(answer, 1, 4)),
    matchedRightAt6: share(matched, (answer) => hasAmongFirst(answer, 1, 6)),
    openRecognised: share(open, ({ decision }) => decision !== 'matched'),
    openAsLabelled: share(open, ({ decision, line }) => decision === line.expect),
    errorAt6: calibrationError(answers, 6),
    errorAt4: calibrationError(answers, 4),
  };
}

export const hasAmongFirst = (answer: Answer, count: number, digits: 4 | 6): boolean =>
  codesOf(answer, digits)
    .slice(0, count)
    .some(({ code }) => isRight(code, answer.line.hs, digits));

const codesOf = ({ candidates, headings }: Answer, digits: 4 | 6): Answer['headings'] =>
  digits === 4 ? headings : candidates.map(({ hsCode, certainty = 0 }) => ({ code: hsCode, certainty }));

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.length === 0 ? NaN : items.filter(holds).length / items.length;

const BINS = 10;

/** How far the certainty of the first answer is from how often it is right, over bins of like certainty. */
function calibrationError(answers: readonly Answer[], digits: 4 | 6): number {
  const firsts = answers.flatMap((answer) => {
    const [first] = codesOf(answer, digits);
    return first === undefined ? [] : [{ certainty: first.certainty, right: hasAmongFirst(answer, 1, digits) ? 1 : 0 }];
  });
  const bins = Array.from({ length: BINS }, () => ({ certainty: 0, right: 0 }));
  for (const { certainty, right } of firsts) {
    const bin = bins[Math.min(BINS - 1, Math.floor(certainty * BINS))] as (typeof bins)[number];
    bin.certainty += certainty;
    bin.right += right;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.certainty - bin.right), 0) / firsts.length;
}
