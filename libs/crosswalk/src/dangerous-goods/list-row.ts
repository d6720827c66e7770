import type { DangerousGoodsListing } from '#domain';

/** One row of a dangerous goods list, in words that both lists share. */
export interface ListRow {
  readonly listing: DangerousGoodsListing;
  /** Everything of the row that tells it from another but its description; rows of one kind are listed alike. */
  readonly kind: string;
  /** The subsidiary hazards in one way of writing; undefined when the list does not say. */
  readonly subsidiaryKey: string | undefined;
}

export const listRow = (listing: DangerousGoodsListing, facts: readonly string[]): ListRow => ({
  listing,
  kind: facts.join('|'),
  subsidiaryKey: listing.subsidiaryHazards && subsidiaryKey(listing.subsidiaryHazards),
});

export const subsidiaryKey = (hazards: readonly string[]): string => [...hazards].sort().join(', ');
