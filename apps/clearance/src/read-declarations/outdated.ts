import { crossingOf, documentsOf, meansOfTransport } from '../lodge-declaration/border-leg.js';
import {
  type BorderCrossing,
  type Declaration,
  type DeclaredDocument,
  type DeclaredItem,
  type DeclaredQuantity,
  type DeclaredTotals,
  isDecimal,
  nameKey,
  type Naming,
  type OneDocument,
  type RecordLeg,
  sameNumber,
  type SourceDocument,
} from '#domain';
import { declaredGoods } from '../lodge-declaration/declared-goods.js';

/** A place in the declaration where the record says something else now, or says nothing there any more. */
export interface MovedAway {
  /** JSON pointer into the declaration; `/state` is the record's. */
  readonly path: string;
  readonly declared?: unknown;
  readonly now?: unknown;
  /** The person's answer that the declared value rests on. */
  readonly resolution?: NonNullable<Naming['resolution']>;
}

/**
 * Where the record has moved away from what was declared: other goods, codes, packages or masses, another vessel, voyage, train or number of the document over the border, of a
 * transit also on its way out or another place where it leaves, or no longer open; nowhere while the declaration holds. How a name was found and where the
 * documents came from may change without that, and a document that comes later may agree.
 */
export function movedAway(declaration: Declaration, recordNow: OneDocument): MovedAway[] {
  if (recordNow.state !== 'open') return [{ path: '/state', declared: 'open', now: recordNow.state }];
  if (recordNow.version === declaration.oneDocumentVersion) return [];
  const now = declaredGoods(recordNow, declaration.type, declaration.borderCrossing.mode);
  return [...crossingsMoved(declaration, recordNow), ...differences(plain(facts(declaration)), plain(facts(now)))].map(
    (difference) => ({ ...difference, ...resolutionBehind(declaration, difference.path) }),
  );
}

/** The places in which two contents of one declaration differ; who states a value aside, and which copy of a document. */
export const changesBetween = (declared: Declaration, proposed: Declaration): MovedAway[] =>
  differences(plain(contents(declared)), plain(contents(proposed)));

function contents(declaration: Declaration) {
  const { customsOffice, parties, borderCrossing, exitCrossing, transportDocuments, containers } = declaration;
  return {
    customsOffice,
    parties,
    borderCrossing: withoutSequence(borderCrossing),
    ...(exitCrossing && { exitCrossing: withoutSequence(exitCrossing) }),
    transportDocuments: transportDocuments.map(({ documentId: _copy, ...document }) => document),
    containers,
    ...facts(declaration),
  };
}

const withoutSequence = ({ legSequence: _sequence, ...crossing }: BorderCrossing) => crossing;

function crossingsMoved(declaration: Declaration, recordNow: OneDocument): MovedAway[] {
  const { type, borderCrossing, exitCrossing } = declaration;
  const crossing = crossingOf(recordNow, type);
  if (crossing === undefined) return [{ path: '/borderCrossing', declared: borderCrossing }];
  const { border, exit } = crossing;
  return [
    ...meansMoved('/borderCrossing', borderCrossing, recordNow, border),
    ...(exitCrossing && exit ? exitMoved(exitCrossing, recordNow, exit) : []),
    ...numbersMoved(declaration, recordNow, exit ? [border, exit] : [border]),
  ];
}

/** Documents over the border that are in force no more; of one that was issued again, its number now. */
function numbersMoved(
  { transportDocuments: declared }: Declaration,
  recordNow: OneDocument,
  legs: readonly RecordLeg[],
): MovedAway[] {
  const isDeclared = ({ number }: SourceDocument) => declared.some((one) => one.number === number);
  const isInForce = ({ number }: DeclaredDocument) =>
    recordNow.transportDocuments.some((one) => one.status === 'current' && one.number === number);
  const others = legs.flatMap((leg) => documentsOf(recordNow, leg)).filter((one) => !isDeclared(one));
  const [again] = others.length === 1 ? others : [];
  return declared.flatMap((one, index) => {
    if (!(one.crossesBorder || one.crossesExit) || isInForce(one)) return [];
    const path = `/transportDocuments/${index}/number`;
    return [{ path, declared: one.number, ...(again && { now: again.number }) }];
  });
}

/** The means may not have been known: from where the goods leave counts, too. */
function exitMoved(exitCrossing: BorderCrossing, recordNow: OneDocument, exit: RecordLeg): MovedAway[] {
  const path = '/exitCrossing/placeOfLoading/unLocode';
  const moved = { path, declared: exitCrossing.placeOfLoading.unLocode, now: exit.from.unLocode };
  return [...meansMoved('/exitCrossing', exitCrossing, recordNow, exit), ...[moved].filter(isChange)];
}

function meansMoved(
  path: string,
  { mode, meansOfTransport: declared }: BorderCrossing,
  recordNow: OneDocument,
  leg: RecordLeg,
): MovedAway[] {
  if (leg.mode !== mode) return [{ path: `${path}/mode`, declared: mode, now: leg.mode }];
  const means = meansOfTransport(recordNow, leg);
  return (['vessel', 'voyage', 'train'] as const)
    .map((name) => ({ path: `${path}/meansOfTransport/${name}`, declared: declared[name], now: means[name] }))
    .filter(isChange);
}

/** What either of the two leaves unsaid has not changed. */
const isChange = ({ declared, now }: { declared: string | undefined; now: string | undefined }): boolean =>
  declared !== undefined && now !== undefined && nameKey(declared) !== nameKey(now);

/** JSON and back, so that what came from the database compares with what was just made. */
const plain = (content: object): unknown => JSON.parse(JSON.stringify(content));

const facts = ({ goodsItems, totals }: { goodsItems: readonly DeclaredItem[]; totals: DeclaredTotals }) => ({
  goodsItems: goodsItems.map(({ railNaming: _rail, customsNaming: _customs, ...goods }) => withoutAgreement(goods)),
  totals: withoutAgreement(totals),
});

const withoutAgreement = <T extends Pick<DeclaredTotals, 'packages' | 'grossMassKg'>>(stated: T) => ({
  ...stated,
  packages: factsOf(stated.packages),
  grossMassKg: factsOf(stated.grossMassKg),
});

/** What each side says counts where they disagree. */
const factsOf = ({ declared, basis, ...sides }: DeclaredQuantity) => ({
  declared,
  ...(basis === 'borderDocument' && sides),
});

/** The deepest places that differ. */
function differences(declared: unknown, now: unknown, path = ''): MovedAway[] {
  if (!isTree(declared) || !isTree(now))
    return declared === now || isSameQuantity(path, declared, now)
      ? []
      : [{ path, ...(declared !== undefined && { declared }), ...(now !== undefined && { now }) }];
  const members = new Set([...Object.keys(declared), ...Object.keys(now)]);
  return [...members].flatMap((name) => differences(declared[name], now[name], `${path}/${name}`));
}

/** `6200.50` and `6200.5` are one mass; codes are compared as they are written. */
const isSameQuantity = (path: string, declared: unknown, now: unknown): boolean =>
  QUANTITY.test(path) && isNumber(declared) && isNumber(now) && sameNumber(declared, now);

const QUANTITY = /\/(packages|grossMassKg)\/(declared|rail|sea)$|\/netMassKg$/;

const isNumber = (value: unknown): value is string => typeof value === 'string' && isDecimal(value);

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function resolutionBehind({ goodsItems }: Declaration, path: string): Pick<MovedAway, 'resolution'> {
  const [, index, field = ''] = /^\/goodsItems\/(\d+)\/(\w+)/.exec(path) ?? [];
  const item = goodsItems[Number(index)];
  const naming = field.startsWith('rail') ? item?.railNaming : item?.customsNaming;
  const resolution = NAMES.has(field) ? naming?.resolution : undefined;
  return resolution ? { resolution } : {};
}

const NAMES = new Set(['railName', 'railCode', 'customsName', 'hsCode']);
