import type { Address, Contact, Party, PartyRole, SchemedCode } from '#domain';
import { MUTUALLY_DEFINED, PARTY_CODE_SCHEMES } from './code-lists.js';
import { given } from '../../given.js';
import { contents, joined, localTexts } from './texts.js';
import type { Identifier, SmgsConsignment, TradeAddress, TradeContact, TradeParty } from './tree.types.js';

/** Boxes 1, 4 and 22 and the consignor's agent. The form has no party to be notified. */
const ROLES = {
  consignor: 'consignor',
  consignee: 'consignee',
  carrier: 'railCarrier',
  consignorAgent: 'forwarder',
  shipTo: 'other',
} as const satisfies Partial<Record<keyof SmgsConsignment, PartyRole>>;

export const partiesOf = (consignment: SmgsConsignment): Party[] =>
  (Object.keys(ROLES) as (keyof typeof ROLES)[]).flatMap((member) => {
    const party = consignment[member];
    return party ? [partyOf(party, ROLES[member])] : [];
  });

const partyOf = ({ id, name, postalTradeAddress, definedTradeContact }: TradeParty, role: PartyRole): Party => ({
  role,
  names: localTexts(name),
  codes: (id ?? []).filter(({ content }) => content !== '').map(partyCode),
  ...given({
    address: postalTradeAddress && addressOf(postalTradeAddress),
    contacts: contactsOf(definedTradeContact ?? []),
  }),
});

/** AEO codes say themselves what they are: `AEO`, the country, the enterprise (China customs notice 2018-131). */
const AEO = /^AEO[A-Z]{2}[0-9A-Z]+$/;

/** An identifier without a scheme, or mutually defined, is a code agreed between the parties of the exchange. */
function partyCode({ content, schemeId, schemeAgencyId }: Identifier): SchemedCode {
  if (schemeId) return { scheme: schemeId, code: content };
  if (AEO.test(content)) return { scheme: 'AEO', code: content };
  if (schemeAgencyId === undefined || schemeAgencyId === MUTUALLY_DEFINED) return { scheme: 'PARTY', code: content };
  return { scheme: PARTY_CODE_SCHEMES[schemeAgencyId] ?? `UNTDID-3055:${schemeAgencyId}`, code: content };
}

function addressOf({ streetName, cityName, countrySubDivisionName, postcodeCode, countryId }: TradeAddress): Address {
  const lines = contents(streetName);
  return given({
    lines: lines.length > 0 ? lines : undefined,
    city: joined(cityName),
    region: joined(countrySubDivisionName),
    postcode: postcodeCode?.[0]?.content,
    countryCode: countryId?.content,
  });
}

/** A contact of whom the record can carry nothing (a fax number) is none. */
function contactsOf(written: readonly TradeContact[]): Contact[] | undefined {
  const contacts = written.map(contactOf).filter((contact) => Object.keys(contact).length > 0);
  return contacts.length > 0 ? contacts : undefined;
}

const contactOf = (contact: TradeContact): Contact =>
  given({
    name: joined(contact.personName) ?? joined(contact.departmentName) ?? contact.authorizedPersonName?.content,
    phone: contact.telephoneUniversalCommunication?.[0]?.completeNumber?.content,
    email: contact.emailURIUniversalCommunication?.uri?.content,
  });
