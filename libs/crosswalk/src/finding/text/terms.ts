import { longer } from '../longer.js';
import { isPair, type Vocabulary } from './vocabulary.js';
import { isCyrillic } from './stem.js';
import { NO_TERM } from './word.js';

/** Below it a line says next to nothing, so that no name can explain all of it: `cartons`. */
const LEAST_TOTAL = 0.6;
/** No name and no line has so many. */
const MOST_TERMS = 0xffff;

/**
 * The terms of a line or a name, each once, as strongly as it occurs. One is filled again and again, so that a line costs no objects and what
 * searching reads stays near; it holds until the next is read.
 */
export class Terms {
  count = 0;
  /** `NO_TERM` for one that no name has. */
  numbers = new Int32Array(0);
  /** What tells those apart that no name has: a stem, or the code of a Chinese character or of a pair. */
  readonly keys: (string | number)[] = [];
  /** By where it stands: 1 for a word of the goods' own name. */
  weights = new Float64Array(0);
  /** How far it names the kind of thing: `发动机` in 摩托车发动机, `engines`, `двигатели`. 0 for what only qualifies. */
  heads = new Float64Array(0);
  /** How much of the line each is: by where it stands and how much it tells; and all together. */
  parts = new Float64Array(0);
  total = LEAST_TOTAL;
  /** Where each term of the vocabulary stands here, from 1; 0 for all that are not here. */
  places = new Uint16Array(0);
  /** Chinese or Russian is written here: Latin words beside them are brands and models. */
  latinIsForeign = false;

  constructor(private readonly vocabulary: Vocabulary) {}

  clear(): void {
    for (let at = 0; at < this.count; at++) {
      const number = this.numbers[at] as number;
      if (number !== NO_TERM) this.places[number] = 0;
    }
    this.makePlaces();
    this.count = 0;
    this.latinIsForeign = false;
  }

  /** By its number, or where no name has it by its key. */
  add(number: number, key: string | number, weight: number, head: number): void {
    const at = number === NO_TERM ? this.placeOfStranger(key) : (this.places[number] ?? 0) - 1;
    if (at < 0) return this.append(number, key, weight, head);
    if (weight > (this.weights[at] as number)) this.weights[at] = weight;
    if (head > (this.heads[at] as number)) this.heads[at] = head;
  }

  /** Weighs each part of a line when all are there. */
  weigh(): void {
    const { numbers, weights, parts, vocabulary, count } = this;
    let total = 0;
    for (let at = 0; at < count; at++) {
      const number = numbers[at] as number;
      const telling = number === NO_TERM ? this.tellingOfStranger(at) : (vocabulary.weights[number] as number);
      const part = (weights[at] as number) * telling;
      parts[at] = part;
      total += part;
    }
    this.total = Math.max(LEAST_TOTAL, total);
  }

  private append(number: number, key: string | number, weight: number, head: number): void {
    const at = this.count;
    if (at === MOST_TERMS) return;
    if (at === this.numbers.length) this.makeRoom();
    this.numbers[at] = number;
    this.keys[at] = key;
    this.weights[at] = weight;
    this.heads[at] = head;
    this.count++;
    if (number === NO_TERM) return;
    if (number >= this.places.length) this.makePlaces();
    this.places[number] = at + 1;
  }

  private placeOfStranger(key: string | number): number {
    for (let at = 0; at < this.count; at++) if (this.numbers[at] === NO_TERM && this.keys[at] === key) return at;
    return -1;
  }

  /** What a term that no name has takes from a line: it may be a brand or a place, so less than others. */
  private tellingOfStranger(at: number): number {
    const key = this.keys[at] as string | number;
    if (typeof key === 'number') return isPair(key) ? UNKNOWN_PAIR : 1;
    return isCyrillic(key) || !this.latinIsForeign ? UNKNOWN_WORD : UNKNOWN_LATIN;
  }

  private makeRoom(): void {
    const room = Math.max(64, this.numbers.length * 2);
    this.numbers = longer(this.numbers, room);
    this.weights = longer(this.weights, room);
    this.heads = longer(this.heads, room);
    this.parts = new Float64Array(room);
  }

  /** Keeps pace with the vocabulary. */
  private makePlaces(): void {
    const { size } = this.vocabulary;
    if (this.places.length < size) this.places = longer(this.places, size * 2);
  }
}

/** Two characters that meet where two words do. */
const UNKNOWN_PAIR = 0.35;
const UNKNOWN_WORD = 0.7;
const UNKNOWN_LATIN = 0.25;
