/** What a character is to a line of goods, as the code of its kind; what parts phrases comes last. */
export const SEPARATOR = 1;
export const HAN = 2;
export const LETTER = 3;
export const DIGIT = 4;
/** Parts phrases with a space behind it. */
export const DASH = 5;
export const BREAK = 6;
export const OPENING = 7;
export const CLOSING = 8;

const known = new Uint8Array(0x10000);

/** Looked up by the character's code, since it is asked of every character of every line. */
export const kindOf = (code: number): number => (known[code] as number) || (known[code] = classify(code));

const ANY_LETTER = /\p{L}/u;
const OPENINGS = '([{【《«<';
const CLOSINGS = ')]}】》»>';
const BREAKS = ',;:、。|+&\n\t"“”/\\';

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (isHan(code)) return HAN;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (ANY_LETTER.test(character)) return LETTER;
  if (OPENINGS.includes(character)) return OPENING;
  if (CLOSINGS.includes(character)) return CLOSING;
  if (BREAKS.includes(character)) return BREAK;
  return '-–—.'.includes(character) ? DASH : SEPARATOR;
}

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

export const isHan = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN;
