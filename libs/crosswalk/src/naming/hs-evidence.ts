import type { HsCandidate } from '#domain';
import type { GoodsQuestion } from '../crosswalk.js';
import { CN_RAIL_TABLE, railClassesOf } from '../cn-rail-table.js';
import { NAME_TABLE, rowsNamed } from '../goods-name-table.js';
import { HS_EDITION, isHsSubheading, knownHsPrefix } from '../hs-list.js';
import { codeKey } from '../subject.js';

/** Subheadings that the item's GNG codes lead to by their first six digits. Chapter 99 is the railways' own and leads nowhere. */
export function subheadingsOfGng(question: GoodsQuestion): string[] {
  const sixes = gngCodes(question).map((code) => code.slice(0, 6));
  return [...new Set(sixes.filter(isHsSubheading))];
}

/** What the tables suggest, the nearest first: GNG's known digits, names inside the China class's chapters, other names, the class itself. */
export function suggestedByTables(question: GoodsQuestion): HsCandidate[] {
  const byClass = suggestedByClass(question);
  const inClass = ({ hsCode }: HsCandidate): boolean =>
    byClass.some((suggestion) => hsCode.startsWith(suggestion.hsCode));
  const byName = suggestedByName(question);
  return merged([
    ...suggestedByGng(question),
    ...byName.filter(inClass),
    ...byName.filter((name) => !inClass(name)),
    ...byClass,
  ]);
}

const gngCodes = ({ railCodes }: GoodsQuestion): string[] =>
  railCodes.filter(({ scheme }) => scheme === 'GNG').map(({ code }) => codeKey(code));

const suggestedByGng = (question: GoodsQuestion): HsCandidate[] =>
  gngCodes(question).flatMap((code) => {
    const hsCode = knownHsPrefix(code);
    return hsCode === undefined ? [] : [{ hsCode, evidence: `GNG ${code} begins with it (${HS_EDITION})` }];
  });

const suggestedByName = ({ railNames, customsNames }: GoodsQuestion): HsCandidate[] =>
  [...railNames, ...customsNames].flatMap(({ text }) =>
    rowsNamed(text).map(({ hsCode }) => ({ hsCode, evidence: `${NAME_TABLE}: ${text}` })),
  );

const suggestedByClass = ({ railCodes }: GoodsQuestion): HsCandidate[] =>
  railCodes
    .filter(({ scheme }) => scheme === 'CN-RAIL')
    .flatMap(({ code }) => railClassesOf(codeKey(code)))
    .flatMap(({ code, nameZh, hsSuggestions }) =>
      hsSuggestions.map((hsCode) => ({
        hsCode,
        evidence: `${CN_RAIL_TABLE} ${code} ${nameZh}, suggestion not verified`,
      })),
    );

/** One line a code, with all that speaks for it, in the order of its strongest evidence. */
export function merged(candidates: readonly HsCandidate[]): HsCandidate[] {
  const byCode = new Map<string, Set<string>>();
  for (const { hsCode, evidence } of candidates) byCode.set(hsCode, (byCode.get(hsCode) ?? new Set()).add(evidence));
  return [...byCode].map(([hsCode, evidence]) => ({ hsCode, evidence: [...evidence].join('; ') }));
}
