import { fold } from './fold.js';
import { LONGEST_CHINESE_NOISE, noise } from './noise.js';
import { piecesOf, type Piece } from './pieces.js';
import { addChinese, addWords, Terms, type Headness, type Term } from './terms.js';

/** A line of goods as terms that can be compared: stems of words, pairs of Chinese characters. */
export interface Line {
  readonly terms: readonly Term[];
}

/** A name of a table: everything in it counts. */
export const readName = (name: string): Line => read(piecesOf(fold(name)), false);

/** A line as documents write it: what is not goods counts little or nothing. */
export const readGoodsLine = (text: string, headness: Headness): Line => {
  const pieces = withoutNoise(piecesOf(fold(text.slice(0, LONGEST_LINE))));
  return read(pieces, !pieces.some(({ text: word }) => noise().empty.has(word)), headness);
};

/** Nobody writes more than this of one kind of goods; it bounds the work. */
const LONGEST_LINE = 400;

/** Later phrases of a line say less of what the goods are. */
const PHRASE_WEIGHTS = [1, 0.75, 0.6, 0.5];
const BRACKETED = 0.7;

function read(pieces: readonly Piece[], packingIsWeak: boolean, headness?: Headness): Line {
  const terms = new Terms();
  let order = -1;
  for (const [index, phrase] of phrasesOf(pieces).entries()) {
    const [first] = phrase as [Piece];
    if (!first.joined || index === 0) order++;
    const weight = (PHRASE_WEIGHTS[order] ?? 0.4) * (first.bracketed ? BRACKETED : 1);
    if (first.kind === 'han') addChinese(terms, first.text, weight);
    else
      addWords(
        terms,
        phrase.map(({ text }) => text),
        weight,
        packingIsWeak,
        headness,
      );
  }
  return { terms: terms.all() };
}

/** Words that stand together; every run of Chinese characters is a phrase of its own. */
function phrasesOf(pieces: readonly Piece[]): Piece[][] {
  const phrases: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const together = last !== undefined && last.phrase === piece.phrase && last.kind !== 'han' && piece.kind !== 'han';
    if (together) phrases.at(-1)?.push(piece);
    else phrases.push([piece]);
    last = piece;
  }
  return phrases;
}

function withoutNoise(pieces: readonly Piece[]): Piece[] {
  const companies = companiesIn(pieces);
  return cutPhrases(pieces)
    .filter((piece) => piece.kind === 'han' || !companies.has(piece.phrase))
    .flatMap((piece, index, all) => cutPiece(piece, all[index - 1]));
}

/** Phrases that are the name of a company: with its legal form in them, or behind that form: `ООО "Ромашка"`. */
function companiesIn(pieces: readonly Piece[]): Set<number> {
  const { company } = noise();
  const phrases = new Set<number>();
  pieces.forEach(({ text, phrase }, at) => {
    if (!company.has(text) || pieces.length === 1) return;
    phrases.add(phrase);
    const next = pieces[at + 1]?.phrase;
    if (next !== undefined && pieces[at - 1]?.phrase !== phrase) phrases.add(next);
  });
  return phrases;
}

/** Cuts what stands in the table of legal phrases: `said to contain`, `по заявлению отправителя содержит`. */
function cutPhrases(pieces: readonly Piece[]): Piece[] {
  const { legal } = noise();
  const kept: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const phrase = legal
      .get((pieces[at] as Piece).text)
      ?.find((words) => words.every((word, index) => pieces[at + index]?.text === word));
    if (phrase === undefined) kept.push(pieces[at] as Piece);
    else at += phrase.length - 1;
  }
  return kept;
}

function cutPiece(piece: Piece, before: Piece | undefined): Piece[] {
  const { units } = noise();
  if (piece.kind === 'number') return [piece];
  if (before?.kind === 'number' && units.has(piece.text)) return [];
  if (piece.kind === 'word') return [piece];
  const text = cutChinese(before?.kind === 'number' && piece.joined ? withoutUnit(piece.text) : piece.text);
  return text === '' ? [] : [{ ...piece, text }];
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
