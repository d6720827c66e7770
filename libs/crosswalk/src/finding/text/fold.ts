import { Converter } from 'opencc-js/t2cn';
import { lazily } from '../../reference-table.js';
import { isHan } from './characters.js';

/** One spelling for what is written differently: full width, case, traditional characters, `ё`. Character by character, so that length and order stay. */
export function fold(text: string): string {
  const lower = (NORMAL.test(text) ? text : text.normalize('NFKC')).toLowerCase();
  let folded = '';
  let taken = 0;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    const other = known[code] || foldCode(code);
    if (other === code) continue;
    folded += lower.slice(taken, at) + String.fromCharCode(other);
    taken = at + 1;
  }
  return taken === 0 ? lower : folded + lower.slice(taken);
}

/** What no normalization changes, which costs more than to look. */
const NORMAL = /^[\0-~Ѐ-џ\u3400-\u9fff]*$/;

/** The converter is asked once for each of the few thousand characters there are. */
const known = new Uint16Array(0x10000);
const simplifier = lazily(() => Converter({ from: 't', to: 'cn' }));

function foldCode(code: number): number {
  return (known[code] = isHan(code) ? simplified(code) : code === YO ? YE : code);
}

const YO = 'ё'.charCodeAt(0);
const YE = 'е'.charCodeAt(0);

/** A few rare characters have a simplified form outside the plane that lines are read in, and stay. */
function simplified(code: number): number {
  const character = simplifier()(String.fromCharCode(code));
  return character.length === 1 ? character.charCodeAt(0) : code;
}
