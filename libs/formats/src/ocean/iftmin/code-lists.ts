import type { DocumentKind } from '#domain';

/** 1001: shipping and forwarding instructions. Others are not taken in. */
export const DOCUMENT_KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['340', 'shippingInstruction'],
  ['610', 'shippingInstruction'],
]);
