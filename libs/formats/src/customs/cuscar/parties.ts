import type { Address, Party, SchemedCode } from '#domain';
import { given } from '../../given.js';
import type { Segment, SegmentGroup } from '../../syntax/edifact.js';
import { countryOf } from '../../syntax/edifact/locations.js';
import { PARTY_ROLES } from './code-lists.js';
import type { CuscarDocument } from './tree.types.js';

/** The parties of the bill, and of those of the whole report the carrier where the bill names none. */
export function partiesOf({ message, bills }: CuscarDocument): Party[] {
  const own = bills.flatMap((bill) => bill.groups('NAD')).map((group) => partyOf(group.opening, group));
  if (own.some(({ role }) => role === 'seaCarrier')) return own;
  const whole = [...message.groups('NAD').map(({ opening }) => opening), ...message.segments('NAD')];
  return [...own, ...whole.filter((nad) => nad.code(1) === 'CA').map((nad) => partyOf(nad, undefined))];
}

function partyOf(nad: Segment, group: SegmentGroup | undefined): Party {
  const name = nad.joined(4, 1, 5);
  const [first, ...lines] = name === '' ? nad.texts(3, 1, 5) : [name];
  const contacts = group?.groups('CTA').map(contactOf) ?? [];
  return given({
    role: PARTY_ROLES.get(nad.code(1)) ?? 'other',
    names: first === undefined ? [] : [{ text: first }],
    codes: [...codeOf(nad), ...(group?.segments('RFF') ?? []).flatMap(aeoIn)],
    address: addressOf(nad, lines),
    contacts: contacts.length > 0 ? contacts : undefined,
  });
}

/** Without an agency, or with ZZZ, it is a code agreed between the parties of the exchange. */
function codeOf(nad: Segment): SchemedCode[] {
  const code = nad.given(2, 1);
  const agency = nad.code(2, 3);
  if (code === undefined) return [];
  return [
    { scheme: agency === '' || agency === 'ZZZ' ? 'PARTY' : (AGENCIES[agency] ?? `UNTDID-3055-${agency}`), code },
  ];
}

/** 3055, as far as it names a list that customs and carriers use. */
const AGENCIES: Readonly<Record<string, string>> = { '182': 'NMFTA', '166': 'NMFTA', '306': 'SMDG', '9': 'GLN' };

const aeoIn = (rff: Segment): SchemedCode[] => {
  const code = rff.given(1, 2) ?? '';
  return /^AEO[A-Z]{2}/.test(code) ? [{ scheme: 'AEO', code }] : [];
};

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

/** A COM names up to three numbers, each with the kind of its channel. */
function contactOf(group: SegmentGroup) {
  const numbers = group
    .segments('COM')
    .flatMap((com) => [1, 2, 3].map((element) => [com.code(element, 2), com.given(element, 1)] as const));
  const on = (channel: string) => numbers.find(([kind]) => kind === channel)?.[1];
  return given({
    name: group.opening.given(2, 2) ?? group.opening.given(2, 1),
    phone: on('TE'),
    email: on('EM'),
  });
}
