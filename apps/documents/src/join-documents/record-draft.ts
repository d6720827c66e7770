import {
  assemble,
  carryTheSame,
  isBill,
  identityOf,
  routeOf,
  lastVersions,
  type Change,
  type Join,
  type JoinEvidence,
  type OneDocument,
  partiesOf,
  type OneDocumentState,
  type SentDocument,
} from '#domain';
import type { Crosswalk } from '#crosswalk';
import { listDangerousGoods } from '../name-goods/list-dangerous-goods.js';
import { nameRecord } from '../name-goods/name-record.js';

/** A document with what the room keeps beside it. */
export interface KeptDocument extends SentDocument {
  readonly consignmentReference?: string;
  /** The records that it belongs to, a waybill or master bill over the goods of several. It is kept in one of its own. */
  readonly alsoIn?: readonly string[];
}

/** A record in hand: its documents and where it stands. Versions are made from it. */
export interface RecordDraft {
  readonly id: string;
  /** The last version made; 0 before the first. */
  version: number;
  state: OneDocumentState;
  mergedInto?: string;
  /** The records that went into it. */
  tookOver?: readonly string[];
  /** Without what other records share with it. */
  documents: KeptDocument[];
  evidence: readonly JoinEvidence[];
  candidates: readonly string[];
  mandates: readonly Mandate[];
}

/** A forwarder's word that a broker may declare the record (报关委托). Kept when it is revoked: then it does not hold again, whatever is heard later. */
export interface Mandate {
  readonly id: string;
  readonly principal: string;
  readonly broker: string;
  readonly revoked: boolean;
}

/** A new version, and who may see it. */
export interface MadeVersion {
  readonly record: OneDocument;
  readonly visibleTo: readonly string[];
  /** Those of them who see it by a mandate alone. */
  readonly brokers: readonly string[];
}

/**
 * Who is a party to the record, and so may see it: who sent one of its documents, and who is named in one by a party code of the exchange. Whom a
 * correction no longer names sees it no longer, nor when all is cancelled afterwards; nor who knew a cancelled paper, once another carries its containers.
 */
export function partiesTo(documents: readonly KeptDocument[]): string[] {
  const last = lastVersions(documents);
  const gone = last.filter((one) => isCancelled(one) && isSucceeded(one, documents)).map(identityOf);
  const isKnown = (one: KeptDocument): boolean => gone.length === 0 || !gone.includes(identityOf(one));
  const parties = last.filter(isKnown).flatMap(({ source, content }) => partiesOf(source.sentBy, content));
  return [...new Set([...documents.filter(isKnown).map(({ source }) => source.sentBy), ...parties])];
}

const isSucceeded = ({ content }: KeptDocument, documents: readonly KeptDocument[]): boolean =>
  documents.some((other) => isCurrent(other) && carryTheSame(content, other.content));

/** Brokers who see the record by the mandate of one of its parties alone. */
function brokersOf(parties: readonly string[], mandates: readonly Mandate[]): string[] {
  const inForce = mandates.filter(({ revoked, principal }) => !revoked && parties.includes(principal));
  return [...new Set(inForce.map(({ broker }) => broker))].filter((broker) => !parties.includes(broker));
}

/** The next version of the record, complete, and who may see it. Moves the draft's version on. `documents`: with what other records share with it. */
export function nextVersion(
  draft: RecordDraft,
  change: Change,
  changedAt: string,
  crosswalk: Crosswalk,
  documents: readonly KeptDocument[] = draft.documents,
): MadeVersion {
  draft.version += 1;
  const consolidates = consolidatedIn(draft);
  const { goods, beside, ...assembled } = assemble(
    documents.map(isConsolidation(draft) ? markedIfMaster : markedIfShared),
  );
  const route = routeOf(assembled.legs);
  const parties = partiesTo(documents);
  const brokers = brokersOf(parties, draft.mandates);
  const visibleTo = [...parties, ...brokers];
  const oneDocumentIds = [draft.id, ...(draft.tookOver ?? [])];
  const named = nameRecord(goods, crosswalk, { parties: visibleTo, ...(route && { route }), oneDocumentIds });
  const listed = listDangerousGoods({ ...assembled, beside, goodsItems: named.goodsItems }, crosswalk);
  const record: OneDocument = {
    schemaVersion: '1',
    id: draft.id,
    version: draft.version,
    changedAt,
    change,
    state: draft.state,
    ...(draft.mergedInto !== undefined && { mergedInto: draft.mergedInto }),
    join: joinOf(draft, documents),
    ...(consolidates.length > 0 && { consolidates }),
    ...assembled,
    goodsItems: listed.goodsItems,
    discrepancies: [...assembled.discrepancies, ...named.discrepancies, ...listed.discrepancies],
  };
  return { record, visibleTo, brokers };
}

export const isCurrent = ({ source }: KeptDocument): boolean => source.status === 'current';

export const isCancelled = (one: KeptDocument): boolean => one.source.status === 'cancelled' && !isCancellation(one);

export const byReceipt = (one: KeptDocument, other: KeptDocument): number =>
  one.source.receivedAt.localeCompare(other.source.receivedAt) ||
  one.source.documentId.localeCompare(other.source.documentId);

export const isShared = ({ alsoIn }: KeptDocument): boolean => alsoIn !== undefined;

/** Whether the record is that of a document over the goods of others, whole. */
export const isConsolidation = ({ documents }: RecordDraft): boolean =>
  documents.some(isShared) && lastVersions(documents).every((one) => isShared(one) || isCancellation(one));

const isCancellation = ({ content }: KeptDocument): boolean => content.purpose === 'cancellation';

/** The records over whose goods its document is. */
export const consolidatedIn = (draft: RecordDraft): readonly string[] =>
  isConsolidation(draft) ? (draft.documents.find(isCurrent)?.alsoIn ?? []).toSorted() : [];

/** A bill over the goods of others is their master bill, whether it says so or not. */
const markedIfMaster = (document: KeptDocument): KeptDocument =>
  isBill(document.content) ? { ...document, source: { ...document.source, billLevel: 'master' } } : document;

const markedIfShared = (document: KeptDocument): KeptDocument =>
  isShared(document) ? { ...document, source: { ...document.source, shared: true } } : document;

function joinOf({ state, evidence, candidates }: RecordDraft, documents: readonly KeptDocument[]): Join {
  if (state === 'unjoined') return { result: 'unjoined', evidence, candidates };
  const papers = new Set(documents.map(({ source }) => `${source.kind} ${source.number}`));
  return { result: papers.size > 1 ? 'joined' : 'single', evidence, candidates: [] };
}
