import type { GoodsItem, OneDocument, RecordDangerousGoods, SubstanceBeside } from '#domain';
import type { StowedSubstance } from '#crosswalk';

/** What of a record tells of its dangerous goods. */
export interface StowedRecord extends Pick<OneDocument, 'goodsItems' | 'equipment' | 'legs' | 'transportDocuments'> {
  /** Of other records. */
  readonly beside: readonly SubstanceBeside[];
}

/** Whether a leg or a document of the consignment is by rail, or by sea. */
export const goesBy = (
  mode: 'rail' | 'sea',
  { legs, transportDocuments }: Pick<StowedRecord, 'legs' | 'transportDocuments'>,
): boolean => [...legs, ...transportDocuments].some((part) => part.mode === mode);

export type SideSources = Readonly<Record<'rail' | 'sea', readonly string[]>>;

/** The documents of each side that a goods item stands on; where one document speaks for both sides, that one. */
export function sourcesBySide(
  { sources }: Pick<GoodsItem, 'sources'>,
  { transportDocuments }: Pick<OneDocument, 'transportDocuments'>,
): SideSources {
  const atSea = new Set(transportDocuments.filter(({ mode }) => mode === 'sea').map(({ documentId }) => documentId));
  const orAll = (some: readonly string[]): readonly string[] => (some.length > 0 ? some : sources);
  return { rail: orAll(sources.filter((id) => !atSea.has(id))), sea: orAll(sources.filter((id) => atSea.has(id))) };
}

/** A substance as one side declares it; what that side does not say, as the other does, and both names. */
export function substanceOf(
  { unNumber, declared: { rail, sea } }: Pick<RecordDangerousGoods, 'unNumber' | 'declared'>,
  side: 'rail' | 'sea',
): StowedSubstance {
  const names = [sea, rail].flatMap((declared) => declared?.properShippingName ?? []);
  return { ...(side === 'rail' ? { ...sea, ...rail } : { ...rail, ...sea }), unNumber, names };
}
