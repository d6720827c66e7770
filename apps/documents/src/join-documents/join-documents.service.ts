import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jsonMessage, topics, type DocumentAccepted, type OneDocumentChanged } from '#contracts';
import { Refusal, type Finding } from '#domain';
import { Outbox, type OutgoingMessage } from '#messaging';
import { inTurns } from '#room';
import { CrosswalkModel } from '../name-goods/crosswalk-model.js';
import { RecordStore, type LoadedRecords } from '../storage/record-store.js';
import type { KeptDocument, Mandate, RecordDraft } from './record-draft.js';
import { Workspace, type Placement } from './workspace.js';

/** An accepted document with its findings, on its way into a record. */
export interface AcceptedDocument {
  readonly document: KeptDocument;
  readonly senderRole: string;
  readonly findings: readonly Finding[];
  readonly edifactProfileVersion?: number;
}

export interface HeardMandate {
  readonly oneDocumentId: string;
  readonly mandate: Mandate;
}

/** Joins documents into records, and says what came of it, in the transaction it is given. */
@Injectable()
export class JoinDocumentsService {
  constructor(
    private readonly store: RecordStore,
    private readonly outbox: Outbox,
    private readonly crosswalk: CrosswalkModel,
  ) {}

  /** Documents in the order in which they came. */
  async join(transaction: EntityManager, accepted: readonly AcceptedDocument[]): Promise<void> {
    if (accepted.length === 0) return;
    const loaded = await this.store.loadFor(
      transaction,
      accepted.map(({ document }) => document),
    );
    const workspace = await this.workspaceOf(transaction, loaded);
    const placed = await inTurns(accepted, (one) => {
      const placement = workspace.place(one.document);
      return { ...one, ...placement, allFindings: [...one.findings, ...placement.findings] };
    });
    await this.writeRecords(transaction, workspace, () =>
      this.store.insertDocuments(
        transaction,
        placed.map((one) => settled(one, workspace)),
      ),
    );
    await this.outbox.add(
      transaction,
      placed.map((one) => acceptedFirst(settled(one, workspace), workspace.now)),
    );
    await this.sayMoved(transaction, workspace);
    await this.lookAgain(transaction, workspace);
  }

  /** What waits goes where it would go if it came now: what has come or changed, or a person's word, may tell. */
  private async lookAgain(transaction: EntityManager, { changed, waiting }: Workspace): Promise<void> {
    if (changed.length === 0) return;
    const documents = await this.store.waitingFor(transaction, changed, waiting);
    if (documents.length === 0) return;
    const workspace = await this.workspaceOf(transaction, await this.store.loadFor(transaction, documents));
    await inTurns(documents, (document) => workspace.lookAgain(document));
    await this.writeRecords(transaction, workspace);
    await this.sayMoved(transaction, workspace);
    await this.lookAgain(transaction, workspace);
  }

  /** A person's word on a waiting record: the candidates that it belongs to, or null to keep it apart. Returns the record it is in now. */
  async settle(transaction: EntityManager, waitingId: string, chosenIds: readonly string[] | null): Promise<string> {
    const survivors = await this.store.survivorsOf(transaction, chosenIds ?? []);
    const chosen = [...new Set(survivors.values())];
    const records = await this.store.load(transaction, [waitingId, ...chosen]);
    const waiting = waitingRecord(records, waitingId);
    const live = [...(await this.store.survivorsOf(transaction, waiting.candidates)).values()];
    const workspace = await this.workspaceOf(transaction, { records, orphans: [] });
    const record =
      chosenIds === null
        ? workspace.keepApart(waiting)
        : (workspace.confirm(waiting, candidatesOf(records, live, survivors, chosenIds)) ?? notShared());
    await this.writeRecords(transaction, workspace);
    await this.sayMoved(transaction, workspace);
    await this.lookAgain(transaction, workspace);
    return record.id;
  }

  /** Brokers may see records from now on, or may no longer. */
  async mandate(transaction: EntityManager, heard: readonly HeardMandate[]): Promise<void> {
    const records = await this.store.loadSurvivors(
      transaction,
      heard.map(({ oneDocumentId }) => oneDocumentId),
    );
    const workspace = await this.workspaceOf(transaction, { records, orphans: [] });
    await inTurns(heard, ({ oneDocumentId, mandate }) =>
      workspace.mandate(records.get(oneDocumentId) as RecordDraft, mandate),
    );
    await this.writeRecords(transaction, workspace);
  }

  /** Names the goods of open records again, after a resolution or a change of `tables`. Returns how many records have other names now. */
  async rename(transaction: EntityManager, ids: readonly string[], tables?: string): Promise<number> {
    const records = await this.store.load(transaction, ids);
    const latest = await this.store.latestVersions(transaction, ids);
    const workspace = await this.workspaceOf(transaction, { records, orphans: [] });
    await inTurns([...records.values()], (record) => {
      const before = latest.get(record.id);
      if (before && (record.state === 'open' || record.state === 'unjoined')) workspace.rename(record, before, tables);
    });
    await this.writeRecords(transaction, workspace);
    return workspace.made.length;
  }

  private async workspaceOf(transaction: EntityManager, { records, orphans }: LoadedRecords): Promise<Workspace> {
    return new Workspace(records, orphans, await this.crosswalk.current(transaction), new Date().toISOString());
  }

  private async writeRecords(
    transaction: EntityManager,
    workspace: Workspace,
    insertDocuments = async () => {},
  ): Promise<void> {
    const drafts = [...workspace.touched];
    if (drafts.length > 0) await this.store.saveDrafts(transaction, drafts, workspace.made);
    await insertDocuments();
    if (drafts.length === 0) return;
    await this.store.updateDocuments(transaction, [...new Set([...drafts, ...workspace.shared.kept])]);
    await this.store.saveVersions(transaction, workspace.made);
    await this.outbox.add(transaction, await inTurns(workspace.made, changed));
  }

  /** Tells the senders of documents that moved, or belong to other records than before, where they are now. */
  private async sayMoved(transaction: EntityManager, { now, moved }: Workspace): Promise<void> {
    if (moved.size === 0) return;
    const rows: AcceptedRow[] = await transaction.query(
      `SELECT source, content->'references' AS references, findings, one_document_id AS "oneDocumentId", also_in AS "alsoIn",
              consignment_reference AS "consignmentReference"
       FROM held_documents WHERE document_id = ANY ($1) ORDER BY document_id`,
      [[...moved.keys()]],
    );
    await this.outbox.add(
      transaction,
      rows.map((row) => accepted(row, now)),
    );
  }
}

/** Documents placed early in a batch may have moved on within it. */
function settled<Placed extends Placement>(placed: Placed, workspace: Workspace): Placed {
  const record = workspace.moved.get(placed.document.source.documentId);
  return record ? { ...placed, oneDocumentId: record.id } : placed;
}

const changed = ({ record, visibleTo, brokers }: Workspace['made'][number]): OutgoingMessage => {
  const payload: OneDocumentChanged = { oneDocument: record, visibleTo, ...(brokers.length > 0 && { brokers }) };
  return jsonMessage(topics.oneDocumentChanged, record.id, payload);
};

type Placed = AcceptedDocument & Placement & { readonly allFindings: readonly Finding[] };

const acceptedFirst = (
  { document, senderRole, allFindings, oneDocumentId, edifactProfileVersion }: Placed,
  checkedAt: string,
) => {
  const { source, content, alsoIn = [], consignmentReference = null } = document;
  const { references } = content;
  return accepted(
    { source, references, findings: allFindings, oneDocumentId, alsoIn, consignmentReference },
    checkedAt,
    {
      senderRole,
      ...(edifactProfileVersion !== undefined && { edifactProfileVersion }),
    },
  );
};

interface AcceptedRow extends Pick<DocumentAccepted, 'references' | 'findings' | 'oneDocumentId'> {
  readonly source: KeptDocument['source'];
  readonly alsoIn: readonly string[];
  readonly consignmentReference: string | null;
}

function accepted(
  { source, references, findings, oneDocumentId, alsoIn, consignmentReference }: AcceptedRow,
  checkedAt: string,
  saidOnce: Pick<DocumentAccepted, 'senderRole' | 'edifactProfileVersion'> = {},
): OutgoingMessage {
  const { documentId, sha256, sentBy, receivedAt, format, number, interchange } = source;
  const payload: DocumentAccepted = {
    documentId,
    sha256,
    sender: sentBy,
    ...saidOnce,
    receivedAt,
    checkedAt,
    ...(consignmentReference !== null && { consignmentReference }),
    format,
    findings,
    number,
    references,
    oneDocumentId,
    ...(alsoIn.length > 0 && { alsoIn }),
    ...(interchange && { interchange }),
  };
  return jsonMessage(topics.documentAccepted, documentId, payload);
}

function waitingRecord(records: ReadonlyMap<string, RecordDraft>, id: string): RecordDraft {
  const record = records.get(id);
  if (record?.state !== 'unjoined') {
    throw new Refusal('JOIN.NOT_WAITING', 'conflict', {
      en: 'This record does not wait for a join; look at its state.',
      zh: '该记录并不等待合并；请查看其状态。',
    });
  }
  return record;
}

/** The records that these have become, each once. */
function candidatesOf(
  records: ReadonlyMap<string, RecordDraft>,
  candidates: readonly string[],
  survivors: ReadonlyMap<string, string>,
  ids: readonly string[],
): RecordDraft[] {
  return [...new Set(ids.map((id) => candidate(records, candidates, survivors.get(id))))];
}

function notShared(): never {
  throw new Refusal('JOIN.NOT_SHARED', 'unprocessable', {
    en: 'Only a rail waybill or a master bill over the goods of several bills of lading, each in a record of its own, belongs to several records. Name one of them.',
    zh: '只有涵盖多份提单（各为一条记录）货物的铁路运单或总提单才能归属多条记录。请只指定其中一条。',
  });
}

function candidate(
  records: ReadonlyMap<string, RecordDraft>,
  candidates: readonly string[],
  id: string | undefined,
): RecordDraft {
  const record = records.get(id ?? '');
  if (!record || !candidates.includes(record.id) || record.state === 'merged') {
    throw new Refusal('JOIN.NOT_A_CANDIDATE', 'unprocessable', {
      en: 'That record is not one of the live candidates of this one.',
      zh: '该记录不是本记录现有的候选记录之一。',
    });
  }
  return record;
}
