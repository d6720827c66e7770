import { scriptOf, type Script } from '../../script.js';
import { normalised } from '../names.js';

/** One thing that a name speaks of, cleaned of quantities, packing and grades. */
export interface Phrase {
  /** Decides where its noun stands: last in Chinese and English, first in Russian. */
  readonly script: Script;
  /** Words, or in Chinese characters; joined by `separatorOf` they make the phrase. */
  readonly parts: readonly string[];
}

export const separatorOf = (script: Script): string => (script === 'han' ? '' : ' ');

/** The phrases of a name. What stands in brackets says more of what stands before them, unless that says nothing (`化工品（丙酮）`). */
export function phrasesOf(name: string): Phrase[] {
  const text = normalised(name).replace(EXCLUDED, '');
  const outside = text.replace(/[([【][^)\]】]*[)\]】]?/g, ' ');
  const inside = GENERIC.test(outside.trim()) ? (text.match(/(?<=[([【])[^)\]】]+/g) ?? []) : [];
  return [outside, ...inside].flatMap((part) => part.split(/[;:/+&、。|\n]/)).flatMap(commaPhrases);
}

/** From here a name says what it is not. */
const EXCLUDED = /(?<!\p{L})(other than|excluding|except|кроме)(?!\p{L}).*$/u;

const GENERIC =
  /^(化工品|化工产品|化工原料|化学品|化学原料|溶剂|危险品|危化品|chemicals?|solvents?|chemical products?|dangerous goods|химикаты|химическая продукция|химическое сырье|растворители?|опасный груз)$/;

/**
 * After a comma or an "and" a single word is more often a quality (`lamps, neon`; `shirts, charcoal`) than another of the goods, unless it
 * is a plural; and what follows a preposition still belongs to it (`wicks for stoves, lighters`).
 */
function commaPhrases(text: string): Phrase[] {
  const parts = text.split(/,(?!\d)| and | и /);
  const at = parts.findIndex((part) => PREPOSITION.test(part));
  return (at < 0 ? parts : parts.slice(0, at + 1)).flatMap((part, index) => {
    const phrase = phraseOf(part);
    const isGoods = index === 0 || phrase.script === 'han' || phrase.parts.length > 1 || PLURAL.test(part.trim());
    return isGoods && phrase.parts.length > 0 ? [phrase] : [];
  });
}

const PLURAL = /([a-z]s|[ыи])$/;

/** Parts of a name as it is written, for the table: nothing is cleaned away. */
export function partsOf(name: string): Phrase {
  const script = scriptOf(name);
  if (script === 'han') return { script, parts: [...name.replace(/\s/g, '')] };
  const words = name.split(' ').filter((word) => word !== '');
  return { script, parts: script === 'latin' ? words.map(singular) : words };
}

const phraseOf = (part: string): Phrase => partsOf(scriptOf(part) === 'han' ? cleanHan(part) : cleanWords(part));

const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^sui])s$/, '$1');

const HAN_MEASURE = /(\d+(\.\d+)?|[≥≤<>])\s*(%|‰|公斤|千克|kg|升|l|吨|桶|袋|箱|件|罐|瓶|托|毫升|ml|克|g)?(装)?/gi;
const HAN_QUALITY =
  '工业级|工业用|工业|食品级|试剂级|试剂|分析纯|化学纯|优级纯|电子级|医药级|高纯|进口|国产|优质|散装|桶装|袋装|瓶装|罐装|箱装|吨桶|含量|浓度|纯度';
const HAN_ENDS = new RegExp(`^(${HAN_QUALITY})+|(${HAN_QUALITY})+$`, 'g');

const cleanHan = (part: string): string => part.replace(HAN_MEASURE, '').replace(/\s/g, '').replace(HAN_ENDS, '');

const PACKS =
  'drums?|barrels?|bags?|big bags?|cartons?|ctns?|boxes|box|cases?|cans?|tins?|bottles?|cylinders?|pallets?|packages?|pkgs?|ibcs?|isotanks?|flexitanks?|tanks?|containers?|pcs|pieces|units?|sets?';
const MEASURE = new RegExp(
  `(?<![\\p{L}\\d-])[≥≤<>]?\\d[\\d.]*\\s*(%|kgs?|g|mt|t|ltrs?|litres?|liters?|l|ml|мл|кг|л|т|г|шт)?(?![\\p{L}\\d,-])\\s*((${PACKS})(?= of |$))?`,
  'gu',
);
const LEADING_PACKS = new RegExp(
  `^(\\d[\\d.,]*\\s*)?(${PACKS}|kgs?|mt|metric tons?|tons?|tonnes?|litres?|liters?)\\s+of\\s+`,
);
const QUALITY =
  /(?<!\p{L})(technical|tech|industrial|food|reagent|analytical|commercial|chemically|pure|purity|grade|min|max|new|bulk|quality|brand|технический|техническая|техническое|тех|чистый|сорт|марк[аи](?:\s+\p{L}{1,3})?)(?!\p{L})\.?/gu;

const cleanWords = (part: string): string =>
  part.trim().replace(LEADING_PACKS, '').replace(MEASURE, ' ').replace(QUALITY, ' ').replace(/\s+/g, ' ').trim();

/** What follows one says where, of what or what for: the noun stands before it. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'in for with of from by to on at under per packed containing в во для из с со по на от к под'.split(' '),
);

const PREPOSITION = new RegExp(`(?<!\\p{L})(${[...PREPOSITIONS].join('|')})(?!\\p{L})`, 'u');
