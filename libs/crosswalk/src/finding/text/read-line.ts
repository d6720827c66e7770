import { addChinese, addWords, type Reading } from './add-terms.js';
import { fold } from './fold.js';
import { saysEmpty, withoutNoise } from './cut-noise.js';
import { piecesOf, type Piece } from './pieces.js';
import { Terms } from './terms.js';
import { Vocabulary, type Numbering } from './vocabulary.js';
import type { Word } from './word.js';

/** Nobody writes more than this of one kind of goods; it bounds the work. */
const LONGEST_LINE = 400;

/** Reads names and lines of goods as terms that can be compared: stems of words, pairs of Chinese characters. */
export class Reader {
  readonly vocabulary = new Vocabulary();
  private readonly terms = new Terms(this.vocabulary);

  /** Names of what others use to pack and carry: `木托盘`, `铁路敞车`. A line that says this alone says what the goods are. */
  private readonly packingNames = new Set<string>();

  /** A name of a table: everything in it counts. */
  readName(name: string): Terms {
    const { ofNames } = this.vocabulary;
    const pieces = piecesOf(fold(name), ofNames.word);
    const alone = chineseAlone(pieces);
    if (alone && withoutNoise(pieces)[0] !== alone) this.packingNames.add(alone.text);
    return this.read(pieces, ofNames, { packingIsWeak: false, headness: undefined });
  }

  lineOf(text: string): Line {
    return new Line(text, this);
  }

  /** What of a line as documents write it may be goods. */
  goodsIn(text: string): readonly Piece[] {
    const written = piecesOf(fold(text.slice(0, LONGEST_LINE)), this.vocabulary.ofLines.word);
    return this.packingNames.has(chineseAlone(written)?.text ?? '') ? written : withoutNoise(written);
  }

  /** What is not goods counts little or nothing. */
  readLine(pieces: readonly Piece[]): Terms {
    const { ofLines, headness } = this.vocabulary;
    const terms = this.read(pieces, ofLines, { packingIsWeak: !pieces.some(saysEmpty), headness });
    terms.weigh();
    return terms;
  }

  private read(pieces: readonly Piece[], numbering: Numbering, reading: Reading): Terms {
    const { terms } = this;
    terms.clear();
    let order = -1;
    for (let at = 0; at < pieces.length;) {
      const first = pieces[at] as Piece;
      if (!first.joined || at === 0) order++;
      const weight = (PHRASE_WEIGHTS[order] ?? 0.4) * (first.bracketed ? BRACKETED : 1);
      const words = wordsTogether(pieces, at);
      if (words.length === 0) addChinese(terms, first.text, weight, numbering);
      else addWords(terms, words, weight, reading);
      at += words.length || 1;
    }
    return terms;
  }
}

/** A line of goods, read as far as it is asked. */
export class Line {
  private pieces: readonly Piece[] | undefined;
  private read: Terms | undefined;
  private saying: string | undefined;

  constructor(
    readonly text: string,
    private readonly reader: Reader,
  ) {}

  /** The same for all lines that have the same terms, whatever their numbers, senders and packing. */
  get said(): string {
    return (this.saying ??= saidBy(this.goods));
  }

  /** Until the next line is read. */
  get terms(): Terms {
    return (this.read ??= this.reader.readLine(this.goods));
  }

  private get goods(): readonly Piece[] {
    return (this.pieces ??= this.reader.goodsIn(this.text));
  }
}

/** All that reading looks at in the pieces. */
function saidBy(pieces: readonly Piece[]): string {
  let said = '';
  let before = 0;
  for (const { text, word, phrase, bracketed, joined } of pieces) {
    said += MARKS[(joined ? 1 : 0) + (bracketed ? 2 : 0) + (phrase === before ? 0 : 4)];
    said += word === undefined || word.key !== '' ? text : `#${word.traits}`;
    before = phrase;
  }
  return said;
}

/** None of them begins a piece. */
const MARKS = [' ', '+', '(', '(+', ';', ';+', ';(', ';(+'];

/** The run of Chinese characters that is all there is. */
const chineseAlone = (pieces: readonly Piece[]): Piece | undefined =>
  pieces.length === 1 && pieces[0]?.word === undefined ? pieces[0] : undefined;

/** Later phrases of a line say less of what the goods are. */
const PHRASE_WEIGHTS = [1, 0.75, 0.6, 0.5];
const BRACKETED = 0.7;

/** The words that stand together from here on; none where Chinese does, every run of which is a phrase of its own. */
function wordsTogether(pieces: readonly Piece[], from: number): Word[] {
  const words: Word[] = [];
  for (let at = from; at < pieces.length; at++) {
    const { word, phrase } = pieces[at] as Piece;
    if (word === undefined || phrase !== (pieces[from] as Piece).phrase) break;
    words.push(word);
  }
  return words;
}
