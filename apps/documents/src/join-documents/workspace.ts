import { v7 as newId } from 'uuid';
import {
  carriedElsewhere,
  decideJoin,
  identityOf,
  issuedBefore,
  lastVersions,
  shareConfirmed,
  statusesOf,
  type Candidate,
  type Change,
  type Finding,
  type Incoming,
  type JoinDecision,
  type JoinEvidence,
  type OneDocument,
  type RecordBefore,
  type RecordTie,
  type Sharing,
} from '#domain';
import type { Crosswalk } from '#crosswalk';
import { sameNames } from '../name-goods/same-names.js';
import {
  issuedAgain,
  maybeIssuedAgain,
  nothingToCancel,
  onAnotherDocument,
  outdatedVersion,
  sameVersion,
} from './join-findings.js';
import {
  byReceipt,
  isCancelled,
  isConsolidation,
  isCurrent,
  nextVersion,
  partiesTo,
  type KeptDocument,
  type MadeVersion,
  type Mandate,
  type RecordDraft,
} from './record-draft.js';
import { RecordIndex } from './record-index.js';
import { SharedDocuments } from './shared-documents.js';

/** Where a document went: the record, and what the clerk should know about it. */
export interface Placement {
  readonly document: KeptDocument;
  /** Null for a cancellation of what has not come. */
  readonly oneDocumentId: string | null;
  readonly findings: readonly Finding[];
}

const CARRIERS = new Set(['rail', 'ocean-carrier', 'port']);

/** Carriers, railways and ports state facts of their own carriage. */
export const isCarrier = (role: string): boolean => CARRIERS.has(role);

/**
 * The records that a batch of documents touches, in memory: documents go in one after the other, versions come out. It decides and changes
 * nothing outside itself; the caller has read what may be touched, and writes what was made.
 */
export class Workspace {
  readonly made: MadeVersion[] = [];
  readonly touched = new Set<RecordDraft>();
  /** Documents that changed their record or status, or belong to others than before, with the record they are kept in. */
  readonly moved = new Map<string, RecordDraft>();

  readonly shared: SharedDocuments;
  private readonly index: RecordIndex;

  constructor(
    private readonly records: Map<string, RecordDraft>,
    /** Cancellations that came before what they cancel. */
    private orphans: KeptDocument[],
    private readonly crosswalk: Crosswalk,
    /** When this happens, for everything that comes of it. */
    readonly now: string,
  ) {
    this.shared = new SharedDocuments(records, () => this.open([]), this.moved);
    this.index = new RecordIndex(records.values(), (record) => this.shared.documentsOf(record));
  }

  place(document: KeptDocument): Placement {
    const versions = this.versionsOf(document);
    if (versions.length > 0) return this.placeVersion(document, versions);
    if (document.content.purpose === 'cancellation') return this.placeOrphan(document);
    const { decision, beside, findings } = this.decide(document);
    if (decision.kind === 'join') return { ...this.placeInto(document, decision, beside), findings };
    if (decision.kind === 'shared') return this.placeShared(document, decision.ties);
    const opened = this.open([document], decision.kind === 'unjoined' ? decision : undefined);
    const record = beside ? this.share(opened, beside) : opened;
    this.makeVersion(record, { kind: 'documentAdded', documentId: document.source.documentId });
    return { document, oneDocumentId: record.id, findings };
  }

  /** What waits goes where it would go if it came now, if that is certain; else it waits for what it may belong to now. */
  lookAgain(document: KeptDocument): void {
    const waiting = this.index.holding(document);
    if (waiting?.state !== 'unjoined') return;
    const before = waiting.candidates.toSorted();
    const home = this.decideAgain(document, waiting);
    if (home.state !== 'unjoined')
      this.makeVersion(home, { kind: 'documentAdded', documentId: document.source.documentId });
    else if (home.candidates.toSorted().join() !== before.join()) this.makeVersion(home, { kind: 'candidatesChanged' });
  }

  /** Records that are otherwise than before for what waits. */
  get changed(): readonly string[] {
    return this.made.filter(({ record }) => record.state !== 'unjoined').map(({ record }) => record.id);
  }

  /** Records at hand that wait for a person. */
  get waiting(): readonly string[] {
    return [...this.records.values()].filter(({ state }) => state === 'unjoined').map(({ id }) => id);
  }

  /**
   * A person says which of its candidates a waiting record belongs to. Where each has a bill of its own they stay apart and share what is over them, else they are one record. Returns
   * where the documents are now; undefined where several are named that can't share one.
   */
  confirm(waiting: RecordDraft, chosen: readonly RecordDraft[]): RecordDraft | undefined {
    const evidence: JoinEvidence = {
      by: 'confirmation',
      value: waiting.id,
      documentIds: waiting.documents.map(({ source }) => source.documentId),
    };
    const document = waiting.documents.find(isCurrent);
    const candidates = chosen.map((record) => this.candidateOf(record));
    const sharing = document && shareConfirmed(incomingOf(document), candidates);
    if (!sharing && chosen.length > 1) return undefined;
    const record = sharing
      ? this.settleSharing(waiting, document, sharing, evidence)
      : this.merge([...chosen, waiting], [...waiting.evidence, evidence]);
    this.makeVersion(record, { kind: 'joinConfirmed' });
    return record;
  }

  private settleSharing(
    waiting: RecordDraft,
    document: KeptDocument,
    sharing: Sharing,
    evidence: JoinEvidence,
  ): RecordDraft {
    standApart(waiting, [evidence]);
    return sharing.kind === 'shared' ? this.shareOut(document, waiting, sharing.ties) : this.share(waiting, sharing);
  }

  /** A person says that a waiting record stands alone. */
  keepApart(waiting: RecordDraft): RecordDraft {
    standApart(waiting, []);
    this.makeVersion(waiting, { kind: 'joinConfirmed' });
    return waiting;
  }

  /** A mandate was given or revoked. What is no news makes no version. */
  mandate(record: RecordDraft, mandate: Mandate): void {
    const known = record.mandates.find(({ id }) => id === mandate.id);
    if (known && (known.revoked || !mandate.revoked)) return;
    record.mandates = [...record.mandates.filter((other) => other !== known), mandate];
    this.makeVersion(record, { kind: mandate.revoked ? 'mandateRevoked' : 'mandateGiven' });
  }

  /** Names the goods again. Makes a version only if a name or code is another than `before`. `tables`: the table that asks for it. */
  rename(record: RecordDraft, before: OneDocument, tables?: string): void {
    const change: Change = { kind: 'goodsNamed', ...(tables !== undefined && { tables }) };
    const { record: after } = nextVersion(
      { ...record },
      change,
      this.now,
      this.crosswalk,
      this.shared.documentsOf(record),
    );
    if (!sameNames(before.goodsItems, after.goodsItems)) this.makeVersion(record, change);
  }

  private versionsOf(document: KeptDocument): KeptDocument[] {
    const identity = identityOf(document);
    const kept = this.index.holding(document)?.documents ?? [];
    return [...kept, ...this.orphans].filter((other) => identityOf(other) === identity);
  }

  private placeVersion(document: KeptDocument, versions: readonly KeptDocument[]): Placement {
    const statuses = statusesOf([...versions, document]);
    const record =
      this.index.holding(document) ?? (document.content.purpose === 'cancellation' ? undefined : this.open([]));
    if (!record) return this.placeOrphan(document);
    const alsoIn = this.shared.sharersOf(document, versions, record);
    const placed = withStatus({ ...document, ...(alsoIn.length > 0 && { alsoIn }) }, statuses);
    const orphans = this.orphans.filter((orphan) => versions.includes(orphan));
    this.orphans = this.orphans.filter((orphan) => !orphans.includes(orphan));
    record.documents = [...record.documents, ...orphans, placed].map((kept) => withStatus(kept, statuses));
    for (const { source } of orphans) this.moved.set(source.documentId, record);
    this.shared.heed(record);
    record.state = stateOf(record);
    const changed = this.takeBack(record, 'version');
    for (const one of [record, ...changed]) this.index.add(one);
    const home = this.joinAgain(this.index.holding(document) as RecordDraft, placed);
    const change: Change = { kind: changeOf(placed), documentId: document.source.documentId };
    const sharing = new Set([home, ...alsoIn.map((id) => this.recordOf(id))]);
    for (const one of [...sharing].filter(isLive)) this.makeVersion(one, change);
    for (const one of changed.filter((other) => isLive(other) && !sharing.has(other)))
      this.makeVersion(one, SHARING_CHANGED);
    const findings = [...versionFindings(placed, versions), ...this.elsewhereOf(home, placed)];
    return { document: placed, oneDocumentId: home.id, findings };
  }

  /** A corrected document may carry the container number that its first version had wrong. */
  private joinAgain(record: RecordDraft, document: KeptDocument): RecordDraft {
    const alone = this.shared.documentsOf(record).every((other) => identityOf(other) === identityOf(document));
    if (!alone || isConsolidation(record) || !isCurrent(document)) return record;
    return this.decideAgain(document, record);
  }

  /** Of a document in a record of its own: the record that it is in from now on, its version still to be made. One that stood alone does so where that is not certain. */
  private decideAgain(document: KeptDocument, own: RecordDraft): RecordDraft {
    const decided = this.decide(document, own);
    if (own.state === 'unjoined') {
      const { decision } = decided;
      if (decision.kind === 'unjoined')
        return Object.assign(own, { candidates: decision.candidates, evidence: decision.evidence });
      standApart(own, []);
    }
    return this.carryOut(decided, document, own);
  }

  /** Where a document belongs that comes, or that is in a record of its own. */
  private decide(document: KeptDocument, own?: RecordDraft): Decided {
    const incoming = incomingOf(document);
    const candidates = this.candidatesFor(document).filter(({ oneDocumentId }) => oneDocumentId !== own?.id);
    const decision = decideJoin(incoming, candidates);
    if (decision.kind !== 'alone' && decision.kind !== 'beside') return { decision, findings: [] };
    const beside = decision.kind === 'beside' ? decision : undefined;
    const before = issuedBefore(incoming, this.cancelledFor(document, own));
    if (before?.certain) {
      const { candidates: records, evidence } = before;
      return { decision: { kind: 'join', records, evidence }, beside, findings: [issuedAgain] };
    }
    const waiting = beside?.records.length === 0 ? beside : undefined;
    if (before) return { decision: { kind: 'unjoined', ...before }, beside: waiting, findings: [maybeIssuedAgain] };
    const elsewhere = beside ? [] : carriedElsewhere(incoming, candidates);
    return { decision: { kind: 'alone' }, beside, findings: elsewhere.map(onAnotherDocument) };
  }

  /** The record that the document is in from now on, its version still to be made. */
  private carryOut({ decision, beside }: Decided, document: KeptDocument, own: RecordDraft): RecordDraft {
    if (decision.kind === 'shared') return this.shareOut(document, own, decision.ties);
    const others = decision.kind === 'join' ? decision.records.map((id) => this.recordOf(id)) : [];
    const record = decision.kind === 'join' ? this.merge([...others, own], decision.evidence) : own;
    return beside ? this.share(record, beside) : record;
  }

  /** What a corrected document says of containers that others carry. Of a record that waits, and of bills that share a document, a person is asked or was. */
  private elsewhereOf(record: RecordDraft, document: KeptDocument): Finding[] {
    if (!isCurrent(document) || record.state !== 'open') return [];
    const own = this.shared.documentsOf(record);
    const others = this.candidatesFor(document).filter(
      ({ documents }) => !documents.some((held) => own.includes(held)),
    );
    return carriedElsewhere(incomingOf(document), others).map(onAnotherDocument);
  }

  private placeOrphan(document: KeptDocument): Placement {
    this.orphans.push(document);
    return { document, oneDocumentId: null, findings: [nothingToCancel] };
  }

  private placeInto(
    document: KeptDocument,
    { records, evidence }: Joined,
    beside?: BillBeside,
  ): Omit<Placement, 'findings'> {
    const joined = this.merge(
      records.map((id) => this.recordOf(id)),
      evidence,
    );
    joined.documents = [...joined.documents, document];
    const record = beside ? this.share(joined, beside) : joined;
    this.makeVersion(record, { kind: 'documentAdded', documentId: document.source.documentId });
    return { document, oneDocumentId: record.id };
  }

  /** A document over the goods of several records: kept in one of its own, it belongs to all. */
  private placeShared(document: KeptDocument, ties: readonly RecordTie[]): Placement {
    const record = this.shareOut(document, this.open([document]), ties);
    this.makeVersion(record, { kind: 'documentAdded', documentId: document.source.documentId });
    return { document, oneDocumentId: record.id, findings: [] };
  }

  /** Documents of other records belong to the bill's own as well. Where that is now is returned, its version still to be made. */
  private share(bill: RecordDraft, { records, documents, evidence }: BillBeside): RecordDraft {
    bill.evidence = [...bill.evidence, ...evidence];
    const record = records.length === 0 ? bill : this.merge([...records.map((id) => this.recordOf(id)), bill], []);
    const sharing = new Set([...this.shared.share(documents, record), ...this.takeBack(record, 'arrival')]);
    for (const other of [...sharing].filter((one) => one !== record && isLive(one)))
      this.makeVersion(other, SHARING_CHANGED);
    return record;
  }

  /** Lets the document of a record of its own belong to all these records. The version of its own is still to be made. */
  private shareOut(document: KeptDocument, own: RecordDraft, ties: readonly RecordTie[]): RecordDraft {
    const { documentId } = document.source;
    standApart(own, own.evidence);
    const records = ties.map(({ oneDocumentId, evidence }) => {
      const record = this.recordOf(oneDocumentId);
      record.evidence = [...record.evidence, ...evidence];
      this.shared.share([documentId], record);
      return record;
    });
    for (const record of records) this.makeVersion(record, { kind: 'documentAdded', documentId });
    return own;
  }

  /** What the record's documents have nothing in common with any more it shares no longer. Returns the records that this changes. */
  private takeBack(record: RecordDraft, after: 'arrival' | 'version'): RecordDraft[] {
    const { changed, alone } = this.shared.takeBack(record, after);
    return [...new Set(changed.map((one) => this.reclaim(one, alone)))];
  }

  /** What is a record's alone is in it. */
  private reclaim(record: RecordDraft, alone: readonly RecordDraft[]): RecordDraft {
    const wholes = this.shared.reclaim(record, alone);
    return wholes.length === 0 ? record : this.merge([record, ...wholes], []);
  }

  /** Brings records together in the oldest of them; the others point to it. */
  private merge(records: readonly RecordDraft[], evidence: readonly JoinEvidence[]): RecordDraft {
    const [survivor, ...others] = records.toSorted((one, other) => one.id.localeCompare(other.id)) as [
      RecordDraft,
      ...RecordDraft[],
    ];
    survivor.evidence = [...survivor.evidence, ...others.flatMap((other) => other.evidence), ...evidence].filter(
      distinctEvidence,
    );
    survivor.documents = [survivor, ...others].flatMap(({ documents }) => documents).toSorted(byReceipt);
    survivor.mandates = [survivor, ...others].flatMap(({ mandates }) => mandates);
    survivor.tookOver = [survivor, ...others]
      .flatMap(({ tookOver = [] }) => tookOver)
      .concat(others.map(({ id }) => id));
    survivor.state = 'open';
    survivor.candidates = [];
    for (const other of others) this.retire(other, survivor);
    const followed = this.shared.follow(others, survivor);
    const home = this.reclaim(survivor, followed);
    for (const whole of followed.filter((one) => one !== home && isLive(one))) this.makeVersion(whole, SHARING_CHANGED);
    return home;
  }

  private retire(record: RecordDraft, survivor: RecordDraft): void {
    for (const { source } of record.documents) this.moved.set(source.documentId, survivor);
    record.state = 'merged';
    record.mergedInto = survivor.id;
    record.mandates = [];
    this.makeVersion(record, { kind: 'merged' });
    record.documents = [];
  }

  private open(
    documents: KeptDocument[],
    waiting?: { candidates: readonly string[]; evidence: readonly JoinEvidence[] },
  ): RecordDraft {
    const record: RecordDraft = {
      id: newId(),
      version: 0,
      state: waiting ? 'unjoined' : 'open',
      documents,
      evidence: waiting?.evidence ?? [],
      candidates: waiting?.candidates ?? [],
      mandates: [],
    };
    this.records.set(record.id, record);
    return record;
  }

  private makeVersion(record: RecordDraft, change: Change): void {
    this.touched.add(record);
    this.index.add(record);
    this.made.push(nextVersion(record, change, this.now, this.crosswalk, this.shared.documentsOf(record)));
  }

  private recordOf(id: string): RecordDraft {
    return this.records.get(id) as RecordDraft;
  }

  private candidatesFor(document: KeptDocument): Candidate[] {
    return this.index.sharing(document, isCurrent, ['open', 'unjoined']).map((record) => this.candidateOf(record));
  }

  /** Records that are open, or were, and in which a cancelled document shares a key with this one. */
  private cancelledFor(document: KeptDocument, own: RecordDraft | undefined): RecordBefore[] {
    return this.index
      .sharing(document, isCancelled, ['open', 'cancelled'])
      .filter((record) => record !== own)
      .map((record) => ({
        ...this.candidateOf(record),
        cancelled: lastVersions(record.documents).filter(isCancelled),
      }));
  }

  private candidateOf(record: RecordDraft): Candidate {
    const all = this.shared.documentsOf(record);
    const documents = all.filter(isCurrent);
    return {
      oneDocumentId: record.id,
      visibleTo: partiesTo(all),
      documents,
      consignmentReferences: documents.flatMap(({ consignmentReference }) => consignmentReference ?? []),
      waits: record.state === 'unjoined',
    };
  }
}

const SHARING_CHANGED: Change = { kind: 'sharingChanged' };

type BillBeside = Extract<Sharing, { kind: 'beside' }>;
type Joined = Extract<JoinDecision, { kind: 'join' }>;

interface Decided {
  readonly decision: Exclude<JoinDecision, BillBeside>;
  /** What the document shares in its record. */
  readonly beside?: BillBeside | undefined;
  readonly findings: readonly Finding[];
}

const isLive = ({ state }: RecordDraft): boolean => state !== 'merged';

/** After a version of its documents came: nobody waits for what is cancelled, and what comes back waits if it did. */
function stateOf({ documents, state, candidates }: RecordDraft): RecordDraft['state'] {
  if (!documents.some(isCurrent)) return 'cancelled';
  if (state !== 'cancelled') return state;
  return candidates.length > 0 ? 'unjoined' : 'open';
}

/** The record waits no more. */
function standApart(record: RecordDraft, evidence: readonly JoinEvidence[]): void {
  record.state = 'open';
  record.evidence = evidence;
  record.candidates = [];
}

const incomingOf = ({ source, content, senderIsCarrier, consignmentReference }: KeptDocument): Incoming => ({
  documentId: source.documentId,
  sentBy: source.sentBy,
  senderIsCarrier,
  ...(consignmentReference !== undefined && { consignmentReference }),
  content,
});

function withStatus(kept: KeptDocument, statuses: ReadonlyMap<string, KeptDocument['source']['status']>): KeptDocument {
  const status = statuses.get(kept.source.documentId);
  return status === undefined || status === kept.source.status ? kept : { ...kept, source: { ...kept.source, status } };
}

function changeOf({ content, source }: KeptDocument): Change['kind'] {
  if (content.purpose === 'cancellation') return 'documentCancelled';
  return source.status === 'current' ? 'documentReplaced' : 'documentAdded';
}

function versionFindings(placed: KeptDocument, versions: readonly KeptDocument[]): Finding[] {
  if (placed.source.status === 'replaced') return [outdatedVersion];
  const same = versions.some(
    ({ source, content }) => source.version === placed.source.version && content.purpose !== 'cancellation',
  );
  return placed.source.version !== undefined && same ? [sameVersion] : [];
}

const distinctEvidence = (evidence: JoinEvidence, index: number, all: readonly JoinEvidence[]): boolean =>
  all.findIndex(({ by, value }) => by === evidence.by && value === evidence.value) === index;
