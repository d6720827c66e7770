import type { DocumentKind } from '../consignment.js';
import { sideOf, type HeldDocument } from './held-document.js';

/** No contracts: each speaks for a side only where nothing before it does. */
const NO_CONTRACTS: readonly DocumentKind[] = ['cargoReport', 'shippingInstruction'];

/**
 * The current documents in the order in which they are heard: a carrier's own document before one for the whole journey, which is then the second over the
 * same containers. What customs was told, or a shipper instructed, is not heard any more once a contract speaks for the same side.
 */
export function speakingDocuments(documents: readonly HeldDocument[]): HeldDocument[] {
  const current = documents.filter(({ source }) => source.status === 'current');
  const ofKind = (kind: DocumentKind): HeldDocument[] => current.filter(({ content }) => content.kind === kind);
  const whole = ofKind('multimodalDocument');
  const carriers = current.filter((one) => !NO_CONTRACTS.includes(one.content.kind) && !whole.includes(one));
  const speaking = [...carriers, ...whole];
  for (const kind of NO_CONTRACTS) {
    const spoken = new Set(speaking.map(({ content }) => sideOf(content.mode)));
    speaking.push(...ofKind(kind).filter(({ content }) => !spoken.has(sideOf(content.mode))));
  }
  return speaking;
}
