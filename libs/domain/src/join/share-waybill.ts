import type { DocumentKind, Party, TransportDocument } from '../consignment.js';
import { isMoreThan, sumOf } from '../decimal.js';
import type { JoinEvidence } from '../one-document.js';
import { AGREE, type Quantity } from '../record/compare.js';
import { haveCommonContainers } from '../record/held-document.js';
import { isNamedAlike } from '../record/parties.js';
import { totalOf } from '../record/totals.js';
import type { Candidate, Incoming, SentDocument } from './candidate.js';
import { dates, haveOtherGoods, isRival } from './two-documents.js';

/** Each bill of lading is a consignment of its own; a rail waybill over the goods of several (拼箱, or one note for several boxes) belongs to the record of each. */
export type Sharing =
  /** The document that has come is such a waybill: it belongs to all of these records. */
  | { readonly kind: 'shared'; readonly ties: readonly RecordTie[] }
  /** It is one of the bills: it has a record of its own, which these waybills belong to as well. */
  | { readonly kind: 'beside'; readonly waybills: readonly string[]; readonly evidence: readonly JoinEvidence[] };

/** A record, and what ties the document to it. */
export interface RecordTie {
  readonly oneDocumentId: string;
  readonly evidence: readonly JoinEvidence[];
}

export interface Tie extends Pick<RecordTie, 'evidence'> {
  readonly candidate: Candidate;
  readonly fits: boolean;
}

/**
 * How the document shares a waybill with others, if it does. Bills over one container that may be one bill sent twice do not: each must be over other packages
 * and another mass, or for another consignee, and together they state no more than the waybill. `confirmed`: a person says that they belong together; then what the waybill
 * does not state need not prove it, nor what it states disprove it of other goods.
 */
export function shareWaybill(incoming: Incoming, ties: readonly Tie[], confirmed = false): Sharing | undefined {
  const { content } = incoming;
  if (isBill(content)) return besideOthers(incoming, ties, confirmed);
  if (content.kind !== 'railWaybill' || ties.length < 2 || !ties.every(({ fits }) => fits || confirmed))
    return undefined;
  const billsOfEach = ties.map(({ candidate }) => contentsOf(candidate).filter(isBill));
  if (billsOfEach.some((bills) => bills.length === 0) || !areShares(content, billsOfEach.flat(), confirmed))
    return undefined;
  const records = ties.map(({ candidate: { oneDocumentId }, evidence }) => ({ oneDocumentId, evidence }));
  return {
    kind: 'shared',
    ties: records.toSorted((one, other) => one.oneDocumentId.localeCompare(other.oneDocumentId)),
  };
}

function besideOthers(
  { documentId, content }: Incoming,
  ties: readonly Tie[],
  confirmed: boolean,
): Sharing | undefined {
  const rivalsOfEach = ties.map(({ candidate }) =>
    contentsOf(candidate).filter((other) => isBill(other) && isRival(other, content)),
  );
  const bills = [content, ...rivalsOfEach.flat()];
  const waybills = distinct(ties.flatMap(tiedWaybills)).filter((one) => mayCarry(one.content, content));
  const share = waybills.every((waybill) => areShares(waybill.content, bills, confirmed));
  if (waybills.length === 0 || rivalsOfEach.some((rivals) => rivals.length === 0) || !share) return undefined;
  const ids = waybills.map(({ source }) => source.documentId);
  return { kind: 'beside', waybills: ids, evidence: evidenceOf([...ids, documentId], ties) };
}

const BILLS: ReadonlySet<DocumentKind> = new Set(['billOfLading', 'seaWaybill']);

const isBill = ({ kind }: TransportDocument): boolean => BILLS.has(kind);

const contentsOf = ({ documents }: Candidate): TransportDocument[] => documents.map(({ content }) => content);

const tiedWaybills = ({ candidate, evidence }: Tie): SentDocument[] =>
  candidate.documents.filter(
    ({ content, source }) =>
      content.kind === 'railWaybill' && evidence.some(({ documentIds }) => documentIds.includes(source.documentId)),
  );

/** A booking that both name says little where their containers are others. */
const mayCarry = (waybill: TransportDocument, bill: TransportDocument): boolean =>
  dates(waybill, bill) === 'fit' &&
  (haveCommonContainers(waybill, bill) || waybill.containers.length === 0 || bill.containers.length === 0);

const distinct = (documents: readonly SentDocument[]): SentDocument[] => [
  ...new Map(documents.map((document) => [document.source.documentId, document])).values(),
];

/** What the waybills and the bill have in common, without what the bill has in common with others' documents. */
const evidenceOf = (ids: readonly string[], ties: readonly Tie[]): JoinEvidence[] =>
  ties
    .flatMap(({ evidence }) => evidence)
    .map((one) => ({ ...one, documentIds: one.documentIds.filter((id) => ids.includes(id)) }))
    .filter(({ documentIds }) => documentIds.length > 1);

/** Bills of different containers share their waybill without more ado. */
function areShares(waybill: TransportDocument, bills: readonly TransportDocument[], confirmed: boolean): boolean {
  const besides = (bill: TransportDocument) =>
    bills.filter((other) => other !== bill && haveCommonContainers(other, bill));
  const held = holds(
    waybill,
    bills.filter((bill) => besides(bill).length > 0),
  );
  const isShareBeside = (bill: TransportDocument, other: TransportDocument): boolean =>
    haveOtherGoods(bill, other) ? held === true || confirmed : haveOtherConsignees(bill, other) && (held ?? confirmed);
  return bills.every((bill) => besides(bill).every((other) => isShareBeside(bill, other)));
}

export function haveOtherConsignees(one: TransportDocument, other: TransportDocument): boolean {
  const [mine, theirs] = [consigneesOf(one), consigneesOf(other)];
  return (
    mine.length > 0 && theirs.length > 0 && !mine.some((party) => theirs.some((their) => isNamedAlike(party, their)))
  );
}

const consigneesOf = ({ parties }: TransportDocument): Party[] => parties.filter(({ role }) => role === 'consignee');

/** Whether the bills together state no more than the waybill of packages and mass; undefined where it states neither. */
function holds(waybill: TransportDocument, bills: readonly TransportDocument[]): boolean | undefined {
  const found = (['packages', 'grossMassKg'] as const).flatMap((quantity) => holdsAll(quantity, waybill, bills) ?? []);
  return found.length === 0 ? undefined : found.every((one) => one);
}

function holdsAll(
  quantity: Quantity,
  waybill: TransportDocument,
  bills: readonly TransportDocument[],
): boolean | undefined {
  const whole = totalOf({ content: waybill }, quantity);
  const together = sumOf(bills.map((content) => totalOf({ content }, quantity)));
  if (whole === undefined || together === undefined) return undefined;
  return !isMoreThan(together, whole) || AGREE[quantity](whole, together);
}
