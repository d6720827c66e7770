import { firstForbiddenCharacter } from './xml-characters.js';
import { XmlFault } from './xml-faults.js';

/** The entities XML itself defines; no others exist without a DOCTYPE, which is refused. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['quot', '"'],
]);

const REFERENCE = /&(?:(?:([a-z]+)|#([0-9]+)|#x([0-9A-Fa-f]+));)?/g;

/**
 * The text that escaped character data stands for. `raw` begins at `start`; the first `&` in it that begins neither a known entity nor a
 * reference to a character XML allows is a fault (XML 1.0 §4.1).
 */
export function decodeText(raw: string, start: number): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (_, ...[entity, decimal, hexadecimal, offset]: ReferenceParts) => {
    const text = entity === undefined ? numbered(decimal, hexadecimal) : ENTITIES.get(entity);
    if (text === undefined) throw new XmlFault('XML.REFERENCE', start + offset);
    return text;
  });
}

type ReferenceParts = [
  entity: string | undefined,
  decimal: string | undefined,
  hexadecimal: string | undefined,
  offset: number,
];

/** The value of an attribute: line breaks and tabs in it count as spaces, unless written as references (XML 1.0 §3.3.3). */
export const decodeAttribute = (raw: string, start: number): string => decodeText(raw.replace(/[\t\n]/g, ' '), start);

function numbered(decimal: string | undefined, hexadecimal = ''): string | undefined {
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number.parseInt(decimal, 10);
  if (!(codePoint <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(codePoint);
  return firstForbiddenCharacter(character) === -1 ? character : undefined;
}
