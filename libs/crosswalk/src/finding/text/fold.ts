import { Converter } from 'opencc-js/t2cn';
import { lazily } from '../../reference-table.js';

/** One spelling for what is written differently: full width, case, traditional characters, `ё`. Character by character, so that length and order stay. */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  if (!FOLDED.test(lower)) return lower;
  let folded = '';
  for (const character of lower) folded += foldCharacter(character);
  return folded;
}

const FOLDED = /[ё\u3400-\u9fff]/;

const known = new Map<string, string>();
const simplifier = lazily(() => Converter({ from: 't', to: 'cn' }));

/** The converter is asked once for each of the few thousand characters there are. */
function foldCharacter(character: string): string {
  if (!isHan(character)) return character === 'ё' ? 'е' : character;
  const simplified = known.get(character) ?? simplifier()(character);
  known.set(character, simplified);
  return simplified;
}

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

export function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= FIRST_HAN && code <= LAST_HAN;
}
