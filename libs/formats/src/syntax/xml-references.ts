/** The entities XML itself defines; no others exist without a DOCTYPE, which is refused. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['quot', '"'],
]);

const REFERENCE = /&(?:([a-z]+)|#([0-9]+)|#x([0-9A-Fa-f]+));/g;
const REFERENCE_HERE = new RegExp(REFERENCE.source, 'y');

/** Offset of the first `&` that begins neither a known entity nor a reference to a character XML allows; -1 when all do (XML 1.0 §4.1). */
export function firstBadReference(raw: string): number {
  for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', at + 1)) {
    REFERENCE_HERE.lastIndex = at;
    const match = REFERENCE_HERE.exec(raw);
    if (!match || referenced(match) === undefined) return at;
  }
  return -1;
}

/** The text that escaped character data stands for. `raw` has no bad reference. */
export const decodeText = (raw: string): string =>
  raw.includes('&') ? raw.replace(REFERENCE, (...match: string[]) => referenced(match) ?? '') : raw;

/** The value of an attribute: line breaks and tabs in it count as spaces, unless written as references (XML 1.0 §3.3.3). */
export const decodeAttribute = (raw: string): string => decodeText(raw.replace(/[\t\n]/g, ' '));

/** First character XML 1.0 §2.2 does not allow, written as itself or by reference. */
export const FORBIDDEN_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

function referenced([, entity, decimal, hexadecimal]: readonly (string | undefined)[]): string | undefined {
  if (entity !== undefined) return ENTITIES.get(entity);
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  if (!(codePoint <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(codePoint);
  return FORBIDDEN_CHARACTER.test(character) ? undefined : character;
}
