import type { Party, PartyRole, SchemedCode } from '#domain';
import { partyOf } from '../../uncefact/parties.js';
import { contentOf } from '../../uncefact/texts.js';
import { CARRIER } from './code-lists.js';
import type { BillConsignment, BillOfLading, BillParty, TaxRegistration } from './tree.types.js';

/** The consignment's parties that stand alone, in the record's roles; the parties to be notified stand after the consignee. */
export const ROLES = {
  consignor: 'consignor',
  consignee: 'consignee',
  carrier: 'seaCarrier',
  freightForwarder: 'forwarder',
  consignorAgent: 'consignorAgent',
  consigneeAgent: 'other',
  transportServicesBuyer: 'other',
} as const satisfies Partial<Record<keyof BillConsignment, PartyRole>>;

/** Who stands in the bill in which role, in the record's order. */
export function rolesIn(bill: BillOfLading): [PartyRole, BillParty][] {
  const consignment = bill.specifiedConsignment?.[0] ?? {};
  const [consignor = [], consignee = [], ...others] = (Object.keys(ROLES) as (keyof typeof ROLES)[]).map((member) =>
    inRole(ROLES[member], consignment[member]),
  );
  const notified = (consignment.notified ?? []).flatMap((party) => inRole('notify', party));
  return [...consignor, ...consignee, ...notified, ...others.flat(), ...issuerOf(bill)];
}

const inRole = (role: PartyRole, party: BillParty | undefined): [PartyRole, BillParty][] =>
  party ? [[role, party]] : [];

/** Who issues the bill as carrier is the carrier where the bill names none; where it names one the issuer is a party of its own. */
function issuerOf({ exchangedDocument = {}, specifiedConsignment = [] }: BillOfLading): [PartyRole, BillParty][] {
  const { issuer } = exchangedDocument;
  const isCarrier = issuer?.roleCode?.[0]?.content === CARRIER && !specifiedConsignment[0]?.carrier;
  return inRole(isCarrier ? 'seaCarrier' : 'other', issuer);
}

export const partiesOf = (bill: BillOfLading): Party[] =>
  rolesIn(bill).map(([role, party]) => {
    const mapped = partyOf(party, role);
    return { ...mapped, codes: [...mapped.codes, ...(party.specifiedTaxRegistration ?? []).flatMap(taxCode)] };
  });

/** A tax number is of the scheme it names, else of its tax; without either it is a taxpayer's number of some country. */
function taxCode({ id, associatedRegisteredTax }: TaxRegistration): SchemedCode[] {
  const code = contentOf(id);
  const scheme = id?.schemeId || (contentOf(associatedRegisteredTax?.typeCode) ?? 'TIN');
  return code === undefined ? [] : [{ scheme, code }];
}
