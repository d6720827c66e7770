/**
 * The part of a word that its forms share: `тракторов` and `трактор`, `batteries` and `battery`. It need not be a word; it only has to
 * be the same for the forms that waybills use, and different for different goods.
 */
export const stem = (word: string): string => (isCyrillic(word) ? stemRussian(word) : stemEnglish(word));

/** Marks a root, so that it is no stem. */
export const rootMark = '~';

/** The beginning that derived words share too: `рапсовое` and `рапс`, `machinery` and `machines`. */
export const rootOf = (stemmed: string): string => stemmed.slice(0, isCyrillic(stemmed) ? 4 : 5);

export const isCyrillic = (word: string): boolean => word >= 'а' && word < 'ӿ';

const ENDINGS = new Set(
  (
    'ами ями ого его ому ему ыми ими ая яя ое ее ые ие ый ий ой ей ую юю ых их ым им ов ев ам ям ах ях ом ем ою ею ия ию ии ью ья ье ' +
    'а я о е ы и у ю ь й'
  ).split(' '),
);
const LONGEST_ENDING = 3;
const SHORTEST_STEM = 3;

/** Case endings go; then the vowel that comes and goes: `станок`, `станки`. */
function stemRussian(word: string): string {
  let stemmed = word;
  for (let length = Math.min(LONGEST_ENDING, word.length - SHORTEST_STEM); length > 0; length--) {
    if (!ENDINGS.has(word.slice(-length))) continue;
    stemmed = word.slice(0, -length);
    break;
  }
  return stemmed.length > 4 ? stemmed.replace(/[ое](?=[кц]$)/, '').replace(/нн$/, 'н') : stemmed;
}

/** Endings of Russian adjectives in the cases that names of goods stand in; `калий` and `изделие` are none. */
export const isRussianAdjective = (word: string): boolean =>
  word.length > 4 &&
  /(?:[ыо]й|[гкхжшщч]ий|[ая]я|[ое]е|ые|[гкхжшщч]ие|ного|ых|[гкхжшщч]их)$/.test(word) &&
  !/[иь]я$/.test(word);

/** One spelling of words that two Englishes write differently. */
const SPELLINGS = new Map([
  ['tyre', 'tire'],
  ['aluminum', 'aluminium'],
  ['fibre', 'fiber'],
  ['fibreglass', 'fiberglass'],
  ['colour', 'color'],
  ['plough', 'plow'],
  ['grey', 'gray'],
  ['women', 'woman'],
  ['men', 'man'],
  ['ladies', 'lady'],
  ['feet', 'foot'],
  ['knives', 'knife'],
  ['shelves', 'shelf'],
  ['leaves', 'leaf'],
  ['soya', 'soy'],
  ['soybean', 'soy'],
]);

function stemEnglish(word: string): string {
  const singular = singularOf(SPELLINGS.get(word) ?? word);
  const spelled = SPELLINGS.get(singular) ?? singular;
  return withoutVerbEnding(spelled)
    .replace(/^sulph/, 'sulf')
    .replace(/e$/, '');
}

function singularOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return /(?:ss|sh|ch|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** `knitted` → `knit`, `canned` → `can`, `dried` → `dry`, `coating` → `coat`. */
function withoutVerbEnding(word: string): string {
  if (word.length > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const ending = /(?:ed|ing)$/.exec(word)?.[0];
  if (ending === undefined || word.length - ending.length < 3) return word;
  const bare = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(bare)) return word;
  return /([bdgklmnprtvz])\1$/.test(bare) && !/(?:ll|ss)$/.test(bare) ? bare.slice(0, -1) : bare;
}
