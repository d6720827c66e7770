import type { DocumentKind, TransportDocument } from '../consignment.js';
import type { JoinEvidence } from '../one-document.js';
import type { HeldDocument } from '../record/held-document.js';
import { containerNumbersOf, sideOf } from '../record/held-document.js';
import { sameCount, sameMass } from '../record/compare.js';
import { isSamePlace } from '../record/legs.js';
import { totalOf, type Quantity } from '../record/totals.js';
import { partiesOf } from './parties-of.js';
import { carriageOf, joinKeysOf, type Carriage, type JoinKey } from './join-keys.js';

/** A document that has come, with what its sender said beside it. */
export interface Incoming {
  readonly documentId: string;
  readonly sentBy: string;
  /** Carriers, railways and ports state facts of their own carriage; a forwarder needs to be known to the other side. */
  readonly senderIsCarrier: boolean;
  readonly consignmentReference?: string;
  readonly content: TransportDocument;
}

/** A document that is here, and what its sender is. */
export interface SentDocument extends HeldDocument {
  readonly senderIsCarrier: boolean;
}

/** A live record that shares at least one key with the document. */
export interface Candidate {
  readonly oneDocumentId: string;
  readonly visibleTo: readonly string[];
  /** Its current documents. */
  readonly documents: readonly SentDocument[];
  readonly consignmentReferences: readonly string[];
  /** Whether it waits for a person itself; nothing joins it before that. */
  readonly waits: boolean;
}

export type JoinDecision =
  | { readonly kind: 'alone' }
  | { readonly kind: 'join'; readonly records: readonly string[]; readonly evidence: readonly JoinEvidence[] }
  | { readonly kind: 'unjoined'; readonly candidates: readonly string[]; readonly evidence: readonly JoinEvidence[] };

/**
 * Which records a document belongs to, by what it shares with them: a reference given explicitly, a booking or transport-document number, or a
 * container with fitting dates. One container that fits two records is ambiguous, and so is a forwarder's document that nothing but one thing ties to
 * documents of others, whichever came first: a container number is painted on the box for all to read, bookings are numbered in turn and two
 * forwarders call their consignments by the same name. Those wait for a person.
 */
export function decideJoin(incoming: Incoming, candidates: readonly Candidate[]): JoinDecision {
  const matches = candidates
    .map((candidate) => match(incoming, candidate))
    .filter((found): found is Match => found !== undefined);
  if (matches.length === 0) return { kind: 'alone' };
  const chosen = strongest(knownFirst(incoming, matches));
  const evidence = chosen.flatMap((found) => found.evidence);
  const records = chosen.map(({ candidate }) => candidate.oneDocumentId);
  const certain = chosen.every((found) => found.fits && (provesItself(found) || haveStanding(incoming, found)));
  return certain && !overlap(chosen)
    ? { kind: 'join', records, evidence }
    : { kind: 'unjoined', candidates: records, evidence };
}

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
  const byReference = evidence.some(({ by }) => by !== 'container');
  const explicit = evidence.some(({ by }) => by === 'consignmentReference' || by === 'throughDocument');
  const neighbours = candidate.documents.map(({ content }) => ({
    content,
    dates: dates(incoming.content, content),
  }));
  if (neighbours.every(({ dates }) => dates === 'apart') && !carriesThem(incoming, { candidate, evidence }))
    return undefined;
  const known = neighbours.filter(({ dates }) => dates === 'fit' || (dates === 'unknown' && byReference));
  const stands = known.some(({ content }) => complementary(incoming.content, content)) && !isTaken(incoming, candidate);
  return { candidate, evidence, byReference, fits: !candidate.waits && (stands || explicit) };
}

function sharedKeys(incoming: Incoming, candidate: Candidate): JoinEvidence[] {
  const keys = joinKeysOf(incoming.content, incoming.consignmentReference);
  return keys.flatMap((key): JoinEvidence[] => {
    const holders = holdersOf(key, candidate);
    return holders.length > 0
      ? [{ by: key.type, value: key.value, documentIds: [...holders, incoming.documentId] }]
      : [];
  });
}

function holdersOf({ type, value }: JoinKey, { documents, consignmentReferences }: Candidate): string[] {
  if (type === 'consignmentReference')
    return consignmentReferences.includes(value) ? documents.map(({ source }) => source.documentId) : [];
  return documents
    .filter(({ content }) => joinKeysOf(content).some((key) => key.type === type && key.value === value))
    .map(({ source }) => source.documentId);
}

const DAY_MS = 86_400_000;
/** Days are written without hours and in several time zones. */
const SLACK_MS = DAY_MS * 1.5;
/** How long a container may stand at the port between its legs and still be on the same journey. */
const LONGEST_DWELL_MS = DAY_MS * 30;

/** They fit when one carriage ends before the other begins, no further apart than a stay at the port, or when one document is over the other's carriage. */
function dates(one: TransportDocument, other: TransportDocument): 'fit' | 'apart' | 'unknown' {
  const [a, b] = [carriageOf(one), carriageOf(other)];
  if (a.startsAt === undefined || b.startsAt === undefined) return 'unknown';
  return follows(a, b) || follows(b, a) || (liesOver(one, other) && overlapInTime(a, b)) ? 'fit' : 'apart';
}

/** A document for the whole journey, what was instructed or what customs was told, beside the carriers' own documents. */
const liesOver = (one: TransportDocument, other: TransportDocument): boolean =>
  one.kind !== other.kind && (OVER_OTHERS.has(one.kind) || OVER_OTHERS.has(other.kind));

const OVER_OTHERS: ReadonlySet<DocumentKind> = new Set(['multimodalDocument', 'cargoReport', 'shippingInstruction']);

const overlapInTime = (one: Carriage, other: Carriage): boolean =>
  (one.startsAt as number) <= (other.endsAt as number) + SLACK_MS &&
  (other.startsAt as number) <= (one.endsAt as number) + SLACK_MS;

function follows(earlier: Carriage, later: Carriage): boolean {
  const dwell = (later.startsAt as number) - (earlier.endsAt as number);
  return dwell >= -SLACK_MS && dwell <= LONGEST_DWELL_MS;
}

/** The other mode, or a document over the other's carriage; or the same mode, where one carriage ends at the place where the other begins. */
function complementary(one: TransportDocument, other: TransportDocument): boolean {
  if (liesOver(one, other)) return true;
  if (sideOf(one.mode) !== sideOf(other.mode)) return true;
  const [a, b] = [carriageOf(one), carriageOf(other)];
  return isSamePlace(a.to, b.from) || isSamePlace(b.to, a.from);
}

/** Another document of the same mode already carries one of these containers over the same stretch. */
const isTaken = ({ content }: Incoming, { documents }: Candidate): boolean => {
  const numbers = containerNumbersOf(content);
  return documents.some(
    (held) => isRival(held.content, content) && held.content.containers.some(({ number }) => numbers.has(number)),
  );
};

const isRival = (one: TransportDocument, other: TransportDocument): boolean =>
  sideOf(one.mode) === sideOf(other.mode) && !complementary(one, other);

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

/** Neither as many packages nor as heavy: each has a share of what is in the containers. */
const haveOtherGoods = (one: TransportDocument, other: TransportDocument): boolean =>
  differ(one, other, 'packages', sameCount) && differ(one, other, 'grossMassKg', sameMass);

function differ(one: TransportDocument, other: TransportDocument, quantity: Quantity, agree: typeof sameMass): boolean {
  const [mine, theirs] = [totalOf({ content: one }, quantity), totalOf({ content: other }, quantity)];
  return mine !== undefined && theirs !== undefined && !agree(mine, theirs);
}

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && one.size === other.size && [...one].every((number) => other.has(number));

/** Once joined, each side reads the other's documents. */
const haveStanding = (incoming: Incoming, match: Match): boolean =>
  (incoming.senderIsCarrier || match.candidate.visibleTo.includes(incoming.sentBy)) && isKnown(incoming, match);

/** What the record shares is a carrier's, or of somebody who is a party to the document that comes. */
function isKnown(
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
