import type { Declaration, DeclaredParty, PartyRole } from '#domain';
import { stated, type Limit, type Stated } from './declared-form.js';

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

/** The AEO code of who is certified today, and whom China recognises: no other has a claim to be treated so. */
export function certifiedCode({ party: { aeo, codes }, at }: PlacedParty, limit: Limit): Stated | undefined {
  if (aeo?.status !== 'certified') return undefined;
  const saidAgain = codes.flatMap(({ scheme, code }, index) =>
    scheme === 'AEO' && code === aeo.aeoCode ? [`${at}/codes/${index}`] : [],
  );
  return stated(aeo.aeoCode, [`${at}/aeo`, ...saidAgain], limit);
}
