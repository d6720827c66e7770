import type { Contact, Party, PartyRole, SchemedCode } from '#domain';
import { AGENCIES, PARTY_LISTS } from '../../syntax/edifact/party-codes.js';
import { PARTY_CODE_SCHEMES } from '../code-lists.js';
import type { WrittenSegment } from '../../syntax/edifact/write-segments.js';
import { group, type WrittenGroup } from './message-tree.js';
import { codeFor, fitting, listed, linesOf } from './texts.js';

/** 3035. A carrier other than by rail is the carrier. */
const ROLE_CODES: Readonly<Record<PartyRole, string>> = {
  consignor: 'CZ',
  consignee: 'CN',
  notify: 'NI',
  railCarrier: 'GT',
  seaCarrier: 'CA',
  forwarder: 'FW',
  declarant: 'DT',
  consignorAgent: 'GS',
  other: 'ZZZ',
};

export const party = (one: Party): WrittenGroup => group(nameAndAddress(one), ...contactsOf(one), ...referencesOf(one));

/** The same in a cargo report, where the numbers stand before the contacts. */
export const reportedParty = (one: Party): WrittenGroup =>
  group(nameAndAddress(one), ...referencesOf(one), ...contactsOf(one));

function nameAndAddress({ role, names: [name], codes, address }: Party): WrittenSegment {
  const own = ownCode(codes);
  return [
    'NAD',
    ROLE_CODES[role],
    own && identification(own),
    undefined,
    listed(linesOf(name?.text, 5, 35)),
    listed((address?.lines ?? []).flatMap((line) => linesOf(line, 4, 35)).slice(0, 4)),
    fitting(address?.city, 35),
    address?.region === undefined ? undefined : [undefined, undefined, undefined, fitting(address.region, 35)],
    address?.postcode,
    address?.countryCode,
  ];
}

/** The one in NAD; the others are references. */
const ownCode = (codes: readonly SchemedCode[]): SchemedCode | undefined =>
  codes.find((code) => referenceCode(code) === undefined) ?? codes[0];

const referencesOf = ({ codes }: Party): WrittenGroup[] =>
  codes.filter((code) => code !== ownCode(codes)).flatMap(reference);

const contactsOf = ({ contacts = [] }: Party): WrittenGroup[] => contacts.map(contact);

/** 3055 where the scheme has a keeper of that code, else the scheme's name in 1131. */
function identification({ scheme, code }: SchemedCode): readonly string[] {
  const [, agency = codeFor(AGENCIES, scheme)] = /^UNTDID-3055-(.+)$/.exec(scheme) ?? [];
  if (agency !== undefined) return [code, PARTY_LIST, agency];
  const list = scheme === 'PARTY' ? PARTY_LIST : (codeFor(PARTY_LISTS, scheme) ?? scheme);
  return [code, list, 'ZZZ'];
}

/** 1131: parties. */
const PARTY_LIST = '160';

const reference = (code: SchemedCode): WrittenGroup[] => {
  const qualifier = referenceCode(code);
  return qualifier === undefined ? [] : [group(['RFF', [qualifier, code.code]])];
};

/** 1153 of the numbers that may stand beside a party's code. An AEO number is told by its beginning. */
const referenceCode = ({ scheme, code }: SchemedCode): string | undefined =>
  scheme === 'AEO' && /^AEO[A-Z]{2}/.test(code) ? 'AHP' : codeFor(PARTY_CODE_SCHEMES, scheme);

function contact({ name, phone, email }: Contact): WrittenGroup {
  const numbers: [string | undefined, string][] = [
    [phone, 'TE'],
    [email, 'EM'],
  ];
  const person = name === undefined ? undefined : [undefined, fitting(name, 35)];
  return group(
    ['CTA', 'IC', person],
    ...numbers.filter(([number]) => number !== undefined).map((number) => group(['COM', number])),
  );
}
