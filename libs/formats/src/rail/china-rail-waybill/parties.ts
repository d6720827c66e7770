import type { Address, Contact, Party, PartyRole, SchemedCode } from '#domain';
import { given } from '../../mapping/given.js';
import { namesOf } from './names.js';
import type { PartyAddress, RailWaybill, WaybillParty } from './tree.types.js';

/** The parties in the form's order; agents (代理人) are the consignment's forwarders. */
export const partiesOf = ({ Consignor, Consignee, Agent, Carrier }: RailWaybill): Party[] => [
  partyOf('consignor', Consignor),
  partyOf('consignee', Consignee),
  ...Agent.map((agent) => partyOf('forwarder', agent)),
  ...(Carrier ? [partyOf('railCarrier', Carrier)] : []),
];

const partyOf = (role: PartyRole, party: WaybillParty): Party =>
  given({
    role,
    names: namesOf(party),
    codes: codesOf(party),
    address: party.Address && addressOf(party.Address),
    contacts: contactsOf(party),
  });

const codesOf = (party: WaybillParty): SchemedCode[] =>
  SCHEMES.flatMap(([element, scheme]) => {
    const code = party[element];
    return code === undefined ? [] : [{ scheme, code }];
  });

const SCHEMES = [
  ['PartyCode', 'PARTY'],
  ['UnifiedSocialCreditCode', 'USCC'],
  ['CustomsRegistrationCode', 'CUSTOMS-CN'],
  ['AeoCode', 'AEO'],
] as const;

const addressOf = ({ Line, City, Region, Postcode, CountryCode }: PartyAddress): Address =>
  given({
    lines: Line.length > 0 ? Line : undefined,
    city: City,
    region: Region,
    postcode: Postcode,
    countryCode: CountryCode,
  });

function contactsOf({ Handler, Phone, Email }: WaybillParty): Contact[] | undefined {
  const contact = given({ name: Handler, phone: Phone, email: Email });
  return Object.keys(contact).length > 0 ? [contact] : undefined;
}
