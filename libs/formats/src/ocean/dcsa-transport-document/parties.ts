import type { Address, Contact, Party, PartyRole, SchemedCode } from '#domain';
import { CODE_LISTS, PARTY_FUNCTIONS, WORLDWIDE_TAX_TYPES } from './code-lists.js';
import { distinct } from './distinct.js';
import { given } from '../../mapping/given.js';
import { aeoReferencesOf, type AeoReference } from './references.js';
import type {
  AddressTree,
  IdentifyingCodeTree,
  PartyTree,
  TaxLegalReferenceTree,
  TransportDocumentTree,
} from './tree.types.js';

/**
 * Every party of the document in the standard's order. A consignee or endorsee with `isNotifyParty` stands as notify party as well, first among
 * them (DocumentParties.notifyParties). The issuing party is the carrier and has the document's carrier code.
 */
export function partiesOf(document: TransportDocumentTree): Party[] {
  const { documentParties: parties } = document;
  const notified = [parties.consignee, parties.endorsee].filter((party) => party?.isNotifyParty === true);
  const mapped = [
    ...inRole('consignor', [parties.shipper]),
    ...(isToOrderOfNobodyNamed(document) ? [TO_ORDER] : inRole('consignee', [parties.consignee])),
    ...inRole('notify', [...notified, ...(parties.notifyParties ?? [])]),
    carrierOf(document),
    ...(parties.other ?? []).map(({ party, partyFunction }) =>
      partyIn(PARTY_FUNCTIONS.get(partyFunction) ?? 'other', party),
    ),
    ...inRole('other', [
      parties.endorsee,
      parties.onBehalfOfShipper,
      parties.onBehalfOfConsignee,
      parties.carriersAgentAtDestination,
    ]),
  ];
  const aeoReferences = aeoReferencesOf(document);
  return mapped.map((party) => withAeoCodes(party, aeoReferences));
}

/** What stands in the consignee's box of a bill that is issued to order and names none. */
const TO_ORDER: Party = { role: 'consignee', names: [{ text: 'TO ORDER', language: 'en' }], codes: [] };

const isToOrderOfNobodyNamed = ({ isToOrder, documentParties }: TransportDocumentTree): boolean =>
  isToOrder && !documentParties.consignee;

const inRole = (role: PartyRole, parties: readonly (PartyTree | undefined)[]): Party[] =>
  parties.flatMap((party) => (party ? [partyIn(role, party)] : []));

const partyIn = (role: PartyRole, party: PartyTree): Party =>
  given({
    role,
    names: [{ text: party.partyName }],
    codes: codesOf(party),
    address: addressOf(party),
    contacts: contactsOf(party),
  });

/** Without an issuing party the carrier is known by its code alone. */
function carrierOf({
  documentParties: { issuingParty },
  carrierCode,
  carrierCodeListProvider,
}: TransportDocumentTree): Party {
  const code = { scheme: carrierCodeListProvider, code: carrierCode };
  if (!issuingParty) return { role: 'seaCarrier', names: [], codes: [code] };
  const party = partyIn('seaCarrier', issuingParty);
  return { ...party, codes: distinct([code, ...party.codes]) };
}

const codesOf = ({ identifyingCodes = [], taxLegalReferences = [] }: PartyTree): SchemedCode[] =>
  distinct([...identifyingCodes.flatMap(identifyingCode), ...taxLegalReferences.map(taxCode)]);

/** A mutually defined code (ZZZ) that names its list is of that list; without a name it is the code agreed between the parties here. */
const identifyingCode = ({ codeListProvider, codeListName, partyCode }: IdentifyingCodeTree): SchemedCode[] => {
  if (partyCode === undefined) return [];
  const own = CODE_LISTS.get(codeListProvider) ?? codeListProvider;
  return [{ scheme: codeListProvider === 'ZZZ' ? (codeListName ?? 'PARTY') : own, code: partyCode }];
};

const taxCode = ({ type, countryCode, value }: TaxLegalReferenceTree): SchemedCode => ({
  scheme: WORLDWIDE_TAX_TYPES.has(type) ? type : `${type}-${countryCode}`,
  code: value,
});

/** An AEO number among the customs references goes to the party whose registration number it holds: AEO, country, number. */
function withAeoCodes(party: Party, references: readonly AeoReference[]): Party {
  if (references.length === 0) return party;
  const own = new Set(party.codes.filter(({ scheme }) => scheme !== 'PARTY').map(({ code }) => code));
  const codes = references.filter(({ number }) => own.has(number)).map(({ value }) => ({ scheme: 'AEO', code: value }));
  return { ...party, codes: distinct([...party.codes, ...codes]) };
}

/** The structured address; without one the lines as they are printed. */
function addressOf({ address, addressLines, displayedAddress }: PartyTree): Address | undefined {
  if (address) return structuredAddress(address);
  const lines = written(addressLines ?? displayedAddress);
  return lines && { lines };
}

const structuredAddress = ({
  street,
  streetNumber,
  floor,
  POBox,
  city,
  stateRegion,
  postCode,
  countryCode,
}: AddressTree): Address =>
  given({
    lines: written([[street, streetNumber].filter(Boolean).join(' '), floor, POBox]),
    city,
    region: stateRegion,
    postcode: postCode,
    countryCode,
  });

function written(lines: readonly (string | undefined)[] | undefined): string[] | undefined {
  const kept = (lines ?? []).filter((line) => line !== undefined).filter((line) => line !== '');
  return kept.length === 0 ? undefined : kept;
}

const contactsOf = ({ partyContactDetails }: PartyTree): Contact[] | undefined =>
  partyContactDetails && partyContactDetails.length > 0
    ? partyContactDetails.map(({ name, phone, email }) => given({ name, phone, email }))
    : undefined;
