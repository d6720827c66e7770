import { areOfOneBookingOnly, commonKeys, coverAll, identityOf, makersOf } from '#domain';
import {
  byReceipt,
  consolidatedIn,
  isConsolidation,
  isCurrent,
  isShared,
  type KeptDocument,
  type RecordDraft,
} from './record-draft.js';

interface Share {
  readonly keeper: RecordDraft;
  readonly document: KeptDocument;
  /** Kept in a record of its own. */
  readonly isApart: boolean;
  readonly records: readonly string[];
}

export interface TakenBack {
  readonly changed: readonly RecordDraft[];
  /** Records of documents that are one record's alone now. */
  readonly alone: readonly RecordDraft[];
}

/**
 * Documents over the goods of several records in hand: rail waybills, master bills. Each is kept in a record of its own, whole and with its versions, and names
 * those that it belongs to. See docs/decisions/0020-one-record-a-bill.md.
 */
export class SharedDocuments {
  private readonly keepers = new Set<RecordDraft>();

  constructor(
    private readonly records: ReadonlyMap<string, RecordDraft>,
    private readonly open: () => RecordDraft,
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

  /**
   * The records that a version of a paper belongs to as it comes: those that its other versions belong to. Where one record has the paper for itself by now, those
   * that it has something in common with again; where it is alone, that is still to be decided.
   */
  sharersOf(document: KeptDocument, versions: readonly KeptDocument[], record: RecordDraft): string[] {
    const ids = [...new Set(versions.flatMap(({ alsoIn }) => alsoIn ?? []))];
    if (isConsolidation(record)) return ids;
    const isAlone = record.documents.every((one) => versions.includes(one));
    return isAlone ? [] : ids.filter((id) => id !== record.id && this.touches(document, id));
  }

  /** Lets the documents belong to the record as well. Returns the records that this changes beside it. */
  share(documentIds: readonly string[], record: RecordDraft): RecordDraft[] {
    const isMeant = ({ source }: KeptDocument): boolean => documentIds.includes(source.documentId);
    const changed = new Set<RecordDraft>();
    for (const keeper of [...this.records.values()]) {
      for (const document of keeper.documents.filter(isMeant)) {
        const whole = this.setApart(document, keeper);
        this.belong(document, whole, (before) => [...before, record.id]);
        changed.add(keeper).add(whole);
      }
    }
    return [...changed];
  }

  /** What belonged to the records that are gone belongs to the one they went into. Returns the records of the documents that did. */
  follow(gone: readonly RecordDraft[], survivor: RecordDraft): RecordDraft[] {
    if (gone.length === 0) return [];
    const ids = gone.map(({ id }) => id);
    const changed = new Set<RecordDraft>();
    for (const keeper of [...this.keepers, survivor]) {
      keeper.documents = keeper.documents.map((one) => {
        if (!one.alsoIn?.some((id) => ids.includes(id) || id === keeper.id)) return one;
        changed.add(keeper);
        const now = one.alsoIn.map((id) => (ids.includes(id) ? survivor.id : id)).filter((id) => id !== keeper.id);
        return this.tell(belongingTo(one, now), keeper);
      });
      this.heed(keeper);
    }
    return [...changed];
  }

  /**
   * Where documents of the record changed: what it shares belongs only to the records whose own documents have something in common with it. `after`: a bill came, or
   * one was corrected or cancelled. What others' goods were known to be in does not become one bill's with all that is in it, unless that is all.
   */
  takeBack(record: RecordDraft, after: 'arrival' | 'version'): TakenBack {
    const changed = new Set<RecordDraft>();
    const alone: RecordDraft[] = [];
    for (const { keeper, document, isApart, records } of this.sharedWith(record)) {
      const staying = this.tiedTo(document, records);
      const goesOn = isApart && staying.length === records.length;
      const isOnesOwn =
        staying.length === 1 && (after === 'arrival' ? !goesOn : this.isAllOf(staying[0] as string, document));
      if (goesOn && !isOnesOwn) continue;
      const whole = this.setApart(document, keeper);
      this.belong(document, whole, () => staying);
      changed.add(whole);
      if (isOnesOwn) alone.push(whole);
      for (const id of records) if (!isApart || isOnesOwn || !staying.includes(id)) changed.add(this.recordOf(id));
    }
    return { changed: [...changed], alone };
  }

  /** Of the records of shared documents those of which this record is the only one: they need none of their own any more. */
  reclaim(record: RecordDraft, wholes: readonly RecordDraft[]): RecordDraft[] {
    const lone = wholes.filter((whole) => consolidatedIn(whole).join() === record.id);
    for (const whole of lone)
      for (const document of whole.documents.filter(isCurrent)) this.belong(document, whole, () => []);
    return lone;
  }

  /** The record of its own that the document is kept in with its other versions. Before it was shared it was among others. */
  private setApart(document: KeptDocument, keeper: RecordDraft): RecordDraft {
    const identity = identityOf(document);
    const isVersion = (one: KeptDocument): boolean => identityOf(one) === identity;
    if (keeper.documents.every(isVersion)) return keeper;
    const whole = this.open();
    whole.documents = keeper.documents
      .filter(isVersion)
      .map((one) => this.tell(belongingTo(one, [keeper.id, ...(one.alsoIn ?? [])]), whole));
    keeper.documents = keeper.documents.filter((one) => !isVersion(one));
    this.heed(keeper);
    this.heed(whole);
    return whole;
  }

  private belong(
    { source: { documentId } }: KeptDocument,
    keeper: RecordDraft,
    records: (before: readonly string[]) => readonly string[],
  ): void {
    keeper.documents = keeper.documents.map((one) =>
      one.source.documentId === documentId ? this.tell(belongingTo(one, records(one.alsoIn ?? [])), keeper) : one,
    );
    this.heed(keeper);
  }

  private tell(document: KeptDocument, keeper: RecordDraft): KeptDocument {
    this.moved.set(document.source.documentId, keeper);
    return document;
  }

  private recordOf(id: string): RecordDraft {
    return this.records.get(id) as RecordDraft;
  }

  private touches({ content, consignmentReference }: KeptDocument, id: string): boolean {
    return this.makersOf(id).some(
      (one) =>
        commonKeys(one.content, content).length > 0 ||
        (consignmentReference !== undefined && one.consignmentReference === consignmentReference),
    );
  }

  /** What the record shares in force, and the records that it belongs to. */
  private sharedWith({ id }: RecordDraft): Share[] {
    return [...this.keepers].flatMap((keeper) => {
      const isApart = isConsolidation(keeper);
      return keeper.documents
        .filter((one) => isCurrent(one) && isShared(one))
        .map((document) => ({
          keeper,
          document,
          isApart,
          records: [...(isApart ? [] : [keeper.id]), ...(document.alsoIn ?? [])],
        }))
        .filter(({ records }) => keeper.id === id || records.includes(id));
    });
  }

  /** Those of the records that the document has something in common with: a booking alone says little of one where another has its containers. */
  private tiedTo(document: KeptDocument, records: readonly string[]): string[] {
    const tied = records.filter((id) => this.touches(document, id));
    const isOnlyBooked = (id: string): boolean =>
      this.makersOf(id).every((one) => areOfOneBookingOnly(one.content, document.content));
    const certain = tied.filter((id) => !isOnlyBooked(id));
    return certain.length > 0 ? certain : tied;
  }

  private isAllOf(id: string, { content }: KeptDocument): boolean {
    return coverAll(
      content,
      this.makersOf(id).map((one) => one.content),
    );
  }

  private makersOf(id: string): readonly KeptDocument[] {
    return makersOf(this.recordOf(id).documents.filter((one) => isCurrent(one) && !isShared(one)));
  }
}

const belongsTo =
  ({ id }: RecordDraft) =>
  ({ alsoIn }: KeptDocument): boolean =>
    alsoIn?.includes(id) ?? false;

function belongingTo({ alsoIn: _before, ...document }: KeptDocument, records: readonly string[]): KeptDocument {
  return records.length === 0 ? document : { ...document, alsoIn: [...new Set(records)] };
}
