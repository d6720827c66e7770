import { identityOf, joinKeysOf, type OneDocumentState } from '#domain';
import { isConsolidation, type KeptDocument, type RecordDraft } from './record-draft.js';

/** Finds the records in hand by what their documents share, without looking through all of them for each document. */
export class RecordIndex {
  private readonly byKey = new Map<string, Set<RecordDraft>>();
  private readonly byIdentity = new Map<string, Set<RecordDraft>>();

  constructor(
    records: Iterable<RecordDraft>,
    /** All that belong to a record, those that others share with it too. */
    private readonly documentsOf: (record: RecordDraft) => readonly KeptDocument[],
  ) {
    for (const record of records) this.add(record);
  }

  /** To be told again whenever documents were added to a record. */
  add(record: RecordDraft): void {
    for (const document of this.documentsOf(record)) {
      for (const key of keyTexts(document)) setOf(this.byKey, key).add(record);
      setOf(this.byIdentity, identityOf(document)).add(record);
    }
  }

  /** Records of these states in which a document that is `such` shares a key with this one; not those of shared documents, which stand in the records that share them. */
  sharing(
    document: KeptDocument,
    such: (held: KeptDocument) => boolean,
    states: readonly OneDocumentState[],
  ): RecordDraft[] {
    const keys = keyTexts(document);
    const found = new Set(keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    return [...found].filter(
      (record) =>
        states.includes(record.state) &&
        !isConsolidation(record) &&
        this.documentsOf(record).some((held) => such(held) && keyTexts(held).some((key) => keys.includes(key))),
    );
  }

  /** The record in which other versions of this paper are kept. */
  holding(document: KeptDocument): RecordDraft | undefined {
    const identity = identityOf(document);
    return [...(this.byIdentity.get(identity) ?? [])].find(({ documents }) =>
      documents.some((held) => identityOf(held) === identity),
    );
  }
}

/** What the document can be joined by. */
const keyTexts = ({ content, consignmentReference }: KeptDocument): string[] =>
  joinKeysOf(content, consignmentReference).map(({ type, value }) => `${type} ${value}`);

function setOf(index: Map<string, Set<RecordDraft>>, key: string): Set<RecordDraft> {
  const found = index.get(key) ?? new Set<RecordDraft>();
  index.set(key, found);
  return found;
}
