import type { HsCandidate, Naming } from '#domain';

/** What a person saw of goods in the queue when deciding. */
export interface SeenGoods {
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  /** The item's number in the record. */
  readonly sequence: number;
  readonly decisions: { readonly [side in 'rail' | 'customs']?: NonNullable<Naming['decision']> };
  readonly candidates: readonly HsCandidate[];
  /** Editions of the tables the candidates were found with. */
  readonly tables: readonly string[];
}
