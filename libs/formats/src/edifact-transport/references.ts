import type { BillLevel, DocumentKind, Reference } from '#domain';
import { given } from '../mapping/given.js';
import { BILL_LEVELS, NUMBERS_OF_BILLS, REFERENCE_TYPES } from './code-lists.js';
import type { Segment } from '../syntax/edifact.js';
import type { TransportMessage } from './transport-message.types.js';

/** Kinds whose senders keep numbers of their own in BGM and the carrier's in RFF+BM. */
const NUMBERED_BY_REFERENCE: ReadonlySet<DocumentKind> = new Set(['billOfLading', 'seaWaybill']);

/** The document's number: on a house bill RFF+BH, on a master bill RFF+MB, on all bills and sea waybills RFF+BM, else BGM. */
export function numberOf(document: TransportMessage): string | undefined {
  const { beginning } = document;
  if (!isBill(document)) return beginning.given(2, 1);
  const level = BILL_LEVELS.get(beginning.text(1, 1));
  const own = [...(level ? [NUMBERS_OF_BILLS[level]] : []), 'BM'].flatMap((code) => numbersIn(document, code));
  return own[0] ?? beginning.given(2, 1);
}

/** What the bill's code says it is, else what it names: a master bill above it, or house bills under it. */
export function billLevelOf(document: TransportMessage, number: string): BillLevel {
  if (!isBill(document)) return {};
  const others = (level: keyof typeof NUMBERS_OF_BILLS): string[] =>
    [...new Set(numbersIn(document, NUMBERS_OF_BILLS[level]))].filter((value) => value !== number);
  const [masters, houses] = [others('master'), others('house')];
  const named = masters.length > 0 ? 'house' : 'master';
  const isNamed = masters.length > 0 !== houses.length > 0;
  const billLevel = BILL_LEVELS.get(document.beginning.text(1, 1)) ?? (isNamed ? named : undefined);
  return given({ billLevel, masterBill: billLevel === 'house' && masters.length === 1 ? masters[0] : undefined });
}

const isBill = ({ kind }: TransportMessage): boolean => kind !== undefined && NUMBERED_BY_REFERENCE.has(kind);

const numbersIn = ({ references }: TransportMessage, code: string): string[] =>
  references.flatMap(({ opening }) => (opening.code(1, 1) === code ? (opening.given(1, 2) ?? []) : []));

/** Every further number, each once: the consignment's, the goods items', the containers'. A booking may have the number of its bill; a document does not refer to itself. */
export function referencesOf(document: TransportMessage, number: string): Reference[] {
  const { references, goodsItems, equipment, beginning } = document;
  const segments = references.map(({ opening }) => opening);
  for (const { references: own } of goodsItems) for (const rff of own) segments.push(rff);
  for (const group of equipment) for (const rff of group.segments('RFF')) segments.push(rff);
  const stated = segments
    .flatMap(referenceIn)
    .filter(({ type, value }) => type !== 'transportDocument' || value !== number);
  const own = beginning.given(2, 1);
  if (own !== undefined && own !== number) stated.push({ type: 'other', value: own });
  return [...new Map(stated.map((one) => [`${one.type} ${one.value}`, one])).values()];
}

function referenceIn(rff: Segment): Reference[] {
  const value = rff.given(1, 2);
  return value === undefined ? [] : [{ type: REFERENCE_TYPES.get(rff.code(1, 1)) ?? 'other', value }];
}
