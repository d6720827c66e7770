import type { Address, Party, PartyRole, SchemedCode } from '#domain';
import { given } from '../../../mapping/given.js';
import { CODE_LISTS, WORLDWIDE_TAX_TYPES } from '../code-lists.js';
import type { AddressTree, IdentifyingCodeTree, PartyTree, TaxLegalReferenceTree } from '../tree.types.js';
import { line } from './line.js';
import { listed } from './listed.js';

/** The first of each role that the standard has once, those to be notified, and forwarders. A consignee who is only an order is not written. */
export function documentParties(parties: readonly Party[], isToOrder: boolean): object {
  const inRole = (role: PartyRole) => parties.filter((party) => party.role === role);
  const [consignee] = inRole('consignee').filter(({ names }) => !isToOrder || names[0]?.text !== 'TO ORDER');
  const [carrier] = inRole('seaCarrier');
  const [shipper] = inRole('consignor');
  return given({
    shipper: shipper && partyBlock(shipper),
    consignee: consignee && {
      ...partyBlock(consignee),
      identifyingCodes: partyBlock(consignee).identifyingCodes ?? NO_CODE,
    },
    issuingParty: carrier && issuingParty(carrier),
    notifyParties: listed(inRole('notify').map(partyBlock)),
    other: listed(inRole('forwarder').map((party) => ({ party: partyBlock(party), partyFunction: 'DDR' }))),
  });
}

/** The standard wants a code of every consignee; an empty one says that there is none to tell. */
const NO_CODE: readonly IdentifyingCodeTree[] = [{ codeListProvider: 'ZZZ', partyCode: '' }];

/** The standard requires the issuer's name and address; ISO 3166 leaves ZZ to its users, here for no country stated. Its carrier code stands elsewhere. */
function issuingParty(carrier: Party): PartyTree {
  const codes = carrier.codes.filter(({ scheme }) => scheme !== 'SMDG' && scheme !== 'NMFTA');
  const block = partyBlock({ ...carrier, codes });
  return { ...block, address: block.address ?? { street: '', city: '-', countryCode: 'ZZ' } };
}

const partyBlock = (party: Party): PartyTree => ({
  partyName: line(party.names[0]?.text ?? '-', 70),
  ...given({
    ...addressBlock(party.address),
    identifyingCodes: listed(party.codes.filter((code) => !isTaxCode(code)).map(identifyingCode)),
    taxLegalReferences: listed(party.codes.filter(isTaxCode).map((code) => taxReference(code, party.address))),
    partyContactDetails: contactsAt(party),
  }),
});

/** A contact needs a name, and a way to reach it. */
export const contactsAt = (party: Party | undefined): PartyTree['partyContactDetails'] =>
  listed(
    (party?.contacts ?? [])
      .filter(({ phone, email }) => phone !== undefined || email !== undefined)
      .map(({ name, phone, email }) =>
        given({ name: line(name ?? '-', 35), phone: phone && line(phone, 30), email: email && line(email, 100) }),
      ),
  );

/** Structured where city and country are known, which the standard then requires; else as lines. */
function addressBlock(address: Address | undefined): Pick<PartyTree, 'address' | 'addressLines'> {
  if (!address) return {};
  const { lines = [], city, region, postcode, countryCode } = address;
  if (city === undefined || countryCode === undefined) {
    return { addressLines: [...lines, postcode, city, region, countryCode].filter((each) => each !== undefined) };
  }
  const structured: AddressTree = {
    street: line(lines[0] ?? '', 70),
    city: line(city, 35),
    countryCode,
    ...given({ floor: lines[1] && line(lines[1], 50), POBox: lines[2] && line(lines[2], 20) }),
    ...given({ postCode: postcode, stateRegion: region }),
  };
  return { address: structured };
}

/** `VAT-NL`, or a scheme that is the same in every country. */
const isTaxCode = ({ scheme }: SchemedCode): boolean =>
  (WORLDWIDE_TAX_TYPES.has(scheme) && scheme !== 'LEI') || COUNTRY_SCHEME.test(scheme);

const COUNTRY_SCHEME = /^(VAT|EIN|GST|PAN|ACN|ABN|CNPJ|RUC|NIF)-([A-Z]{2})$/;

function taxReference({ scheme, code }: SchemedCode, address: Address | undefined): TaxLegalReferenceTree {
  const [, type = scheme, country] = COUNTRY_SCHEME.exec(scheme) ?? [];
  const ofCode = /^AEO([A-Z]{2})/.exec(code)?.[1];
  return { type, countryCode: country ?? ofCode ?? address?.countryCode ?? 'ZZ', value: code };
}

/** The reverse of what is read: codes agreed in the exchange are mutually defined and name no list. */
function identifyingCode({ scheme, code }: SchemedCode): IdentifyingCodeTree {
  if (scheme === 'PARTY') return { codeListProvider: 'ZZZ', partyCode: code };
  const provider = [...CODE_LISTS].find(([, name]) => name === scheme)?.[0];
  if (provider !== undefined) return { codeListProvider: provider, partyCode: code };
  return { codeListProvider: 'ZZZ', codeListName: scheme, partyCode: code };
}
