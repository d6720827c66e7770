import type { GoodsItem, OneDocument, RecordDangerousGoods } from '#domain';
import type { StowedSubstance } from '#crosswalk';

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

/** A substance as both documents together declare it: the sea's word first, and both names. */
export function substanceOf({
  unNumber,
  declared: { rail, sea },
}: Pick<RecordDangerousGoods, 'unNumber' | 'declared'>): StowedSubstance {
  const names = [sea?.properShippingName, rail?.properShippingName].filter(Boolean);
  return { ...rail, ...sea, unNumber, ...(names.length > 0 && { name: names.join(' ') }) };
}
