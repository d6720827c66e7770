import type { LocalText, Party, SchemedCode } from '../consignment.js';
import type { Discrepancy, RecordParty } from '../one-document.js';
import { discrepancy } from './compare.js';
import { groupBy, onSide, sourcesOf, statementsOf, type HeldDocument, type Statement } from './held-document.js';

/** Roles that a consignment has once; two documents that name one in two languages mean the same party unless a code or country says otherwise. */
const SINGULAR = new Set<string>(['consignor', 'consignee']);

export interface Parties {
  readonly parties: readonly RecordParty[];
  readonly discrepancies: readonly Discrepancy[];
}

/** Parties of all documents, each once, with every spelling of its name. */
export function gatherParties(documents: readonly HeldDocument[]): Parties {
  const statements = statementsOf(documents, ({ parties }) => parties);
  const groups = [...groupBy(statements, ({ value }) => value.role).values()].flatMap((ofRole) =>
    sameParties(ofRole, statements),
  );
  const parties = groups.map(mergeParty);
  return { parties, discrepancies: disagreements(parties, groups) };
}

/** Splits the statements of one role into the parties they mean. */
function sameParties(ofRole: readonly Statement<Party>[], all: readonly Statement<Party>[]): Statement<Party>[][] {
  const groups: Statement<Party>[][] = [];
  for (const statement of ofRole) {
    const group = groups.find((candidates) => candidates.some((one) => isSameParty(one, statement, all)));
    if (group) group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function isSameParty(one: Statement<Party>, other: Statement<Party>, all: readonly Statement<Party>[]): boolean {
  return (
    isNamedAlike(one.value, other.value) ??
    (SINGULAR.has(one.value.role) &&
      !differ(one.value.address?.countryCode, other.value.address?.countryCode) &&
      !hasAnotherRole(one.value, other.documentId, all) &&
      !hasAnotherRole(other.value, one.documentId, all))
  );
}

/** By code, else by name; undefined where neither tells. */
export function isNamedAlike(one: Party, other: Party): boolean | undefined {
  const codes = comparableCodes(one.codes, other.codes);
  if (codes.length > 0) return codes.some(([mine, theirs]) => mine === theirs);
  return one.names.some(({ text }) => other.names.some((name) => nameKey(name.text) === nameKey(text))) || undefined;
}

/**
 * Whether the document, which names somebody in the party's role, knows the party itself as something else: the forwarder who hands goods from abroad over
 * to the railway is not their shipper. Who is to be notified may be anybody.
 */
const hasAnotherRole = (party: Party, documentId: string, all: readonly Statement<Party>[]): boolean =>
  all.some(
    (said) =>
      said.documentId === documentId &&
      said.value.role !== party.role &&
      said.value.role !== 'notify' &&
      isNamedAlike(said.value, party),
  );

/** Pairs of codes in a scheme that both parties have. */
const comparableCodes = (mine: readonly SchemedCode[], theirs: readonly SchemedCode[]): [string, string][] =>
  mine.flatMap(({ scheme, code }) =>
    theirs.filter((other) => other.scheme === scheme).map((other): [string, string] => [code, other.code]),
  );

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** Case, punctuation and spacing aside; the record keeps each spelling as written. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]/gu, '');

function mergeParty(statements: readonly Statement<Party>[]): RecordParty {
  const parties = statements.map(({ value }) => value);
  const [first] = parties as [Party, ...Party[]];
  const address = parties.find((party) => party.address)?.address;
  const contacts = parties.find((party) => party.contacts?.length)?.contacts;
  return {
    role: first.role,
    names: distinctTexts(parties.flatMap(({ names }) => names)),
    codes: distinctCodes(parties.flatMap(({ codes }) => codes)),
    ...(address && { address }),
    ...(contacts && { contacts }),
    sources: sourcesOf(statements),
  };
}

/** Each text once, as first written. */
export const distinctTexts = (texts: readonly LocalText[]): LocalText[] =>
  [...new Map(texts.toReversed().map((text) => [text.text, text])).values()].reverse();

const distinctCodes = (codes: readonly SchemedCode[]): SchemedCode[] => [
  ...new Map(codes.map((code) => [`${code.scheme} ${code.code}`, code])).values(),
];

/** Two different consignors or consignees on the two sides. */
function disagreements(
  parties: readonly RecordParty[],
  groups: readonly (readonly Statement<Party>[])[],
): Discrepancy[] {
  return [...SINGULAR].flatMap((role) => {
    const indexes = parties.flatMap((party, index) => (party.role === role ? [index] : []));
    const rail = indexes.find((index) => onSide(groups[index] ?? [], 'rail').length > 0);
    const sea = indexes.find((index) => index !== rail && onSide(groups[index] ?? [], 'sea').length > 0);
    if (rail === undefined || sea === undefined) return [];
    const place = { code: 'PARTY', field: role, path: `/parties/${sea}` };
    return [discrepancy(place, statedParty(parties[rail] as RecordParty), statedParty(parties[sea] as RecordParty))];
  });
}

const statedParty = ({ names, codes, sources }: RecordParty) => ({
  value: [names[0]?.text, codes[0]?.code].filter((part) => part !== undefined).join(' '),
  sources,
});
