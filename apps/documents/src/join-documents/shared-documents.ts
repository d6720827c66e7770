import { commonKeys, identityOf, makersOf } from '#domain';
import { byReceipt, isCurrent, type KeptDocument, type RecordDraft } from './record-draft.js';

/**
 * Documents over the goods of several records in hand: rail waybills, master bills. Each is kept in one of them, where its versions meet, and names the others it belongs to as well.
 * See docs/decisions/0020-one-record-a-bill.md.
 */
export class SharedDocuments {
  private readonly keepers = new Set<RecordDraft>();

  constructor(
    private readonly records: ReadonlyMap<string, RecordDraft>,
    /** Where documents are that changed their record, or belong to others than before. */
    private readonly moved: Map<string, RecordDraft> = new Map(),
  ) {
    for (const record of records.values()) this.heed(record);
  }

  /** To be told when a record keeps other documents than before. */
  heed(record: RecordDraft): void {
    if (record.documents.some(isShared)) this.keepers.add(record);
    else this.keepers.delete(record);
  }

  /** Records whose documents may belong to others than before. */
  get kept(): Iterable<RecordDraft> {
    return this.keepers;
  }

  /** All documents that belong to the record, by receipt where others share some with it. */
  documentsOf(record: RecordDraft): readonly KeptDocument[] {
    const shared = [...this.keepers].flatMap(({ documents }) => documents.filter(belongsTo(record)));
    return shared.length === 0 ? record.documents : [...record.documents, ...shared].toSorted(byReceipt);
  }

  /** Lets the documents belong to the record as well. Returns the records that had them for themselves until now. */
  share(documentIds: readonly string[], record: RecordDraft): RecordDraft[] {
    const isMeant = ({ source }: KeptDocument): boolean => documentIds.includes(source.documentId);
    const keepers = [...this.records.values()].filter(({ documents }) => documents.some(isMeant));
    const alone = keepers.filter(({ documents }) => documents.some((one) => isMeant(one) && !isShared(one)));
    for (const keeper of keepers) {
      keeper.documents = keeper.documents.map((one) =>
        isMeant(one) ? this.tell(belongingTo(one, [...(one.alsoIn ?? []), record.id]), keeper) : one,
      );
      this.heed(keeper);
    }
    return alone;
  }

  /** What belonged to the records that are gone belongs to the one they went into. */
  follow(gone: readonly RecordDraft[], survivor: RecordDraft): void {
    if (gone.length === 0) return;
    const ids = gone.map(({ id }) => id);
    for (const keeper of [...this.keepers, survivor]) {
      keeper.documents = keeper.documents.map((one) => {
        if (!one.alsoIn?.some((id) => ids.includes(id) || id === keeper.id)) return one;
        const now = one.alsoIn.map((id) => (ids.includes(id) ? survivor.id : id)).filter((id) => id !== keeper.id);
        return this.tell(belongingTo(one, now), keeper);
      });
      this.heed(keeper);
    }
  }

  /**
   * Where documents of the record changed: what it shares belongs only to the records whose own documents have something in common with it, and is kept in the
   * first of them; where none has, in one that is opened for it. Returns the records that this changes.
   */
  takeBack(record: RecordDraft, open: () => RecordDraft): RecordDraft[] {
    const changed = new Set<RecordDraft>();
    for (const keeper of [...this.keepers]) {
      for (const document of keeper.documents.filter((one) => isCurrent(one) && isShared(one))) {
        const records = [keeper.id, ...(document.alsoIn ?? [])];
        const staying = records.filter((id) => this.touches(document, id));
        if (staying.length === records.length || !records.includes(record.id)) continue;
        const [first = open().id, ...more] = staying;
        for (const id of [first, ...records].filter((one) => !more.includes(one))) changed.add(this.recordOf(id));
        this.keepIn(this.recordOf(first), keeper, belongingTo(document, more));
      }
    }
    return [...changed];
  }

  /** Moves a document, with its other versions, from one record to another. These still belong to the records that they belonged to. */
  private keepIn(record: RecordDraft, before: RecordDraft, document: KeptDocument): void {
    const identity = identityOf(document);
    const versions = before.documents
      .filter((one) => identityOf(one) === identity)
      .map((one) => {
        if (one.source.documentId === document.source.documentId) return document;
        const records = one.alsoIn && [before.id, ...one.alsoIn];
        return belongingTo(one, records?.filter((id) => id !== record.id) ?? []);
      });
    for (const version of versions) this.tell(version, record);
    before.documents = before.documents.filter((one) => identityOf(one) !== identity);
    record.documents = [...record.documents, ...versions].toSorted(byReceipt);
    this.heed(before);
    this.heed(record);
  }

  private tell(document: KeptDocument, keeper: RecordDraft): KeptDocument {
    this.moved.set(document.source.documentId, keeper);
    return document;
  }

  private recordOf(id: string): RecordDraft {
    return this.records.get(id) as RecordDraft;
  }

  private touches({ content, consignmentReference }: KeptDocument, id: string): boolean {
    const own = this.recordOf(id).documents.filter((one) => isCurrent(one) && !isShared(one));
    return makersOf(own).some(
      (one) =>
        commonKeys(one.content, content).length > 0 ||
        (consignmentReference !== undefined && one.consignmentReference === consignmentReference),
    );
  }
}

const isShared = ({ alsoIn }: KeptDocument): boolean => alsoIn !== undefined;

const belongsTo =
  ({ id }: RecordDraft) =>
  ({ alsoIn }: KeptDocument): boolean =>
    alsoIn?.includes(id) ?? false;

function belongingTo({ alsoIn: _before, ...document }: KeptDocument, records: readonly string[]): KeptDocument {
  return records.length === 0 ? document : { ...document, alsoIn: [...new Set(records)] };
}
