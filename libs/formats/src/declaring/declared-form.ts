import type { Bilingual, Declaration, Finding } from '#domain';
import { warning } from '../findings.js';
import { leftOut } from '../writing/not-carried.js';
import { asXmlText, type XmlMembers } from '../syntax/write-xml.js';

/** What an element takes. */
export interface Limit {
  takes(text: string): boolean;
  readonly words: Bilingual;
}

/** A value of the declaration as an element says it. */
export interface Stated {
  readonly text: string;
  /** JSON pointers into the declaration: what stands there is carried, all of it. */
  readonly from: readonly string[];
  readonly limit: Limit;
  readonly attributes: Readonly<Record<`@${string}`, string>>;
}

/** What the form says by itself (`string`), what the declaration says, elements, or elements that repeat. */
export type FormPart = string | Stated | FormTree | readonly FormTree[] | undefined;

/** A declaration in the elements of a form, in their order. */
export interface FormTree {
  readonly [element: string]: FormPart;
}

/** Line ends, runs of spaces and characters that XML cannot hold count as one space. */
export function stated(
  text: string | undefined,
  from: string | readonly string[],
  limit: Limit,
  attributes: Stated['attributes'] = {},
): Stated | undefined {
  const said = text === undefined ? '' : asXmlText(text).replace(/\s+/g, ' ').trim();
  return said ? { text: said, from: [from].flat(), limit, attributes } : undefined;
}

/** The exchange's own number of the declaration. Forms take at most 35 characters of its 36: the hyphens are left out. */
export const ownReference = ({ declarationId }: Declaration): string => declarationId.replaceAll('-', '');

export const atMost = (characters: number): Limit => ({
  takes: (text) => [...text].length <= characters,
  words: { en: `at most ${characters} characters`, zh: `最多 ${characters} 个字符` },
});

/** Where no length is known. */
export const anyText: Limit = { takes: () => true, words: { en: 'any text', zh: '任意文字' } };

/** A number without sign of so many digits, so many of them after the point. */
export const numeric = (digits: number, decimals = 0): Limit => ({
  takes(text) {
    const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    return whole !== '' && fraction.length <= decimals && whole.length + fraction.length <= digits;
  },
  words: {
    en: `a number of at most ${digits} digits, ${decimals} of them after the point`,
    zh: `最多 ${digits} 位的数字，其中小数最多 ${decimals} 位`,
  },
});

/** The elements that have something to say; told are values that an element does not take, and what of the declaration stands in no element. */
export function formOf(
  declaration: Declaration,
  tree: FormTree,
): { members: XmlMembers; findings: readonly Finding[] } {
  const dealtWith = new Set<string>();
  const tooLong: Finding[] = [];
  const content = (part: FormPart): XmlMembers[string] => {
    if (part === undefined || typeof part === 'string') return part;
    if (isStated(part)) return textOf(part);
    if (!isList(part)) return elements(part);
    const kept = part.map(elements).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  };
  const elements = (group: FormTree): XmlMembers | undefined => {
    const said = Object.entries(group).map(([name, part]) => [name, content(part)] as const);
    const kept = said.filter(([, one]) => one !== undefined);
    return qualifiesNothing(group, kept) ? undefined : Object.fromEntries(kept);
  };
  const textOf = ({ text, from, limit, attributes }: Stated): XmlMembers[string] => {
    from.forEach((place) => dealtWith.add(place));
    if (limit.takes(text)) return Object.keys(attributes).length > 0 ? { ...attributes, '#text': text } : text;
    tooLong.push(doesNotFit(from[0] as string, limit));
    return undefined;
  };
  const members = elements(tree) ?? {};
  const findings = withoutPlace(declaration, '', dealtWith).map((path) => leftOut('DECLARATION.NOT_CARRIED', path));
  return { members, findings: [...tooLong, ...findings] };
}

const isStated = (part: object): part is Stated => 'from' in part && 'limit' in part;
const isList = (part: FormTree | readonly FormTree[]): part is readonly FormTree[] => Array.isArray(part);

/** A number in a row or the name of a code list says nothing without the value that it is for. */
const qualifiesNothing = (group: FormTree, kept: readonly (readonly [string, unknown])[]): boolean =>
  kept.every(([name]) => typeof group[name] === 'string') &&
  Object.values(group).some((part) => typeof part !== 'string');

/** The outermost places of which nothing is carried. */
function withoutPlace(node: unknown, place: string, dealtWith: ReadonlySet<string>): string[] {
  if (dealtWith.has(place)) return [];
  if (typeof node !== 'object' || node === null) return [place];
  const inside = Object.entries(node)
    .map(([name, value]) => [`${place}/${name}`, value] as const)
    .filter(([at, value]) => !HOW_WE_KNOW.test(at) && !isEmpty(value));
  const told = inside.map(([at, value]) => withoutPlace(value, at, dealtWith));
  const isNowhere = told.every(([first], index) => first === inside[index]?.[0]);
  return isNowhere && place !== '' ? [place] : told.flat();
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** What the declaration rests on rather than what it declares. */
const HOW_WE_KNOW = new RegExp(
  [
    '^/(schemaVersion|declarationId|preparedAt|aeoAsOf|oneDocumentId|oneDocumentVersion|documentIds)$',
    '^/totals/containers$',
    '^/borderCrossing/(legSequence|departure|arrival)$',
    '^/transportDocuments/\\d+/(documentId|mode|billLevel|crossesBorder|crossesExit)$',
    '/(role|toOrder|language|sequence|sealsByMode|railNaming|customsNaming|railListing|seaListing)$',
    '/(packages|grossMassKg)/(basis|rail|sea)$',
  ].join('|'),
);

const doesNotFit = (path: string, { words }: Limit): Finding =>
  warning({
    code: 'DECLARATION.DOES_NOT_FIT',
    path,
    en: `The form takes ${words.en} here, so this is left out. Shorten it at its source, or pass it on beside the document.`,
    zh: `该格式此处只接受${words.zh}，故未写入。请在来源处缩短，或另行告知对方。`,
  });
