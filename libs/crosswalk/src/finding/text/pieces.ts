import { BREAK, CLOSING, DASH, DIGIT, HAN, kindOf, LETTER, OPENING } from './characters.js';
import type { Word } from './word.js';

/** A run of Chinese characters, or a word: of an alphabet, or something with digits in it. */
export interface Piece {
  readonly text: string;
  /** None for a run of Chinese characters. */
  readonly word: Word | undefined;
  /** Which stretch between commas, brackets and the like it stands in; a new one for each. */
  readonly phrase: number;
  readonly bracketed: boolean;
  /** Nothing at all stands between it and the piece before. */
  readonly joined: boolean;
}

/** Cuts a folded line into its pieces, in one pass. */
export function piecesOf(line: string, wordOf: (text: string) => Word): Piece[] {
  const pieces: Piece[] = [];
  let phrase = 0;
  let brackets = 0;
  let end = -1;
  for (let at = 0; at < line.length;) {
    const start = at;
    const kind = kindOf(line.charCodeAt(at));
    if (kind === HAN || isOfWords(kind)) {
      at = kind === HAN ? endOfRun(line, at) : endOfWord(line, at);
      const text = line.slice(start, at);
      const word = kind === HAN ? undefined : wordOf(text);
      pieces.push({ text, word, phrase, bracketed: brackets > 0, joined: end === start });
      end = at;
      continue;
    }
    at++;
    if (kind === OPENING) brackets++;
    if (kind === CLOSING && brackets > 0) brackets--;
    if (kind >= BREAK || (kind === DASH && line.charCodeAt(at) === SPACE)) phrase++;
  }
  return pieces;
}

const SPACE = 0x20;

const isOfWords = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/** What kind stands there; none behind the end. */
const kindAt = (line: string, at: number): number => (at < line.length ? kindOf(line.charCodeAt(at)) : 0);

function endOfRun(line: string, start: number): number {
  let at = start + 1;
  while (kindAt(line, at) === HAN) at++;
  return at;
}

/** `t-shirt` and `x-ray` are one word; a decimal point stays inside its number. */
function endOfWord(line: string, start: number): number {
  let at = start + 1;
  if (line[at] === '-' && kindAt(line, start) === LETTER && isOfWords(kindAt(line, at + 1))) at++;
  while (isOfWords(kindAt(line, at)) || isDecimalPoint(line, at)) at++;
  return at;
}

const isDecimalPoint = (line: string, at: number): boolean =>
  (line[at] === '.' || line[at] === ',') && kindAt(line, at - 1) === DIGIT && kindAt(line, at + 1) === DIGIT;
