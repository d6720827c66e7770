import type { Party, TransportDocument } from '../consignment.js';
import { isMoreThan, sumOf } from '../decimal.js';
import type { JoinEvidence } from '../one-document.js';
import { AGREE, QUANTITIES, type Quantity } from '../record/compare.js';
import { containerNumbersOf, haveCommonContainers } from '../record/held-document.js';
import { isBill, isUnder, mastersAmong } from '../record/house-bills.js';
import { isNamedAlike } from '../record/parties.js';
import { totalOf } from '../record/totals.js';
import type { Candidate, Incoming, SentDocument } from './candidate.js';
import { carryTheSame, dates, haveOtherGoods, isRival } from './two-documents.js';

/**
 * Each bill of lading is a consignment of its own, a master bill's each of its house bills. What is over the goods of several belongs to the record of each: a
 * rail waybill (拼箱, or one note for several boxes), and a master bill.
 */
export type Sharing =
  /** The document that has come is over several: it belongs to all of these records. */
  | { readonly kind: 'shared'; readonly ties: readonly RecordTie[] }
  /** It is one of the bills: it has a record of its own, or these together, which the documents of others belong to as well. */
  | {
      readonly kind: 'beside';
      readonly records: readonly string[];
      readonly documents: readonly string[];
      readonly evidence: readonly JoinEvidence[];
    };

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
 * How the document shares others, or is shared, if it does. Bills over one container that may be one bill sent twice do not: each must be over other packages
 * and another mass, or for another consignee, and together they state no more than what is over them. `confirmed`: a person says that they belong together; then what
 * is not stated need not prove it, nor what is stated disprove it of other goods.
 */
export function shareDocument(incoming: Incoming, ties: readonly Tie[], confirmed = false): Sharing | undefined {
  const { content } = incoming;
  const billsOfEach = ties.map(({ candidate }) => billsOf(candidate).filter((bill) => isOver(content, bill)));
  if (isBill(content) && billsOfEach.flat().length === 0) return besideOthers(incoming, ties, confirmed);
  const isOverAll = billsOfEach.length > 1 && billsOfEach.every((bills) => bills.length > 0);
  if (
    !isOverAll ||
    !ties.every(({ fits }) => fits || confirmed) ||
    !areShares([content], billsOfEach.flat(), confirmed)
  )
    return undefined;
  const records = ties.map(({ candidate: { oneDocumentId }, evidence }) => ({ oneDocumentId, evidence }));
  return {
    kind: 'shared',
    ties: records.toSorted((one, other) => one.oneDocumentId.localeCompare(other.oneDocumentId)),
  };
}

/** It goes into the records in which nothing is in its way, and shares what is over it in those of other bills. */
function besideOthers(
  { documentId, content }: Incoming,
  ties: readonly Tie[],
  confirmed: boolean,
): Sharing | undefined {
  const rivalsIn = ({ candidate }: Tie) => billsOf(candidate).filter((other) => isRival(other, content));
  const [beside, own] = [
    ties.filter((tie) => rivalsIn(tie).length > 0),
    ties.filter((tie) => rivalsIn(tie).length === 0),
  ];
  const above = distinct(beside.flatMap(tiedOver(content))).filter((one) => mayCarry(one.content, content));
  const over = above.map((one) => one.content);
  const isFree = (tie: Tie): boolean => {
    const others = [...over, ...own.filter((other) => other !== tie).flatMap(({ candidate }) => contentsOf(candidate))];
    return (
      (tie.fits || confirmed) &&
      !contentsOf(tie.candidate).some((held) => others.some((one) => carryTheSame(one, held)))
    );
  };
  const bills = [content, ...beside.flatMap(rivalsIn)];
  if (over.length === 0 || !own.every(isFree) || !areShares(over, bills, confirmed)) return undefined;
  const ids = above.map(({ source }) => source.documentId);
  return {
    kind: 'beside',
    records: own.map(({ candidate }) => candidate.oneDocumentId),
    documents: ids,
    evidence: [...evidenceOf([...ids, documentId], beside), ...own.flatMap(({ evidence }) => evidence)],
  };
}

const tiedOver =
  (bill: TransportDocument) =>
  ({ candidate, evidence }: Tie): SentDocument[] =>
    candidate.documents.filter(
      ({ content, source }) =>
        isOver(content, bill) && evidence.some(({ documentIds }) => documentIds.includes(source.documentId)),
    );

/** Whether it may be over the goods of the bill: a waybill, or the bill's master. */
export const isOver = (one: TransportDocument, bill: TransportDocument): boolean =>
  isBill(bill) && (one.kind === 'railWaybill' || isUnder(bill, one));

const contentsOf = ({ documents }: Candidate): TransportDocument[] => documents.map(({ content }) => content);

/** Those that make the record: house bills, not what they are under. */
function billsOf({ documents }: Candidate): TransportDocument[] {
  const masters = mastersAmong(documents);
  return documents.filter((one) => isBill(one.content) && !masters.includes(one)).map(({ content }) => content);
}

/** A booking that both name says little where their containers are others. */
const mayCarry = (one: TransportDocument, bill: TransportDocument): boolean =>
  dates(one, bill) === 'fit' &&
  (haveCommonContainers(one, bill) || one.containers.length === 0 || bill.containers.length === 0);

const distinct = (documents: readonly SentDocument[]): SentDocument[] => [
  ...new Map(documents.map((document) => [document.source.documentId, document])).values(),
];

/** What the documents and the bill have in common, without what the bill has in common with others' documents. */
const evidenceOf = (ids: readonly string[], ties: readonly Tie[]): JoinEvidence[] =>
  ties
    .flatMap(({ evidence }) => evidence)
    .map((one) => ({ ...one, documentIds: one.documentIds.filter((id) => ids.includes(id)) }))
    .filter(({ documentIds }) => documentIds.length > 1);

/** Bills of different containers share what is over them without more ado. */
function areShares(
  over: readonly TransportDocument[],
  bills: readonly TransportDocument[],
  confirmed: boolean,
): boolean {
  const besides = (bill: TransportDocument) =>
    bills.filter((other) => other !== bill && haveCommonContainers(other, bill));
  const held = hold(
    over,
    bills.filter((bill) => besides(bill).length > 0),
  );
  const isShareBeside = (bill: TransportDocument, other: TransportDocument): boolean =>
    haveOtherGoods(bill, other)
      ? confirmed || (held ?? nameOneMaster(bill, other))
      : haveOtherConsignees(bill, other) && (held ?? (confirmed || nameOneMaster(bill, other)));
  return bills.every((bill) => besides(bill).every((other) => isShareBeside(bill, other)));
}

const nameOneMaster = (one: TransportDocument, other: TransportDocument): boolean =>
  one.masterBill !== undefined && one.masterBill === other.masterBill;

export function haveOtherConsignees(one: TransportDocument, other: TransportDocument): boolean {
  const [mine, theirs] = [consigneesOf(one), consigneesOf(other)];
  return (
    mine.length > 0 && theirs.length > 0 && !mine.some((party) => theirs.some((their) => isNamedAlike(party, their)))
  );
}

const consigneesOf = ({ parties }: TransportDocument): Party[] => parties.filter(({ role }) => role === 'consignee');

/** Whether the bills together leave nothing to others of what is over them: all its containers are theirs, and its packages and mass as far as both state them. */
export function coverAll(over: TransportDocument, bills: readonly TransportDocument[]): boolean {
  const containers = containerNumbersOf(...bills);
  const agrees = (quantity: Quantity): boolean => {
    const [whole, together] = totalsOf(quantity, over, bills);
    return whole === undefined || together === undefined || AGREE[quantity](whole, together);
  };
  return over.containers.every(({ number }) => containers.has(number)) && QUANTITIES.every(agrees);
}

/** Whether the bills together state no more of packages and mass than each that is over them; undefined where none states either. */
function hold(over: readonly TransportDocument[], bills: readonly TransportDocument[]): boolean | undefined {
  const found = over.flatMap((whole) => QUANTITIES.flatMap((quantity) => holdsAll(quantity, whole, bills) ?? []));
  return found.length === 0 ? undefined : found.every((one) => one);
}

function holdsAll(
  quantity: Quantity,
  over: TransportDocument,
  bills: readonly TransportDocument[],
): boolean | undefined {
  const [whole, together] = totalsOf(quantity, over, bills);
  if (whole === undefined || together === undefined) return undefined;
  return !isMoreThan(together, whole) || AGREE[quantity](whole, together);
}

const totalsOf = (
  quantity: Quantity,
  over: TransportDocument,
  bills: readonly TransportDocument[],
): readonly [whole: string | undefined, together: string | undefined] => [
  totalOf({ content: over }, quantity),
  sumOf(bills.map((content) => totalOf({ content }, quantity))),
];
