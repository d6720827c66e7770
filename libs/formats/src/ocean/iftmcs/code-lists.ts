import type { DocumentKind } from '#domain';

/** 1001: which document the message is. Others are not taken in. */
export const DOCUMENT_KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['704', 'billOfLading'],
  ['705', 'billOfLading'],
  ['706', 'billOfLading'],
  ['714', 'billOfLading'],
  ['710', 'seaWaybill'],
  ['720', 'railWaybill'],
  ['760', 'multimodalDocument'],
  ['765', 'multimodalDocument'],
  ['766', 'multimodalDocument'],
]);
