import type { TransportDocument } from '../consignment.js';
import type { JoinEvidence } from '../one-document.js';
import { containerNumbersOf } from '../record/held-document.js';
import type { Candidate, Incoming, SentDocument } from './candidate.js';
import { evidenceOf, haveStanding, isKnown, isSameSet, sharedKeys } from './decide-join.js';
import { haveOtherConsignees } from './share-waybill.js';
import { areFarApart, haveOtherGoods, isRival, liesOver } from './two-documents.js';

/** A record in which documents were cancelled; its `documents` are those in force. */
export interface RecordBefore extends Candidate {
  readonly cancelled: readonly SentDocument[];
}

/** The records of cancelled documents that the one that comes may be once more, under another number. */
export interface IssuedBefore {
  /** It is: the record has nothing else, and nothing but the number is another. */
  readonly certain: boolean;
  readonly candidates: readonly string[];
  readonly evidence: readonly JoinEvidence[];
}

/**
 * A document that is cancelled is often issued again under another number (换单). What was declared for the first must not be declared for the second in silence.
 * Other goods for another consignee have nothing to do with it.
 */
export function issuedBefore(incoming: Incoming, records: readonly RecordBefore[]): IssuedBefore | undefined {
  const found = records.flatMap((record) => {
    const before = record.cancelled.filter(({ content }) => mayBeAgain(content, incoming.content, record));
    const candidate = { ...record, documents: before };
    const match = { candidate, evidence: sharedKeys(incoming, candidate) };
    const isSame =
      record.documents.length === 0 &&
      haveStanding(incoming, match) &&
      before.every(({ content }) => isAgain(content, incoming.content));
    return isKnown(incoming, match) ? [{ ...match, isSame }] : [];
  });
  if (found.length === 0) return undefined;
  return {
    certain: found.length === 1 && found.every(({ isSame }) => isSame),
    candidates: found.map(({ candidate }) => candidate.oneDocumentId),
    evidence: evidenceOf(incoming, found),
  };
}

function mayBeAgain(before: TransportDocument, now: TransportDocument, { documents }: RecordBefore): boolean {
  const overTheSame = (one: TransportDocument) => isRival(before, one) || liesOver(before, one);
  if (!overTheSame(now) || areFarApart(before, now)) return false;
  if (haveOtherGoods(before, now) && haveOtherConsignees(before, now)) return false;
  const inForce = documents.map(({ content }) => content).filter(overTheSame);
  if (before.containers.length === 0 && now.containers.length === 0)
    return inForce.length === 0 && !haveOtherGoods(before, now);
  const [numbers, gone] = [containerNumbersOf(before), containerNumbersOf(...inForce)];
  return now.containers.some(({ number }) => numbers.has(number) && !gone.has(number));
}

const isAgain = (before: TransportDocument, now: TransportDocument): boolean =>
  areFarApart(before, now) === false &&
  !haveOtherGoods(before, now) &&
  !haveOtherConsignees(before, now) &&
  isSameSet(containerNumbersOf(before), containerNumbersOf(now));
