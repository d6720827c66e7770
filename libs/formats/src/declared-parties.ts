import type { Declaration, DeclaredParty, PartyRole } from '#domain';

/** A party of the declaration, and where it stands there. */
export interface PlacedParty {
  readonly party: DeclaredParty;
  readonly at: string;
}

export const partiesOf = ({ parties }: Declaration): PlacedParty[] =>
  parties.map((party, index) => ({ party, at: `/parties/${index}` }));

/** The first of a role: forms hold one. */
export const inRole = (parties: readonly PlacedParty[], role: PartyRole): PlacedParty | undefined =>
  parties.find(({ party }) => party.role === role);

/** The party that has the code of who declares. */
export const declarantAmong = (parties: readonly PlacedParty[], declarant: string): PlacedParty | undefined =>
  parties.find(({ party: { codes } }) => codes.some(({ scheme, code }) => scheme === 'PARTY' && code === declarant));
