import type { Address, Contact, Party, PartyRole, SchemedCode } from '#domain';
import { given } from '../mapping/given.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { countryOf } from '../syntax/edifact/locations.js';
import { partyCodeOf } from '../syntax/edifact/party-codes.js';
import { PARTY_CODE_SCHEMES, PARTY_ROLES } from './code-lists.js';

/** What stands behind a NAD: RFF, and the groups of CTA. */
interface Behind {
  readonly references: readonly Segment[];
  readonly contacts: readonly SegmentGroup[];
}

/** A party in the sender's order; `carrier` is what NAD+CA is on this document. */
export function partyOf(nad: Segment, carrier: PartyRole, { references, contacts }: Behind): Party {
  const function_ = nad.code(1);
  const [name, ...unstructured] = namesOf(nad);
  const code = partyCodeOf(nad);
  return given({
    role: function_ === 'CA' ? carrier : (PARTY_ROLES.get(function_) ?? 'other'),
    names: name === undefined ? [] : [{ text: name }],
    codes: [...(code ? [code] : []), ...references.flatMap(referenceCode)],
    address: addressOf(nad, unstructured),
    contacts: contacts.length > 0 ? contacts.map(contactOf) : undefined,
  });
}

/** C080 is one name cut into lines. Without it the lines of C058 are the name and, behind it, the address. */
function namesOf(nad: Segment): string[] {
  const name = nad.joined(4, 1, 5);
  return name === '' ? nad.texts(3, 1, 5) : [name];
}

function referenceCode(rff: Segment): SchemedCode[] {
  const code = rff.given(1, 2);
  if (code === undefined) return [];
  const scheme = /^AEO[A-Z]{2}/.test(code) ? 'AEO' : PARTY_CODE_SCHEMES.get(rff.code(1, 1));
  return scheme === undefined ? [] : [{ scheme, code }];
}

function addressOf(nad: Segment, unstructured: readonly string[]): Address | undefined {
  const street = nad.texts(5, 1, 4);
  const lines = street.length > 0 ? street : unstructured;
  const address = given({
    lines: lines.length > 0 ? lines : undefined,
    city: nad.given(6),
    region: nad.given(7, 4) ?? nad.given(7, 1),
    postcode: nad.given(8),
    countryCode: countryOf(nad),
  });
  return Object.keys(address).length > 0 ? address : undefined;
}

const contactOf = (group: SegmentGroup): Contact =>
  given({
    name: group.opening.given(2, 2) ?? group.opening.given(2, 1),
    phone: numberOf(group, 'TE') ?? numberOf(group, 'AL'),
    email: numberOf(group, 'EM'),
  });

/** A COM has up to three numbers, each with the kind of its channel. */
function numberOf(group: SegmentGroup, channel: string): string | undefined {
  for (const com of group.segments('COM')) {
    const place = [1, 2, 3].find((element) => com.code(element, 2) === channel);
    if (place !== undefined) return com.given(place, 1);
  }
  return undefined;
}
