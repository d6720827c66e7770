import { byReceipt, type KeptDocument, type RecordDraft } from './record-draft.js';
import { isCurrent, keyTexts } from './record-index.js';

/**
 * Waybills over the goods of several records in hand. Each is kept in one of them, where its versions meet, and names the others it belongs to as well.
 * See docs/decisions/0020-one-record-a-bill.md.
 */
export class SharedWaybills {
  private readonly keepers = new Set<RecordDraft>();

  constructor(private readonly records: ReadonlyMap<string, RecordDraft>) {
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
        isMeant(one) ? belongingTo(one, [...(one.alsoIn ?? []), record.id]) : one,
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
        const now = (one.alsoIn ?? []).map((id) => (ids.includes(id) ? survivor.id : id));
        return belongingTo(one, keeper === survivor ? now.filter((id) => id !== survivor.id) : now);
      });
      this.heed(keeper);
    }
  }

  /**
   * Where documents of the record changed: what it shares belongs to no other record any more whose own documents have nothing in common with it. Returns the
   * records that this changes.
   */
  takeBack(record: RecordDraft): RecordDraft[] {
    const changed = new Set<RecordDraft>();
    for (const keeper of this.keepers) {
      keeper.documents = keeper.documents.map((one) => {
        const { alsoIn = [] } = one;
        const left = alsoIn.filter((id) => !this.touches(one, id));
        if (left.length === 0 || !isCurrent(one) || !(keeper === record || alsoIn.includes(record.id))) return one;
        for (const id of left) changed.add(this.records.get(id) as RecordDraft);
        changed.add(keeper);
        return belongingTo(
          one,
          alsoIn.filter((id) => !left.includes(id)),
        );
      });
      this.heed(keeper);
    }
    return [...changed];
  }

  private touches(document: KeptDocument, id: string): boolean {
    const keys = keyTexts(document);
    return (this.records.get(id)?.documents ?? []).some(
      (own) => isCurrent(own) && keyTexts(own).some((key) => keys.includes(key)),
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
