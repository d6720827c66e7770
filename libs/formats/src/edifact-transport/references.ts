import type { BillLevel, DocumentKind, Reference } from '#domain';
import { given } from '../mapping/given.js';
import { BILL_LEVELS, NUMBERS_OF_BILLS, REFERENCE_TYPES } from './code-lists.js';
import type { Segment } from '../syntax/edifact.js';
import type { StatedNumber, TransportMessage } from './transport-message.types.js';

/** Kinds whose senders keep numbers of their own in BGM and the carrier's in RFF+BM. */
const NUMBERED_BY_REFERENCE: ReadonlySet<DocumentKind> = new Set(['billOfLading', 'seaWaybill']);

/** The numbers that RFFs state. */
export function numbersIn(segments: readonly Segment[]): StatedNumber[] {
  const numbers: StatedNumber[] = [];
  for (const rff of segments) {
    const value = rff.given(1, 2);
    if (value !== undefined) numbers.push({ code: rff.code(1, 1), value });
  }
  return numbers;
}

/** The document's number: on a house bill RFF+BH, on a master bill RFF+MB, on all bills and sea waybills RFF+BM, else BGM. */
export function numberOf(
  kind: DocumentKind | undefined,
  beginning: Segment,
  references: readonly StatedNumber[],
): string | undefined {
  const stated = (code: string) => references.find((one) => one.code === code)?.value;
  const level = BILL_LEVELS.get(beginning.text(1, 1));
  const own = isBill(kind) ? ((level && stated(NUMBERS_OF_BILLS[level])) ?? stated('BM')) : undefined;
  return own ?? beginning.given(2, 1);
}

/** What the bill's code says it is, else what it names: a master bill above it, or house bills under it. */
export function billLevelOf(document: TransportMessage, number: string): BillLevel {
  if (!isBill(document.kind)) return {};
  const others = (level: keyof typeof NUMBERS_OF_BILLS): string[] => {
    const code = NUMBERS_OF_BILLS[level];
    const stated = document.references.filter((one) => one.code === code && one.value !== number);
    return [...new Set(stated.map(({ value }) => value))];
  };
  const [masters, houses] = [others('master'), others('house')];
  const named = masters.length > 0 ? 'house' : 'master';
  const isNamed = masters.length > 0 !== houses.length > 0;
  const billLevel = BILL_LEVELS.get(document.beginning.text(1, 1)) ?? (isNamed ? named : undefined);
  return given({ billLevel, masterBill: billLevel === 'house' && masters.length === 1 ? masters[0] : undefined });
}

const isBill = (kind: DocumentKind | undefined): boolean => kind !== undefined && NUMBERED_BY_REFERENCE.has(kind);

/** Every further number, each once: the consignment's, the goods items', the containers'. A booking may have the number of its bill; a document does not refer to itself. */
export function referencesOf(document: TransportMessage, number: string): Reference[] {
  const { goodsItems, equipment, beginning } = document;
  const references = new Map<string, Reference>();
  const add = (type: Reference['type'], value: string) => references.set(`${type} ${value}`, { type, value });
  const addStated = ({ code, value }: StatedNumber) => {
    const type = REFERENCE_TYPES.get(code) ?? 'other';
    if (type !== 'transportDocument' || value !== number) add(type, value);
  };
  document.references.forEach(addStated);
  for (const item of goodsItems) numbersIn(item.references).forEach(addStated);
  for (const group of equipment) numbersIn(group.segments('RFF')).forEach(addStated);
  const own = beginning.given(2, 1);
  if (own !== undefined && own !== number) add('other', own);
  return [...references.values()];
}
