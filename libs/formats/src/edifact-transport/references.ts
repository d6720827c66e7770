import type { DocumentKind, Reference } from '#domain';
import { REFERENCE_TYPES } from './code-lists.js';
import type { Segment } from '../syntax/edifact.js';
import type { TransportMessage } from './transport-message.types.js';

/** Kinds whose senders keep numbers of their own in BGM and the carrier's in RFF+BM. */
const NUMBERED_BY_REFERENCE: ReadonlySet<DocumentKind> = new Set(['billOfLading', 'seaWaybill']);

/** The document's number: RFF+BM on bills and sea waybills, else BGM. */
export function numberOf({ beginning, references, kind }: TransportMessage): string | undefined {
  const isReferenced = kind !== undefined && NUMBERED_BY_REFERENCE.has(kind);
  const bill = isReferenced ? references.find(({ opening }) => opening.code(1, 1) === 'BM') : undefined;
  return bill?.opening.given(1, 2) ?? beginning.given(2, 1);
}

/** Every further number, each once: the consignment's, the goods items', the containers'. A booking may have the number of its bill; a document does not refer to itself. */
export function referencesOf(document: TransportMessage, number: string): Reference[] {
  const { references, goodsItems, equipment, beginning } = document;
  const segments = references.map(({ opening }) => opening);
  for (const item of goodsItems) segments.push(...item.references);
  for (const group of equipment) segments.push(...group.segments('RFF'));
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
