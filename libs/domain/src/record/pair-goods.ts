import type { DangerousGoods, DocumentKind, GoodsLine, Leg } from '../consignment.js';
import { sumOf } from '../decimal.js';
import { sameMass } from './compare.js';
import {
  containerNumbersOf,
  groupBy,
  haveCommonContainers,
  onSide,
  sideOf,
  statementsOf,
  type HeldDocument,
  type Side,
  type Statement,
} from './held-document.js';
import { nameKey } from './parties.js';
import { countryOf } from './route.js';

export type Line = Statement<GoodsLine>;

/** The lines of both sides that mean the same goods. One side may be missing. */
export interface GoodsPair {
  readonly rail: readonly Line[];
  readonly sea: readonly Line[];
  /** What the next carrier's document says of them again: names, codes, dangers and containers, and nothing to be counted. */
  readonly again: Readonly<Record<Side, readonly Line[]>>;
}

type Pair = Omit<GoodsPair, 'again'>;

/** All that one side says of the goods, counted or not. */
export const saidOn = (pair: GoodsPair, side: Side): Line[] => [...pair[side], ...pair.again[side]];

/**
 * Brings the lines of the two sides together: by code, quantity, containers and dangerous goods; never by position alone, except where one
 * line is left on each side. `counted`: the documents without those that repeat others.
 */
export function pairGoods(documents: readonly HeldDocument[], counted: readonly HeldDocument[]): GoodsPair[] {
  const pairs = pairSides(statementsOf(counted, ({ goods }) => goods));
  const again = documents
    .filter((document) => !counted.includes(document) && CARRIERS.has(document.content.kind))
    .flatMap((document) => saidAgain(document, pairs));
  const linesOf = (pair: Pair, side: Side): Line[] =>
    onSide(
      again.flatMap((said) => (said.pair === pair ? said.line : [])),
      side,
    );
  return pairs.map((pair) => ({ ...pair, again: { rail: linesOf(pair, 'rail'), sea: linesOf(pair, 'sea') } }));
}

const CARRIERS: ReadonlySet<DocumentKind> = new Set(['railWaybill', 'billOfLading', 'seaWaybill']);

/** The goods that each line of a document over counted containers means; a line that is like none of them, none. */
function saidAgain(document: HeldDocument, pairs: readonly Pair[]): { readonly line: Line; readonly pair: Pair }[] {
  const side = sideOf(document.content.mode);
  const counted = pairs.filter((pair) => pair[side].length > 0);
  const lines = statementsOf([document], ({ goods }) => goods);
  return lines.flatMap((line) => {
    const scored = counted.map((pair) => ({ line, pair, score: likeness(pair[side], [line]) }));
    const [best] = scored.toSorted((one, other) => other.score - one.score);
    const onlyOnes = counted.length === 1 && lines.length === 1;
    return best !== undefined && best.score >= (onlyOnes ? 0 : ENOUGH) ? [best] : [];
  });
}

function pairSides(lines: readonly Line[]): Pair[] {
  const rail = sameGoods(onSide(lines, 'rail'));
  const sea = sameGoods(onSide(lines, 'sea'));
  if (rail.length === 1 && sea.length === 1) return [{ rail: rail[0] as Line[], sea: sea[0] as Line[] }];
  return pairBest(rail, sea);
}

/**
 * Of documents of one mode over the same containers, those whose goods are counted; the others repeat them. One over China's border is counted, because
 * customs has its numbers, else the one over more containers, else the first; a carrier's own before one for the whole journey. One that carries what these do
 * and more is counted in their place, so that no container is lost. Nothing repeats what is not counted, or has no goods.
 */
export function withoutRepeats(documents: readonly HeldDocument[]): HeldDocument[] {
  const counted = documents
    .toSorted((one, other) => rankOf(one) - rankOf(other) || widthOf(other) - widthOf(one))
    .reduce<HeldDocument[]>(countAlso, []);
  return documents.filter((document) => counted.includes(document));
}

function countAlso(counted: HeldDocument[], document: HeldDocument): HeldDocument[] {
  const repeated = counted.filter((other) => tellsGoods(other) && repeats(document, other));
  if (repeated.length === 0) return [...counted, document];
  return tellsGoods(document) && isPart(repeated, [document])
    ? [...counted.filter((other) => !repeated.includes(other)), document]
    : counted;
}

const rankOf = ({ content }: HeldDocument): number =>
  !CARRIERS.has(content.kind) ? 2 : content.legs.some((leg) => leg.mode === content.mode && crossesBorder(leg)) ? 0 : 1;

function crossesBorder({ from, to }: Leg): boolean {
  const countries = [countryOf(from), countryOf(to)];
  return countries.includes('CN') && countries.some((country) => country !== undefined && country !== 'CN');
}

const widthOf = (document: HeldDocument): number => containersIn([document]).size;

/** Whether the containers of some are only a part of those of others. */
export function isPart(some: readonly HeldDocument[], whole: readonly HeldDocument[]): boolean {
  const [ofSome, ofWhole] = [containersIn(some), containersIn(whole)];
  return ofSome.size < ofWhole.size && [...ofSome].every((number) => ofWhole.has(number));
}

export const containersIn = (documents: readonly HeldDocument[]): Set<string> =>
  containerNumbersOf(...documents.map(({ content }) => content));

export const tellsGoods = ({ content }: HeldDocument): boolean => content.goods.length > 0;

export const repeats = (one: HeldDocument, other: HeldDocument): boolean =>
  one.content.mode === other.content.mode && haveCommonContainers(one.content, other.content);

/** Several waybills of one consignment carry the same goods in their own containers: lines alike in code and name count as one. */
const sameGoods = (lines: readonly Line[]): Line[][] => [...groupBy(lines, goodsKey).values()];

function goodsKey({ documentId, value }: Line): string {
  const codes = [...value.railCodes.map(({ code }) => code), ...value.hsCodes];
  const names = value.names.map(({ text }) => nameKey(text));
  return codes.length + names.length === 0 ? `${documentId} ${value.sequence}` : JSON.stringify([codes, names]);
}

function pairBest(rail: readonly Line[][], sea: readonly Line[][]): Pair[] {
  const partners = matchUp(rail, sea);
  const pairs = rail.map((lines, index) => ({ rail: lines, sea: sea[partners.get(index) ?? -1] ?? [] }));
  const taken = new Set(partners.values());
  return [...pairs, ...sea.filter((_, index) => !taken.has(index)).map((lines) => ({ rail: [], sea: lines }))];
}

/** Index on rail → index at sea. The best fits first; then, where exactly one is left on each side and nothing speaks against it, those. */
function matchUp(rail: readonly Line[][], sea: readonly Line[][]): Map<number, number> {
  const partners = new Map<number, number>();
  const fits = rail
    .flatMap((railLines, r) => sea.map((seaLines, s) => ({ r, s, score: likeness(railLines, seaLines) })))
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score || one.r - other.r || one.s - other.s);
  const takenAtSea = new Set<number>();
  const join = (r: number, s: number) => {
    partners.set(r, s);
    takenAtSea.add(s);
  };
  for (const { r, s } of fits) if (!partners.has(r) && !takenAtSea.has(s)) join(r, s);
  const openRail = rail.flatMap((_, r) => (partners.has(r) ? [] : [r]));
  const openSea = sea.flatMap((_, s) => (takenAtSea.has(s) ? [] : [s]));
  const [r, s] = [openRail[0], openSea[0]];
  if (
    openRail.length === 1 &&
    openSea.length === 1 &&
    likeness(rail[r as number] as Line[], sea[s as number] as Line[]) >= 0
  )
    join(r as number, s as number);
  return partners;
}

const ENOUGH = 3;

/** How much speaks for two groups of lines being the same goods. Codes weigh most; contradicting codes speak against. */
function likeness(rail: readonly Line[], sea: readonly Line[]): number {
  return (
    codeLikeness(
      rail.map(({ value }) => value),
      sea.map(({ value }) => value),
    ) +
    (quantityOf(rail, 'packages') !== undefined && quantityOf(rail, 'packages') === quantityOf(sea, 'packages')
      ? 2
      : 0) +
    (masses(rail, sea) ? 2 : 0) +
    (shares(unNumbers(rail), unNumbers(sea)) ? 3 : 0) +
    (shares(containersOf(rail), containersOf(sea)) ? 0.5 : 0) +
    (rail[0]?.value.sequence === sea[0]?.value.sequence ? 0.25 : 0)
  );
}

/** GNG and HS share their first six digits. Less than 0 where codes contradict each other. */
export function codeLikeness(rail: readonly GoodsLine[], sea: readonly GoodsLine[]): number {
  const [onRail, atSea] = [customsCodesOf(rail), customsCodesOf(sea)];
  if (onRail.length === 0 || atSea.length === 0) return 0;
  const shareOf = (digits: number) =>
    shares(
      onRail.map((code) => code.slice(0, digits)),
      atSea.map((code) => code.slice(0, digits)),
    );
  if (shareOf(6)) return 4;
  return shareOf(4) ? 2 : -3;
}

const customsCodesOf = (lines: readonly GoodsLine[]): string[] =>
  lines.flatMap(({ railCodes, hsCodes }) => [
    ...railCodes.filter(({ scheme }) => scheme === 'GNG').map(({ code }) => code),
    ...hsCodes,
  ]);

const masses = (rail: readonly Line[], sea: readonly Line[]): boolean => {
  const [onRail, atSea] = [quantityOf(rail, 'grossMassKg'), quantityOf(sea, 'grossMassKg')];
  return onRail !== undefined && atSea !== undefined && sameMass(onRail, atSea);
};

export const quantityOf = (lines: readonly Line[], quantity: 'packages' | 'grossMassKg' | 'netMassKg' | 'volumeM3') =>
  sumOf(lines.map(({ value }) => value[quantity]));

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((value) => other.includes(value));

const unNumbers = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ value }) => value.dangerousGoods.map(({ unNumber }) => unNumber));

export const containersOf = (lines: readonly Line[]): string[] => [
  ...new Set(lines.flatMap(({ value }) => value.stowage.map(({ containerNumber }) => containerNumber))),
];

/** The dangerous goods of one side of a pair, by UN number and packing group. */
export const dangerousGoodsOf = (pair: GoodsPair, side: Side): DangerousGoods[] =>
  saidOn(pair, side).flatMap(({ value }) => value.dangerousGoods);
