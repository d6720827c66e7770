import type { Naming } from '#domain';
import type { GoodsNames, GoodsQuestion, RailCandidate, Resolution } from '../crosswalk.js';
import { namesFor } from '../finding/find-hs.js';
import { findRail } from '../finding/find-rail.js';
import type { Model } from '../finding/model.js';
import { isKnownHsCode } from '../hs-list.js';
import { codeKey } from '../subject.js';
import { answerOf, byResolution, differing } from './by-resolution.js';
import { byPreference } from './rail-codes.js';
import { settledCandidates } from './settled-candidates.js';

type RailSide = Pick<GoodsNames, 'railName' | 'railCode' | 'otherRailCodes' | 'railNaming' | 'railCandidates'>;

/** What rail calls the goods: as its documents state, else as people or the tables say. */
export function nameRailSide(question: GoodsQuestion, model: Model): RailSide {
  const [railCode, ...otherRailCodes] = byPreference(question.railCodes);
  const railName = question.railNames[0]?.text;
  if (railName !== undefined && railCode !== undefined)
    return { railName, railCode, otherRailCodes, railNaming: STATED, railCandidates: [] };
  return { otherRailCodes, ...completed(question, model, { railName, railCode }) };
}

const STATED: Naming = { source: 'document', certainty: 'stated', decision: 'matched' };

interface Stated {
  readonly railName: string | undefined;
  readonly railCode: GoodsNames['railCode'] | undefined;
}

/** A person's answer fills what no rail document states; the naming tells of the code where there is one. */
function completed(question: GoodsQuestion, model: Model, stated: Stated): Omit<RailSide, 'otherRailCodes'> {
  const codes = model.book.answering(question, 'railCode');
  const names = model.book.answering(question, 'railName');
  const forCode = answerOf(codes, 'railCode');
  const forName = answerOf(names, 'railName');
  const railName = stated.railName ?? forName?.answer.railName;
  const railCode = stated.railCode ?? forCode?.answer.railCode;
  if (railName === undefined && railCode === undefined) return unsettled([...codes, ...names], question, model);
  const settledBy = decisive(stated, forCode, forName);
  return {
    ...(railName !== undefined && { railName }),
    ...(railCode !== undefined && { railCode }),
    railNaming: settledBy ? byResolution(settledBy, question) : STATED,
    railCandidates: [],
  };
}

function decisive(
  stated: Stated,
  forCode: Resolution | undefined,
  forName: Resolution | undefined,
): Resolution | undefined {
  if (stated.railCode !== undefined) return undefined;
  if (forCode !== undefined) return forCode;
  return stated.railName === undefined ? forName : undefined;
}

/** A party that settled it differently for other routes did not settle it here; else the tables speak. */
function unsettled(
  settled: readonly Resolution[],
  question: GoodsQuestion,
  model: Model,
): Omit<RailSide, 'otherRailCodes'> {
  if (settled.length === 0) return fromTables(question, model);
  return { railNaming: differing(settled), railCandidates: settledCandidates(settled, question) };
}

/** A name to work with has at least half of the certainty, and is sure from here on. */
const LIKELY = 0.5;
const SURE = 0.8;

function fromTables(question: GoodsQuestion, model: Model): Omit<RailSide, 'otherRailCodes'> {
  const { customsNames, hsCodes } = question;
  const codes = [...new Set(hsCodes.map(codeKey))].filter(isKnownHsCode);
  const probable = codes.map((code) => ({ code, certainty: 1 / codes.length }));
  const railCandidates = findRail(probable, customsNames, namesFor(question, model), model);
  const [best] = railCandidates;
  if (best === undefined)
    return {
      railNaming: { source: 'none', certainty: 'unmatched', ...gngOf(codes), decision: 'unknown' },
      railCandidates,
    };
  const railName = best.certainty >= LIKELY ? nameOf(best) : undefined;
  return {
    ...(railName !== undefined && { railName }),
    railNaming: {
      source: 'table',
      certainty: 'candidate',
      ...gngOf(codes),
      decision: best.certainty >= SURE ? 'matched' : 'ambiguous',
      tables: model.tables.titles,
    },
    railCandidates,
  };
}

const nameOf = ({ nameZh, nameRu, nameEn }: RailCandidate): string | undefined => nameZh ?? nameRu ?? nameEn;

/** GNG's last two digits are the railways' own: six digits of HS say how the code begins, not what it is. */
const gngOf = ([hsCode]: readonly string[]): Pick<Naming, 'basis'> =>
  hsCode === undefined
    ? {}
    : { basis: `a GNG code would begin with ${hsCode.slice(0, 6)}; its last two digits are the railways' own` };
