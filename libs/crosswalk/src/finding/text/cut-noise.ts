import { LONGEST_CHINESE_NOISE, noise } from './noise.js';
import type { Piece } from './pieces.js';
import { has, Trait, type Word } from './word.js';

/** What is left of a line without legal phrases, companies, units and what Chinese writes around a name. */
export function withoutNoise(pieces: readonly Piece[]): Piece[] {
  const companies = companiesIn(pieces);
  const kept: Piece[] = [];
  let before: Piece | undefined;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    const legal = legalWordsAt(pieces, at);
    if (legal > 0) at += legal - 1;
    else if (piece.word === undefined || !companies.has(piece.phrase)) {
      const left = cut(piece, before?.word);
      if (left !== undefined) kept.push(left);
      before = piece;
    }
  }
  return kept;
}

/** Whether packing is the goods themselves. */
export const saysEmpty = ({ text, word }: Piece): boolean =>
  word === undefined ? noise().empty.has(text) : has(word, Trait.Empty);

const NONE: ReadonlySet<number> = new Set();

/** Phrases that are the name of a company: with its legal form in them, or behind that form: `ООО "Ромашка"`. */
function companiesIn(pieces: readonly Piece[]): ReadonlySet<number> {
  if (pieces.length === 1 || !pieces.some(saysCompany)) return NONE;
  const phrases = new Set<number>();
  pieces.forEach((piece, at) => {
    if (!saysCompany(piece)) return;
    const { phrase } = piece;
    phrases.add(phrase);
    const next = pieces[at + 1]?.phrase;
    if (next !== undefined && pieces[at - 1]?.phrase !== phrase) phrases.add(next);
  });
  return phrases;
}

const saysCompany = ({ text, word }: Piece): boolean =>
  word === undefined ? noise().company.has(text) : has(word, Trait.Company);

/** How many words from here on stand in the table of legal phrases: `said to contain`, `по заявлению отправителя содержит`. */
function legalWordsAt(pieces: readonly Piece[], at: number): number {
  const { text, word } = pieces[at] as Piece;
  if (word === undefined || !has(word, Trait.Legal)) return 0;
  const phrases = noise().legal.get(text);
  const phrase = phrases?.find((words) => words.every((each, index) => pieces[at + index]?.text === each));
  return phrase?.length ?? 0;
}

/** What is left of a piece behind the word before it. */
function cut(piece: Piece, before: Word | undefined): Piece | undefined {
  const { word, text, joined } = piece;
  const behindNumber = before !== undefined && has(before, Trait.Number);
  if (word !== undefined) return behindNumber && has(word, Trait.Unit) && !has(word, Trait.Number) ? undefined : piece;
  if (behindNumber && noise().units.has(text)) return undefined;
  const left = cutChinese(behindNumber && joined ? withoutUnit(text) : text);
  if (left === text) return piece;
  return left === '' ? undefined : { ...piece, text: left };
}

/** `件` of `120件`, `吨` of `2吨尿素`. */
function withoutUnit(run: string): string {
  const { units } = noise();
  const length = [3, 2, 1].find((count) => run.length > count && units.has(run.slice(0, count)));
  return length === undefined ? run : run.slice(length);
}

/** Noise at either end of a run goes, again and again: `散装出口小麦` → `小麦`. One character alone goes only at the end. */
function cutChinese(run: string): string {
  const { chinese } = noise();
  const longest = Math.min(LONGEST_CHINESE_NOISE, run.length);
  for (let length = longest; length > 0; length--) {
    if (chinese.has(run.slice(-length))) return cutChinese(run.slice(0, -length));
    if (length > 1 && chinese.has(run.slice(0, length))) return cutChinese(run.slice(length));
  }
  return run;
}
