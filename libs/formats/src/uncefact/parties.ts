import type { Address, Contact, Party, PartyRole, SchemedCode } from '#domain';
import { given } from '../mapping/given.js';
import type { Identifier, TradeAddress, TradeContact, TradeParty } from './building-blocks.types.js';
import { MUTUALLY_DEFINED, PARTY_CODE_SCHEMES } from './code-lists.js';
import { contents, joined, localTexts } from './texts.js';

export const partyOf = ({ id, name, postalTradeAddress, definedTradeContact }: TradeParty, role: PartyRole): Party => ({
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
export function partyCode({ content, schemeId, schemeAgencyId }: Identifier): SchemedCode {
  if (schemeId) return { scheme: schemeId, code: content };
  if (AEO.test(content)) return { scheme: 'AEO', code: content };
  if (schemeAgencyId === undefined || schemeAgencyId === MUTUALLY_DEFINED) return { scheme: 'PARTY', code: content };
  return { scheme: PARTY_CODE_SCHEMES[schemeAgencyId] ?? `${OTHER_AGENCY}${schemeAgencyId}`, code: content };
}

/** Scheme of a code from an agency's list that has no better known name. */
export const OTHER_AGENCY = 'UNTDID-3055:';

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
