import type { Container } from '../consignment.js';
import type { JoinEvidence } from '../one-document.js';
import { containerNumbersOf, groupBy } from '../record/held-document.js';
import { makersOf } from '../record/house-bills.js';
import type { Candidate, Incoming, SentDocument } from './candidate.js';
import { partiesOf } from './parties-of.js';
import { areOfOneBookingOnly, carriageOf, commonKeys, joinKeysOf, type JoinKey } from './join-keys.js';
import { isOver, shareDocument, type Sharing } from './share-document.js';
import {
  areJourneysOfTheirOwn,
  areMasterAndHouse,
  carryTheSame,
  complementary,
  dates,
  haveOtherGoods,
  isRival,
  overlapInTime,
} from './two-documents.js';

export type JoinDecision =
  | { readonly kind: 'alone' }
  | Sharing
  | { readonly kind: 'join'; readonly records: readonly string[]; readonly evidence: readonly JoinEvidence[] }
  | { readonly kind: 'unjoined'; readonly candidates: readonly string[]; readonly evidence: readonly JoinEvidence[] };

/**
 * Which records a document belongs to, by what it shares with them: a reference given explicitly, a booking or transport-document number, or a
 * container with fitting dates. One container that fits two records is ambiguous, and so is a forwarder's document that nothing but one thing ties to
 * documents of others, whichever came first: a container number is painted on the box for all to read, bookings are numbered in turn and two
 * forwarders call their consignments by the same name. Those wait for a person, and what may belong to them with them; not so a document over the goods of a bill that
 * waits: it is over them whatever the person says.
 */
export function decideJoin(incoming: Incoming, candidates: readonly Candidate[]): JoinDecision {
  const matches = candidates
    .filter(({ waits, documents }) => !waits || !documents.every(({ content }) => isOver(incoming.content, content)))
    .map((candidate) => match(incoming, candidate))
    .filter((found): found is Match => found !== undefined);
  if (matches.length === 0) return { kind: 'alone' };
  const known = ownFirst(knownFirst(incoming, boxesFirst(incoming, matches)));
  const chosen = strongest(known);
  const shared = [known, chosen].filter((tied) => tied.every((found) => mayShare(incoming, found)));
  const [sharing] = shared.flatMap((tied) => shareDocument(incoming, tied) ?? []);
  if (sharing) return sharing;
  const evidence = evidenceOf(incoming, chosen);
  const records = chosen.map(({ candidate }) => candidate.oneDocumentId);
  const certain = chosen.every((found) => found.fits && isCertain(incoming, found));
  return certain && !overlap(chosen)
    ? { kind: 'join', records, evidence }
    : { kind: 'unjoined', candidates: records, evidence };
}

/** How a document shares another, or is shared, with the records that a person says it belongs to, if it does. Undefined where all of it is one consignment. */
export function shareConfirmed(incoming: Incoming, candidates: readonly Candidate[]): Sharing | undefined {
  const ties = candidates.flatMap((candidate) => match(incoming, candidate) ?? []);
  const isWhole = ties.length === candidates.length && !ties.some(isExplicit);
  return isWhole ? shareDocument(incoming, ties, true) : undefined;
}

const isCertain = (incoming: Incoming, found: Match): boolean =>
  (provesItself(found) || haveStanding(incoming, found)) && namesMasterOrHouse(incoming, found);

/** The same containers do not tell a house bill's goods from those of a bill that is not its master. */
const namesMasterOrHouse = ({ content }: Incoming, { candidate, evidence }: Match): boolean =>
  candidate.documents
    .filter((held) => areMasterAndHouse(content, held.content))
    .every(({ source: { documentId } }) =>
      evidence.some(({ by, documentIds }) => by !== 'container' && documentIds.includes(documentId)),
    );

/** Documents that say themselves that they are of one consignment share nothing with another. */
const mayShare = (incoming: Incoming, found: Match): boolean =>
  !found.candidate.waits && !isExplicit(found) && isCertain(incoming, found);

const isExplicit = ({ evidence }: Pick<Match, 'evidence'>): boolean =>
  evidence.some(({ by }) => by === 'consignmentReference' || by === 'throughDocument');

/** A booking alone says little of a record with other containers where another record has those of the document too. */
const boxesFirst = (incoming: Incoming, matches: readonly Match[]): readonly Match[] =>
  matches.some(provesItself) ? matches.filter((found) => !isOnlyBooked(incoming, found)) : matches;

/** By its booking alone, in other containers. */
const isOnlyBooked = ({ content }: Incoming, { candidate, evidence }: Pick<Match, 'candidate' | 'evidence'>): boolean =>
  evidence.every(({ by }) => by === 'booking') &&
  candidate.documents.every(
    (held) => commonKeys(held.content, content).length === 0 || areOfOneBookingOnly(held.content, content),
  );

/** A reference outweighs a container; a reference and a container outweigh a reference alone. */
function strongest(matches: readonly Match[]): readonly Match[] {
  const referenced = matches.filter(({ byReference }) => byReference);
  return [matches.filter(provesItself), referenced].find((found) => found.length > 0) ?? matches;
}

/** Who knows a reference of a consignment and its container was told of it. */
const provesItself = ({ byReference, evidence }: Match): boolean =>
  byReference && evidence.some(({ by }) => by === 'container');

interface Match {
  readonly candidate: Candidate;
  readonly evidence: readonly JoinEvidence[];
  /** Tied by more than a container number. */
  readonly byReference: boolean;
  /** Whether the document can stand beside the record's own: the other mode, or the next leg of the same. */
  readonly fits: boolean;
}

function match(incoming: Incoming, candidate: Candidate): Match | undefined {
  const evidence = sharedKeys(incoming, candidate);
  if (evidence.length === 0) return undefined;
  if (isAnotherPart(incoming, { candidate, evidence })) return undefined;
  const byReference = evidence.some(({ by }) => by !== 'container');
  if (!byReference && candidate.documents.some(({ content }) => areJourneysOfTheirOwn(content, incoming.content)))
    return undefined;
  const neighbours = candidate.documents.map(({ content }) => ({
    content,
    dates: dates(incoming.content, content),
  }));
  if (neighbours.every(({ dates }) => dates === 'apart') && !carriesThem(incoming, { candidate, evidence }))
    return undefined;
  const known = neighbours.filter(({ dates }) => dates === 'fit' || (dates === 'unknown' && byReference));
  const stands = known.some(({ content }) => complementary(incoming.content, content)) && !isTaken(incoming, candidate);
  return { candidate, evidence, byReference, fits: !candidate.waits && (stands || isExplicit({ evidence })) };
}

/** Of a booking of which the record has a part already, in other containers: goods that change containers at the port are tied by their booking, but once. */
const isAnotherPart = (incoming: Incoming, found: Pick<Match, 'candidate' | 'evidence'>): boolean =>
  isOnlyBooked(incoming, found) && found.candidate.documents.some((held) => isRival(held.content, incoming.content));

export function sharedKeys(incoming: Incoming, { documents, consignmentReferences }: Candidate): JoinEvidence[] {
  const tied = documents.map(({ source, content }) => ({
    documentId: source.documentId,
    keys: commonKeys(incoming.content, content),
  }));
  const holdersOf = ({ type, value }: JoinKey): string[] =>
    tied
      .filter(({ keys }) =>
        type === 'consignmentReference'
          ? consignmentReferences.includes(value)
          : keys.some((key) => key.type === type && key.value === value),
      )
      .map(({ documentId }) => documentId);
  return joinKeysOf(incoming.content, incoming.consignmentReference).flatMap((key): JoinEvidence[] => {
    const holders = holdersOf(key);
    return holders.length > 0
      ? [{ by: key.type, value: key.value, documentIds: [...holders, incoming.documentId] }]
      : [];
  });
}

/** What ties the document to all of these, each thing once. */
export function evidenceOf({ documentId }: Incoming, matches: readonly Pick<Match, 'evidence'>[]): JoinEvidence[] {
  const all = matches.flatMap(({ evidence }) => evidence);
  return [...groupBy(all, ({ by, value }) => `${by} ${value}`).values()].map((same) => {
    const holders = new Set(same.flatMap(({ documentIds }) => documentIds).filter((id) => id !== documentId));
    return { ...(same[0] as JoinEvidence), documentIds: [...holders, documentId] };
  });
}

/** Another document of the same mode already carries one of these containers over the same stretch. */
const isTaken = ({ content }: Incoming, { documents }: Candidate): boolean =>
  documents.some((held) => carryTheSame(held.content, content));

/** It carries the same containers at the same time, and maybe the same goods: the paper may come again under another number. */
const carriesThem = (incoming: Incoming, found: Pick<Match, 'candidate' | 'evidence'>): boolean =>
  isKnown(incoming, found) &&
  found.candidate.documents.some(
    ({ content }) =>
      isRival(content, incoming.content) &&
      !haveOtherGoods(content, incoming.content) &&
      overlapInTime(carriageOf(content), carriageOf(incoming.content)) &&
      isSameSet(containerNumbersOf(content), containerNumbersOf(incoming.content)),
  );

/**
 * The containers of a document which another one of the mode carries on the same days, beside other containers or maybe with the same goods: shares of what
 * is in them, or the same goods once more. None that only a stranger among forwarders asks after.
 */
export function carriedElsewhere(incoming: Incoming, candidates: readonly Candidate[]): Container[] {
  const { sentBy, senderIsCarrier, content } = incoming;
  const others = candidates
    .filter(({ visibleTo }) => senderIsCarrier || visibleTo.includes(sentBy))
    .flatMap((candidate) => {
      const again = carriesThem(incoming, { candidate, evidence: sharedKeys(incoming, candidate) });
      return candidate.documents
        .filter(
          (held) => isRival(held.content, content) && overlapInTime(carriageOf(held.content), carriageOf(content)),
        )
        .map((held) => containerNumbersOf(held.content))
        .filter((numbers) => again || !isSameSet(numbers, containerNumbersOf(content)));
    });
  return content.containers.filter(({ number }) => others.some((numbers) => numbers.has(number)));
}

export const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && one.size === other.size && [...one].every((number) => other.has(number));

/** Once joined, each side reads the other's documents. */
export const haveStanding = (incoming: Incoming, match: Pick<Match, 'candidate' | 'evidence'>): boolean =>
  (incoming.senderIsCarrier || match.candidate.visibleTo.includes(incoming.sentBy)) && isKnown(incoming, match);

/** What the record shares is a carrier's, or of somebody who is a party to the document that comes. */
export function isKnown(
  { sentBy, content }: Incoming,
  { candidate, evidence }: Pick<Match, 'candidate' | 'evidence'>,
): boolean {
  const holders = new Set(evidence.flatMap(({ documentIds }) => documentIds));
  const parties = partiesOf(sentBy, content);
  return candidate.documents.some(
    ({ source, senderIsCarrier }) =>
      holders.has(source.documentId) && (senderIsCarrier || parties.includes(source.sentBy)),
  );
}

/**
 * A record is its bills': what is tied to documents over them alone says nothing where it is tied to another's own. Of a container that no bill of the record carries
 * its other documents speak.
 */
function ownFirst(matches: readonly Match[]): readonly Match[] {
  const ids = matches.flatMap(({ candidate }) => candidate.documents.map(({ source }) => source.documentId));
  const isShared = ({ source }: SentDocument): boolean => ids.filter((id) => id === source.documentId).length > 1;
  const own = matches.filter(({ candidate, evidence }) => {
    const unshared = candidate.documents.filter((held) => !isShared(held));
    const makers = makersOf(unshared);
    const carried = containerNumbersOf(...makers.map(({ content }) => content));
    return evidence.some(({ by, value, documentIds }) => {
      const isLeft = by === 'container' && !carried.has(value);
      return (isLeft ? unshared : makers).some(({ source }) => documentIds.includes(source.documentId));
    });
  });
  return own.length > 0 ? own : matches;
}

/** A record made up over somebody's container or booking does not stand in the way of the true one. */
function knownFirst(incoming: Incoming, matches: readonly Match[]): readonly Match[] {
  const known = matches.filter((match) => provesItself(match) || isKnown(incoming, match));
  return known.length > 0 ? known : matches;
}

/** Two records claim the same container, or neither was named by a container: only one of them can be meant. */
function overlap(matches: readonly Match[]): boolean {
  if (matches.length < 2) return false;
  const containers = matches.map(({ evidence }) =>
    evidence.filter(({ by }) => by === 'container').map(({ value }) => value),
  );
  if (containers.some((values) => values.length === 0)) return true;
  return new Set(containers.flat()).size < containers.flat().length;
}
