import type { DocumentKind, TransportDocument } from '../consignment.js';
import type { SourceDocument } from '../one-document.js';
import { haveCommonContainers, type HeldDocument } from './held-document.js';
import { areChained } from './legs.js';

const BILLS: ReadonlySet<DocumentKind> = new Set(['billOfLading', 'seaWaybill']);

export const isBill = ({ kind }: Pick<TransportDocument, 'kind'>): boolean => BILLS.has(kind);

/** Whether the one is a house bill (分提单) and the other its master bill (总提单): bills over one carriage, of which one names the other or both name a container. */
export const isUnder = (house: TransportDocument, master: TransportDocument): boolean =>
  house.billLevel === 'house' &&
  isBill(master) &&
  master.billLevel !== 'house' &&
  !areChained(house, master) &&
  (names(house, master) || names(master, house) || haveCommonContainers(house, master));

const names = ({ references }: TransportDocument, { number }: TransportDocument): boolean =>
  references.some(({ type, value }) => type === 'transportDocument' && value === number);

/** The bills over house bills that stand beside them. */
export const mastersAmong = <Held extends Pick<HeldDocument, 'content'>>(documents: readonly Held[]): Held[] =>
  documents.filter(({ content }) => housesUnder(content, documents).length > 0);

export const housesUnder = <Held extends Pick<HeldDocument, 'content'>>(
  master: TransportDocument,
  documents: readonly Held[],
): Held[] => documents.filter(({ content }) => isUnder(content, master));

/** What makes a record: its bills, not what is over them; of one without bills, all. */
export function makersOf<Held extends Pick<HeldDocument, 'content'>>(own: readonly Held[]): readonly Held[] {
  const bills = own.filter(({ content }) => isBill(content));
  return bills.length > 0 ? bills : own;
}

/** The sources, each bill with its level and a house bill with its master's number: as it says, else as the bill beside it shows. */
export function withLevels(documents: readonly HeldDocument[], speaking: readonly HeldDocument[]): SourceDocument[] {
  const masters = mastersAmong(speaking);
  return documents.map((document) => {
    const { source, content } = document;
    if (masters.includes(document)) return { ...source, billLevel: 'master' };
    const [master, ...others] = speaking.includes(document)
      ? masters.filter((one) => isUnder(content, one.content))
      : [];
    return master && others.length === 0 ? { masterBill: master.source.number, ...source } : source;
  });
}

/** Whether a bill of the record is the master of its house bills: these are what is written, declared and reported. */
export const isMasterOfHouses = (
  { transportDocuments }: { readonly transportDocuments: readonly Pick<SourceDocument, 'billLevel' | 'status'>[] },
  { billLevel }: Pick<SourceDocument, 'billLevel'>,
): boolean =>
  billLevel === 'master' &&
  transportDocuments.some((other) => other.billLevel === 'house' && other.status === 'current');
