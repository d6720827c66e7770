import type { TransportDocument } from '#domain';
import type { ExchangedDocument, ReferencedDocument } from './tree.types.js';

/** UNTDID 1225 as `amendmentPurposeCode`: 1 cancellation, 4 change, 5 replace. */
export const CANCELLATION = '1';
export const CHANGES: ReadonlySet<string> = new Set(['4', '5']);

/** UNTDID 1153: rail waybill number. */
export const RAIL_WAYBILL_NUMBER = 'WY';

/**
 * `purposeCode` can only say "original", so a later version of the same number replaces the earlier one, unless it says that it cancels:
 * `amendmentPurposeCode` 1.
 */
export function purposeOf(document: ExchangedDocument): TransportDocument['purpose'] {
  if (document.amendmentPurposeCode?.[0]?.content === CANCELLATION) return 'cancellation';
  return isLaterVersion(document) ? 'replacement' : 'original';
}

/** Versions are counted from 1; a note without one is the first. Digits only, which the checks see to. */
export const isLaterVersion = ({ versionId }: ExchangedDocument): boolean =>
  versionId !== undefined && BigInt(versionId.content) > 1n;

/** Whether the reference says which note is cancelled: this one's own number. */
export const refersToItself = ({ id }: ExchangedDocument, reference: ReferencedDocument): boolean =>
  reference.referenceTypeCode?.content === RAIL_WAYBILL_NUMBER && reference.id?.[0]?.content === id?.content;
