import type { Party, PartyRole } from '#domain';
import { partyOf } from '../parties.js';
import type { NoteConsignment } from './tree.types.js';

/** The form has no party to be notified. */
export const ROLES = {
  consignor: 'consignor',
  consignee: 'consignee',
  carrier: 'railCarrier',
  consignorAgent: 'forwarder',
  shipTo: 'other',
} as const satisfies Partial<Record<keyof NoteConsignment, PartyRole>>;

export const partiesOf = (consignment: NoteConsignment): Party[] =>
  (Object.keys(ROLES) as (keyof typeof ROLES)[]).flatMap((member) => {
    const party = consignment[member];
    return party ? [partyOf(party, ROLES[member])] : [];
  });
