import type { HsCandidate, Naming } from '#domain';
import type { GoodsNames, GoodsQuestion, Resolution } from '../crosswalk.js';
import { describeHs, HS_EDITION, isKnownHsCode } from '../hs-list.js';
import type { ResolutionBook } from '../resolution-book.js';
import { codeKey } from '../subject.js';
import { merged, subheadingsOfGng, suggestedByTables } from './hs-evidence.js';

type CustomsSide = Pick<GoodsNames, 'customsName' | 'hsCode' | 'customsNaming' | 'hsCandidates' | 'conflict'>;

/** The code and what speaks for others. `hsCode` is there exactly when `naming` says `stated` or `exact`. */
interface HsDecision {
  readonly hsCode?: string;
  readonly naming: Naming;
  readonly candidates: readonly HsCandidate[];
}

/** What customs calls the goods. The naming tells of the HS code, which a declaration cannot do without. */
export function nameCustomsSide(question: GoodsQuestion, book: ResolutionBook): CustomsSide {
  const stated = statedCodes(question);
  const { hsCode, naming, candidates } = decide(question, stated, book);
  const customsName = question.customsNames[0]?.text ?? resolvedName(question, book) ?? (hsCode && describeHs(hsCode));
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
function statedCodes({ hsCodes }: GoodsQuestion): string[] {
  const codes = [...new Set(hsCodes.map(codeKey))];
  return codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(code)));
}

/** A known code stated alone stands; else what people settled, then GNG's six digits; else candidates only. */
function decide(question: GoodsQuestion, stated: readonly string[], book: ResolutionBook): HsDecision {
  const settled = book.answering(question, ({ hsCode }) => hsCode !== undefined);
  const [code] = stated;
  if (code !== undefined && stated.length === 1 && isKnownHsCode(code)) return statedCode(code, settled);
  if (settled.length > 0) return settledCode(settled);
  if (code !== undefined) return unsureOfStated(question, stated);
  return byTables(question);
}

/** A resolution never overrides a stated code; it may make it longer (840732 → 8407321000), and one that differs is shown beside it. */
function statedCode(stated: string, settled: readonly Resolution[]): HsDecision {
  const decision = settledCode(settled);
  if (decision.hsCode?.startsWith(stated) && decision.hsCode !== stated) return decision;
  const differing = settled.map(asCandidate).filter(({ hsCode }) => !stated.startsWith(hsCode));
  return { hsCode: stated, naming: { source: 'document', certainty: 'stated' }, candidates: merged(differing) };
}

/** Parties of one consignment may have settled the same subject differently; then nobody's answer is taken. */
function settledCode(settled: readonly Resolution[]): HsDecision {
  const candidates = merged(settled.map(asCandidate));
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) {
    return {
      naming: { source: 'resolution', certainty: 'candidate', basis: 'the parties settled it differently' },
      candidates,
    };
  }
  return {
    hsCode: only.hsCode,
    naming: { source: 'resolution', certainty: 'exact', basis: only.evidence, resolution: restsOn(settled) },
    candidates: [],
  };
}

const restsOn = ([first]: readonly Resolution[]): NonNullable<Naming['resolution']> => {
  const { id, version } = first as Resolution;
  return { id, version };
};

const asCandidate = ({ id, answer }: Resolution): HsCandidate => ({
  hsCode: codeKey(answer.hsCode as string),
  evidence: `resolution ${id}`,
});

/** Several codes for one item, or one that HS 2022 does not have: all are shown, those that GNG supports first, none is taken. */
function unsureOfStated(question: GoodsQuestion, stated: readonly string[]): HsDecision {
  const supported = subheadingsOfGng(question);
  const fits = (code: string): boolean => supported.includes(code.slice(0, 6));
  const ranked = [...stated.filter(fits), ...stated.filter((code) => !fits(code))];
  const named = ranked.map((hsCode) => ({
    hsCode,
    evidence: isKnownHsCode(hsCode) ? 'stated' : `stated, unknown to ${HS_EDITION}`,
  }));
  const basis =
    stated.length > 1 ? 'several HS codes are stated for one item' : `the HS code stated is unknown to ${HS_EDITION}`;
  return {
    naming: { source: 'document', certainty: 'candidate', basis },
    candidates: merged([...named, ...suggestedByTables(question)]),
  };
}

function byTables(question: GoodsQuestion): HsDecision {
  const [hsCode, ...others] = subheadingsOfGng(question);
  if (hsCode !== undefined && others.length === 0) {
    return {
      hsCode,
      naming: { source: 'table', certainty: 'exact', basis: `first six digits of GNG, ${HS_EDITION}` },
      candidates: [],
    };
  }
  const candidates = suggestedByTables(question);
  return { naming: candidates.length > 0 ? CANDIDATE : UNMATCHED, candidates };
}

const CANDIDATE: Naming = { source: 'table', certainty: 'candidate' };
const UNMATCHED: Naming = { source: 'none', certainty: 'unmatched' };

const resolvedName = (question: GoodsQuestion, book: ResolutionBook): string | undefined =>
  book.answering(question, ({ customsName }) => customsName !== undefined)[0]?.answer.customsName;

/** GNG leads to one subheading, the documents state another, and both exist. */
function contradiction(question: GoodsQuestion, stated: readonly string[]): GoodsNames['conflict'] {
  const known = stated.filter(isKnownHsCode);
  if (known.length === 0) return undefined;
  const fromRail = subheadingsOfGng(question);
  const [first] = fromRail;
  const agree = known.some((code) => fromRail.includes(code.slice(0, 6)));
  return first === undefined || agree ? undefined : { fromRail: first, stated: known.join(', ') };
}
