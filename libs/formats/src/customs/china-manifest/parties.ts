import type { Contact, Party, PartyRole, TransportDocument } from '#domain';
import { given } from '../../mapping/given.js';
import type { XmlMembers } from '../../syntax/write-xml.js';
import { CARRIER_SCHEMES, type ManifestMode } from './code-lists.js';

/** The first party of a role in the elements of a manifest; its AEO code where it is one of the two that customs rates. */
export function partyMembers({ parties }: TransportDocument, role: PartyRole): XmlMembers | undefined {
  const party = parties.find((one) => one.role === role);
  return (
    party &&
    given({
      ID: enterpriseCode(party),
      Name: party.names[0]?.text,
      Address: addressMembers(party),
      Communication: communications(party.contacts?.[0]),
      Contact: party.contacts?.[0]?.name === undefined ? undefined : { Name: party.contacts[0].name },
      AEO: role === 'notify' ? undefined : codeIn(party, 'AEO'),
    })
  );
}

const codeIn = ({ codes }: Party, scheme: string): string | undefined =>
  codes.find((code) => code.scheme === scheme)?.code;

/** 企业代码类型+企业代码: the unified social credit code is the one whose type is certain. */
function enterpriseCode(party: Party): string | undefined {
  const code = codeIn(party, 'USCC');
  return code === undefined ? undefined : `USCI+${code}`;
}

function addressMembers({ address }: Party): XmlMembers | undefined {
  if (!address) return undefined;
  const { lines, city, postcode, countryCode } = address;
  return given({ Line: lines?.join(' '), CityName: city, PostcodeID: postcode, CountryCode: countryCode });
}

/** TypeID: TE telephone, EM electronic mail (UN/EDIFACT 3155). */
export function communications(contact: Contact | undefined): readonly XmlMembers[] | undefined {
  const all = [
    ...(contact?.phone === undefined ? [] : [{ ID: contact.phone, TypeID: 'TE' }]),
    ...(contact?.email === undefined ? [] : [{ ID: contact.email, TypeID: 'EM' }]),
  ];
  return all.length > 0 ? all : undefined;
}

/** The carrier's code in the list that customs knows best. */
export function carrierCode({ parties }: TransportDocument, mode: ManifestMode): string | undefined {
  const carrier = parties.find(({ role }) => role === (mode === 'sea' ? 'seaCarrier' : 'railCarrier'));
  return carrier && CARRIER_SCHEMES.map((scheme) => codeIn(carrier, scheme)).find((code) => code !== undefined);
}

/** `TO ORDER` in the consignee's box: the bill's holder is the consignee. */
export const isToOrder = ({ parties }: TransportDocument): boolean =>
  parties.some(
    ({ role, names }) => role === 'consignee' && names.some(({ text }) => /^\s*to\s+(the\s+)?order\b/i.test(text)),
  );
