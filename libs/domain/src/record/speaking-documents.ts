import { sideOf, type HeldDocument } from './held-document.js';

/**
 * The current documents in the order in which they are heard: a carrier's own document before one for the whole journey, which is then the second over the
 * same containers. What a shipper instructed is not heard any more once a contract speaks for the same side.
 */
export function speakingDocuments(documents: readonly HeldDocument[]): HeldDocument[] {
  const current = documents.filter(({ source }) => source.status === 'current');
  const contracts = current.filter(({ content }) => content.kind !== 'shippingInstruction');
  const agreed = new Set(contracts.map(({ content }) => sideOf(content.mode)));
  return [
    ...contracts.filter(({ content }) => content.kind !== 'multimodalDocument'),
    ...contracts.filter(({ content }) => content.kind === 'multimodalDocument'),
    ...current.filter(({ content }) => content.kind === 'shippingInstruction' && !agreed.has(sideOf(content.mode))),
  ];
}
