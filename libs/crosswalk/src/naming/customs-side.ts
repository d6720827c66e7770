import type { HsCandidate, Naming } from '#domain';
import type { GoodsNames, GoodsQuestion, Resolution } from '../crosswalk.js';
import { findHs, type Found } from '../finding/find-hs.js';
import type { Model } from '../finding/model.js';
import { opinionFor, type Opinion } from '../finding/opinion.js';
import { isGivenOn } from '../given-on.js';
import { describeHs, HS_EDITION, isHsSubheading, isKnownHsCode, knownHsPrefix } from '../hs-list.js';
import { codeKey } from '../subject.js';
import { answerOf, byResolution, differing, evidenceOf, SETTLED } from './by-resolution.js';
import { candidatesOf, decisionOf, rounded } from './hs-candidates.js';

type CustomsSide = Pick<GoodsNames, 'customsName' | 'hsCode' | 'customsNaming' | 'hsCandidates' | 'conflict'>;

/** The code and what speaks for others. `hsCode` is there exactly when `naming` says `stated` or `exact`. */
interface HsDecision {
  readonly hsCode?: string;
  readonly naming: Naming;
  readonly candidates: readonly HsCandidate[];
}

/** What customs calls the goods. The naming tells of the HS code, which a declaration cannot do without. */
export function nameCustomsSide(question: GoodsQuestion, model: Model): CustomsSide {
  const stated = statedCodes(question);
  const decision = decide(question, stated, model);
  const { hsCode, naming, candidates } = decision;
  const customsName = customsNameOf(question, decision, model) ?? (hsCode && describeHs(hsCode));
  const conflict = contradiction(question, stated);
  return {
    ...(customsName !== undefined && { customsName }),
    ...(hsCode !== undefined && { hsCode }),
    customsNaming: naming,
    hsCandidates: candidates,
    ...(conflict && { conflict }),
  };
}

/** Each code once, without points; of `840732` and `8407320000` the longer, which says both. */
function statedCodes({ hsCodes }: GoodsQuestion): readonly string[] {
  if (hsCodes.length === 0) return hsCodes;
  const codes = [...new Set(hsCodes.map(codeKey))];
  return codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(code)));
}

/** A known code stated alone stands; else what people settled, then GNG's six digits; else candidates only. */
function decide(question: GoodsQuestion, stated: readonly string[], model: Model): HsDecision {
  const settled = model.book.answering(question, 'hsCode');
  const [code] = stated;
  if (code !== undefined && stated.length === 1 && isKnownHsCode(code))
    return statedCode(code, settled, question, model);
  if (settled.length > 0) return settledCode(settled, question);
  if (code !== undefined) return unsureOfStated(question, stated, model);
  return byTables(question, model);
}

/** A resolution never overrides a stated code; it may make it longer (840732 → 8407321000), and one that differs is shown beside it. */
function statedCode(
  stated: string,
  settled: readonly Resolution[],
  question: GoodsQuestion,
  { tables }: Model,
): HsDecision {
  const decision = settledCode(settled, question);
  if (decision.hsCode?.startsWith(stated) && decision.hsCode !== stated) return decision;
  const others = asCandidates(settled, question).filter(({ hsCode }) => !stated.startsWith(hsCode));
  const lacking = tables.nationalTablesWithout(stated);
  const basis =
    lacking.length === 0 ? {} : { basis: `${stated} is not in ${lacking.join(' or ')}`, tables: lacking.join('; ') };
  return {
    hsCode: stated,
    naming: { source: 'document', certainty: 'stated', ...basis, decision: 'matched' },
    candidates: merged(others, 1),
  };
}

/** Parties of one consignment, or one of them for several routes, may have settled the same subject differently; then no answer is taken. */
function settledCode(settled: readonly Resolution[], question: GoodsQuestion): HsDecision {
  const candidates = merged(asCandidates(settled, question));
  const [only] = candidates;
  const [resolution] = settled;
  if (only === undefined || resolution === undefined || candidates.length > 1)
    return { naming: differing(settled), candidates };
  const naming = { ...byResolution(resolution, question), basis: only.evidence };
  return { hsCode: only.hsCode, naming, candidates: [] };
}

const asCandidates = (settled: readonly Resolution[], question: GoodsQuestion): HsCandidate[] =>
  settled.map((resolution) => ({
    hsCode: codeKey(resolution.answer.hsCode as string),
    evidence: evidenceOf(resolution, question),
  }));

/** One line a code, with all who say it; codes that differ, and one that is stated beside them, share the certainty. */
function merged(candidates: readonly HsCandidate[], stated = 0): HsCandidate[] {
  const byCode = new Map<string, string[]>();
  for (const { hsCode, evidence } of candidates) byCode.set(hsCode, [...(byCode.get(hsCode) ?? []), evidence]);
  const certainty = SETTLED / (byCode.size + stated);
  return [...byCode].map(([hsCode, evidence]) => ({ hsCode, evidence: [...new Set(evidence)].join('; '), certainty }));
}

/** Several codes for one item, or one that HS 2022 does not have: they are evidence like any other, and none is taken. */
function unsureOfStated(question: GoodsQuestion, stated: readonly string[], model: Model): HsDecision {
  const found = findHs(question, model, [opinionOfStated(stated)]);
  const candidates = candidatesOf(found);
  const unlisted = stated.filter((code) => !candidates.some(({ hsCode }) => hsCode === code));
  const basis =
    stated.length > 1 ? 'several HS codes are stated for one item' : `the HS code stated is unknown to ${HS_EDITION}`;
  return {
    naming: { source: 'document', certainty: 'candidate', basis, decision: 'ambiguous', tables: model.tables.titles },
    candidates: [...candidates, ...unlisted.map((code) => asStated(code, found))],
  };
}

/** A code of another edition still tells its heading. */
const opinionOfStated = (stated: readonly string[]): Opinion => ({
  shares: stated.flatMap((code) => {
    const prefix = knownHsPrefix(code);
    if (prefix === undefined) return [];
    const evidence = isKnownHsCode(code) ? 'stated' : `${code} stated, unknown to ${HS_EDITION}`;
    return opinionFor([isKnownHsCode(code) ? code : prefix], SETTLED / stated.length, evidence).shares;
  }),
  silent: 1 - SETTLED,
});

/** What was stated is shown, however little speaks for it; no code begins with one that HS 2022 does not have. */
const asStated = (code: string, { ranked }: Found): HsCandidate => ({
  hsCode: code,
  evidence: isKnownHsCode(code) ? 'stated' : `stated, unknown to ${HS_EDITION}`,
  certainty: rounded(ranked.find((each) => each.code === code)?.certainty ?? 0),
});

function byTables(question: GoodsQuestion, model: Model): HsDecision {
  const [hsCode, ...others] = subheadingsOfGng(question);
  if (hsCode !== undefined && others.length === 0) {
    const basis = `first six digits of GNG, ${HS_EDITION}`;
    return {
      hsCode,
      naming: { source: 'table', certainty: 'exact', basis, decision: 'matched', tables: HS_EDITION },
      candidates: [],
    };
  }
  return byEvidence(findHs(question, model), model);
}

function byEvidence(found: Found, { tables }: Model): HsDecision {
  const candidates = candidatesOf(found);
  const decision = decisionOf(found, candidates);
  if (decision === 'unknown') return { naming: { source: 'none', certainty: 'unmatched', decision }, candidates: [] };
  const certainty = candidates.length > 0 ? 'candidate' : 'unmatched';
  const basis = found.catchAll === undefined ? {} : { basis: `catch-all name: ${found.catchAll}` };
  return { naming: { source: 'table', certainty, ...basis, decision, tables: tables.titles }, candidates };
}

/** Subheadings that the item's GNG codes lead to by their first six digits. Chapter 99 is the railways' own and leads nowhere. */
function subheadingsOfGng({ railCodes }: GoodsQuestion): string[] {
  const found: string[] = [];
  for (const { scheme, code } of railCodes) {
    const six = codeKey(code).slice(0, 6);
    if (scheme === 'GNG' && isHsSubheading(six) && !found.includes(six)) found.push(six);
  }
  return found;
}

/**
 * What a person called the goods, if they have the code that the person gave with it; else what documents call them. Documents that state the
 * code name the goods of it first, unless the person looked at these very goods.
 */
function customsNameOf(question: GoodsQuestion, { hsCode, naming }: HsDecision, { book }: Model): string | undefined {
  const written = question.customsNames[0]?.text;
  const resolution = answerOf(book.answering(question, 'customsName'), 'customsName');
  if (resolution === undefined || !isOfCode(resolution, hsCode)) return written;
  const { customsName } = resolution.answer;
  return naming.source === 'document' && !isGivenOn(resolution, question) ? (written ?? customsName) : customsName;
}

/** `840732` and `8407321000` are one code as far as both say it. */
function isOfCode({ answer }: Resolution, hsCode: string | undefined): boolean {
  if (answer.hsCode === undefined) return true;
  const given = codeKey(answer.hsCode);
  return hsCode !== undefined && (hsCode.startsWith(given) || given.startsWith(hsCode));
}

/** GNG leads to one subheading, the documents state another, and both exist. */
function contradiction(question: GoodsQuestion, stated: readonly string[]): GoodsNames['conflict'] {
  const known = stated.filter(isKnownHsCode);
  if (known.length === 0) return undefined;
  const fromRail = subheadingsOfGng(question);
  const [first] = fromRail;
  const agree = known.some((code) => fromRail.includes(code.slice(0, 6)));
  return first === undefined || agree ? undefined : { fromRail: first, stated: known.join(', ') };
}
