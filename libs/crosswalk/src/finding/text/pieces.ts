import { isHan } from './fold.js';

/** A run of Chinese characters, a word of an alphabet, or something with digits in it. */
export interface Piece {
  readonly kind: 'han' | 'word' | 'number';
  readonly text: string;
  /** Which stretch between commas, brackets and the like it stands in; a new one for each. */
  readonly phrase: number;
  readonly bracketed: boolean;
  /** Nothing at all stands between it and the piece before. */
  readonly joined: boolean;
}

const LETTER = /\p{L}/u;

/** Cuts a folded line into its pieces, in one pass. */
export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let phrase = 0;
  let brackets = 0;
  let at = 0;
  let end = -1;
  while (at < line.length) {
    const start = at;
    const kind = kindAt(line, at);
    if (kind === undefined) {
      const character = line[at++] as string;
      if (OPENING.has(character)) brackets++;
      if (CLOSING.has(character)) brackets = Math.max(0, brackets - 1);
      if (isBreak(line, start)) phrase++;
      continue;
    }
    at = endOf(line, at, kind);
    const text = line.slice(start, at);
    const number = kind === 'word' && HAS_DIGIT.test(text);
    pieces.push({ kind: number ? 'number' : kind, text, phrase, bracketed: brackets > 0, joined: end === start });
    end = at;
  }
  return pieces;
}

const OPENING = new Set('([{【《«<');
const CLOSING = new Set(')]}】》»>');
const BREAKS = new Set(',;:()[]{}【】《》<>、。|+&\n\t"“”«»/\\');
const HAS_DIGIT = /\d/;

/** A hyphen parts phrases only with a space beside it; a full stop too. */
const isBreak = (line: string, at: number): boolean => {
  const character = line[at] as string;
  if (BREAKS.has(character)) return true;
  return '-–—.'.includes(character) && line[at + 1] === ' ';
};

function kindAt(line: string, at: number): 'han' | 'word' | undefined {
  const character = line[at];
  if (character === undefined) return undefined;
  if (isHan(character)) return 'han';
  return isWordCharacter(character) ? 'word' : undefined;
}

function isWordCharacter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return (code >= 0x430 && code <= 0x45f) || (LETTER.test(character) && !isHan(character));
}

/** `t-shirt` and `x-ray` are one word; a decimal point stays inside its number. */
function endOf(line: string, start: number, kind: 'han' | 'word'): number {
  let at = start + 1;
  if (kind === 'word' && line[at] === '-' && kindAt(line, at + 1) === 'word' && !HAS_DIGIT.test(line[start] as string))
    at++;
  while (at < line.length) {
    const character = line[at] as string;
    const goesOn = kind === 'han' ? isHan(character) : isWordCharacter(character) || isDecimalPoint(line, at);
    if (!goesOn) break;
    at++;
  }
  return at;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

const isDecimalPoint = (line: string, at: number): boolean =>
  (line[at] === '.' || line[at] === ',') && isDigit(line[at - 1]) && isDigit(line[at + 1]);
