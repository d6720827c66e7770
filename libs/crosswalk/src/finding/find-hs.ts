import type { LocalText } from '#domain';
import { CN_RAIL_TABLE, railClassesOf } from '../cn-rail-table.js';
import type { GoodsQuestion } from '../crosswalk.js';
import { ridList } from '../dangerous-goods/lists.js';
import { HS_EDITION, knownHsPrefix } from '../hs-list.js';
import { codeKey, nameKey } from '../subject.js';
import { combine, type Combined } from './combine.js';
import { kindsLike, opinionOf, type Names } from './line-opinion.js';
import type { Model } from './model.js';
import type { KindName } from './names/named-kind.js';
import { NAMES_EDITION, shippedNames } from './names/shipped-names.js';
import { membershipIn, opinionFor, type Opinion } from './opinion.js';
import { takeCodes } from './text/stated-codes.js';

/** What everything that the documents say of the goods makes of their HS code. */
export interface Found extends Combined {
  /** Every name of the goods is a catch-all: no code may be taken from it. */
  readonly catchAll?: string;
}

/** Combines all evidence there is; `more` is what the caller knows beside it. */
export function findHs(question: GoodsQuestion, model: Model, more: readonly Opinion[] = []): Found {
  const names = namesFor(question, model);
  const ofTexts: Opinion[] = [];
  for (const { text } of textsOf(question)) ofTexts.push(...opinionsOfText(text, names));
  const opinions = [
    ...more,
    ...opinionsOfRailCodes(question, model),
    ...ofTexts,
    ...opinionsOfUnNumbers(question, names),
  ];
  const catchAll = ofTexts.find((opinion) => opinion.catchAll && opinion.catchAll.probability > CATCH_ALL)?.catchAll;
  return { ...combine(opinions), ...(catchAll && { catchAll: catchAll.name }) };
}

/** A catch-all is meant when nothing else is likelier. */
const CATCH_ALL = 0.35;

/** More spellings of one goods item tell nothing new. */
const MOST_TEXTS = 6;

const textsOf = ({ railNames, customsNames }: GoodsQuestion): readonly LocalText[] =>
  distinct(railNames.concat(customsNames));

const distinct = (names: readonly LocalText[]): readonly LocalText[] =>
  names.length < 2
    ? names
    : [...new Map(names.map((name) => [nameKey(name.text), name])).values()].slice(0, MOST_TEXTS);

function opinionsOfText(text: string, names: Names): Opinion[] {
  const { codes, rest } = takeCodes(text);
  const opinions: Opinion[] = [];
  for (const { hs, written } of codes) opinions.push(opinionFor([hs], STATED_IN_TEXT, `the text states ${written}`));
  opinions.push(opinionOf(kindsLike(rest, names), names.fitted));
  return opinions;
}

/** The names that ship, those loaded and those decided. A loaded table of names goes before what ships under the same name. */
export function namesFor({ parties }: GoodsQuestion, { tables, book, fitted }: Model): Names {
  const own = tables.of('NAMES');
  const counts = ({ text, kind }: KindName) =>
    book.holds(kind, parties) && !(kind.table === NAMES_EDITION && own?.hasName(text));
  return {
    indexes: [shippedNames().index, ...tables.indexes, ...book.names],
    reader: shippedNames().reader,
    fitted,
    ...(own === undefined && book.names.length === 0 ? {} : { counts }),
  };
}

/** How often what is stated or led to is right; not fitted, since the labelled lines have too few of them. */
const STATED_IN_TEXT = 0.95;
const GNG_SUBHEADING = 0.97;
const GNG_HEADING = 0.93;
const LOADED = 0.95;
const CHINA_CLASS = 0.75;
const UN_NAME = 0.6;

const opinionsOfRailCodes = ({ railCodes }: GoodsQuestion, model: Model): Opinion[] =>
  railCodes.flatMap(({ scheme, code }) => {
    const table = model.tables.of(scheme);
    const hs = table?.hsOf(code) ?? [];
    if (hs.length > 0) return [opinionFor(hs, LOADED, `${table?.title} ${code}`)];
    if (scheme === 'GNG') return opinionOfGng(codeKey(code));
    return scheme === 'CN-RAIL' ? opinionOfChinaClass(codeKey(code)) : [];
  });

function opinionOfGng(code: string): Opinion[] {
  const prefix = knownHsPrefix(code);
  if (prefix === undefined) return [];
  const probability = prefix.length === 6 ? GNG_SUBHEADING : GNG_HEADING;
  return [opinionFor([prefix], probability, `GNG ${code} begins with it (${HS_EDITION})`)];
}

/** The group, if the table has it, else the class. */
function opinionOfChinaClass(code: string): Opinion[] {
  const found = railClassesOf(code).find(({ hsSuggestions }) => hsSuggestions.length > 0);
  if (found === undefined) return [];
  const evidence = `${CN_RAIL_TABLE} ${found.code} ${found.nameZh}, suggestion not verified`;
  return [membershipIn(found.hsSuggestions, CHINA_CLASS, evidence)];
}

/** A dangerous substance is named by its number: its proper shipping name is one more name of the goods, of less weight. */
function opinionsOfUnNumbers({ unNumbers = [] }: GoodsQuestion, names: Names): Opinion[] {
  return unNumbers.flatMap((unNumber) => {
    const name = ridList().get(unNumber)?.[0]?.listing.properShippingName;
    if (name === undefined) return [];
    const { shares } = opinionOf(kindsLike(name, names), names.fitted);
    const weakened = shares.map((share) => ({
      ...share,
      probability: share.probability * UN_NAME,
      evidence: `UN ${unNumber} ${name}, ${share.evidence}`,
    }));
    return [{ shares: weakened, silent: 1 - weakened.reduce((sum, { probability }) => sum + probability, 0) }];
  });
}
