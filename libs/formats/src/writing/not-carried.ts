import type { Finding, GoodsLine, Stowage, TransportDocument } from '#domain';
import { warning } from '../findings.js';
import { saysTheSame } from './says-the-same.js';
import type { RecordPart } from './record-part.js';

/**
 * What of the record is not in the document: what the part of it does not state, and what is not found when the document is read again, since the format has
 * no place for it.
 */
export function notCarried({ document, pointers, findings }: RecordPart, reread: TransportDocument): Finding[] {
  const lost = [
    ...HEAD.filter((member) => !saysTheSame(document[member], reread[member])).map(
      (member) => `${pointers.source}/${member}`,
    ),
    ...document.goods.map(asRecorded).flatMap((line, index) => {
      const again = reread.goods[index];
      return lostMembers(line, again && asRecorded(again), line.path);
    }),
    ...LISTS.flatMap((list) =>
      document[list].flatMap((value, index) => lostMembers(value, reread[list][index], value.path)),
    ),
    ...document.parties.flatMap((party, index) =>
      lostMembers(party, inSamePlace(party, document, reread), pointers.parties[index] ?? ''),
    ),
    ...document.references.flatMap((value, index) =>
      reread.references.some((other) => saysTheSame(other, value)) ? [] : [pointers.references[index] ?? ''],
    ),
    ...lostMembers(document.totals, reread.totals, '/totals'),
  ];
  return [...findings, ...lost.map((path) => leftOut('RECORD.NOT_CARRIED', path))];
}

const HEAD = ['number', 'version', 'issuedAt', 'billLevel', 'masterBill', 'placeOfReceipt', 'placeOfDelivery'] as const;
const LISTS = ['containers', 'wagons', 'legs'] as const;

/**
 * In which containers the goods are and how much of them is in each are two members of the record. Goods in one container are there whole: only what is
 * said otherwise of it counts.
 */
function asRecorded(line: GoodsLine) {
  const { stowage } = line;
  const parts = stowage.length === 1 ? stowage.map((part) => otherwise(part, line)) : stowage;
  return {
    ...line,
    stowage: stowage.map(({ containerNumber }) => containerNumber),
    perContainer: parts.filter((part) => Object.keys(part).length > 1),
  };
}

const otherwise = (part: Stowage, line: GoodsLine): Partial<Stowage> =>
  Object.fromEntries(Object.entries(part).filter(([member, value]) => value !== line[member as keyof GoodsLine]));

/** Forms order parties by role: the second notify party is the second to be read again. */
function inSamePlace(party: TransportDocument['parties'][number], from: TransportDocument, to: TransportDocument) {
  const ofRole = (document: TransportDocument) => document.parties.filter(({ role }) => role === party.role);
  return ofRole(to)[ofRole(from).indexOf(party)];
}

/** `path` is the place in the document, which is another in the record. */
function lostMembers(value: object, other: object | undefined, pointer: string): string[] {
  if (!other) return [pointer];
  return Object.entries(value)
    .filter(([member, one]) => member !== 'path' && !saysTheSame(one, (other as Record<string, unknown>)[member]))
    .map(([member]) => `${pointer}/${RECORD_MEMBERS[member] ?? member}`);
}

/** Members of a goods line that a record's item has under another name. */
const RECORD_MEMBERS: Readonly<Record<string, string>> = {
  railCodes: 'railCode',
  hsCodes: 'hsCode',
  stowage: 'containers',
};

/** `code` says what the path points into. */
export const leftOut = (code: 'RECORD.NOT_CARRIED' | 'DECLARATION.NOT_CARRIED', path: string): Finding =>
  warning({
    code,
    path,
    en: 'The format has no place for this, or not for all of it. Pass it on beside the document.',
    zh: '该格式无法承载此项内容或其全部内容。请另行告知对方。',
  });
