import { fractions, integers } from './column.js';
import { NEGLIGIBLE, strengthOf, type Fitted } from '../likelihood.js';
import type { Line } from '../text/read-line.js';
import type { Meant } from './likeness.js';
import type { KindName } from './named-kind.js';
import type { Query } from './query.js';
import { RecentLines } from './recent-lines.js';
import { SharedWeights } from './shared-weights.js';
import type { Vocabulary } from './vocabulary.js';

/** So many places of the line's terms are gone through, the rarest terms first; commoner ones only tell the names found apart. */
const PLACES = 1000;
/** So many of the names found are held against the line term by term. */
const CLOSER = 40;
/** A name of which the line has less is not like it. */
const LEAST_OF_NAME = 0.3;
/** Names by their terms. Grows; nothing is ever taken out. */
export class NameIndex {
  private readonly names: KindName[] = [];
  /** Names that have a term. */
  private readonly withTerm = new Map<number, number[]>();
  /** The terms of all names one after the other, with each one's weight and how far it is the head there; and where each name's begin. */
  private readonly terms = integers();
  private readonly weights = fractions();
  private readonly heads = fractions();
  private readonly starts: number[] = [0];
  private readonly totals: number[] = [];
  private readonly line: LineWeights;
  private readonly shared = new SharedWeights();
  private readonly recent = new RecentLines();
  private readonly held: Held = { ofLine: 0, ofName: 0, head: 0 };

  constructor(private readonly vocabulary: Vocabulary) {
    this.line = new LineWeights(vocabulary);
  }

  get size(): number {
    return this.names.length;
  }

  add(name: KindName, { terms }: Line): void {
    this.recent.forget();
    const number = this.names.push(name) - 1;
    for (const { key, weight, head } of terms) {
      const term = this.vocabulary.numberOf(key);
      this.terms.push(term);
      this.weights.push(weight);
      this.heads.push(head);
      const names = this.withTerm.get(term);
      if (names === undefined) this.withTerm.set(term, [number]);
      else names.push(number);
    }
    this.starts.push(this.terms.length);
    this.totals.push(this.totalOf(number));
  }

  /** Counts the terms of all names for the vocabulary; they weigh what it says from then on. */
  weigh(): void {
    for (let at = 0; at < this.terms.length; at++)
      this.vocabulary.count(this.terms.numbers[at] as number, (this.heads.numbers[at] as number) > 0);
    this.vocabulary.weigh(this.names.length);
    this.names.forEach((_, number) => (this.totals[number] = this.totalOf(number)));
  }

  /** As `search`. What was found for the lines of late is kept: documents repeat each other, and every version of a record its goods. */
  searchLine(line: string, query: () => Query, weights: Fitted['weights'], least: number): readonly Meant[] {
    const known = this.recent.find(line, weights, this.vocabulary.size);
    if (known !== undefined) return known;
    return this.recent.keep(line, this.search(query(), weights, least));
  }

  /** The names that are like the line, but for those that have far less to say than the strongest, or than `least`. */
  private search(query: Query, weights: Fitted['weights'], least: number): Meant[] {
    this.line.set(query);
    let floor = least;
    const meant: Meant[] = [];
    for (const number of this.worthALook(query)) {
      const { ofLine, ofName, head } = this.hold(number);
      if (ofName < LEAST_OF_NAME) continue;
      const name = this.names[number] as KindName;
      const strength = strengthOf(name.origin, ofLine, ofName, head, weights);
      if (strength <= floor) continue;
      meant.push({ name, ofLine, ofName, head, strength });
      floor = Math.max(floor, strength - NEGLIGIBLE);
    }
    this.line.clear(query);
    return meant.filter(({ strength }) => strength > floor);
  }

  /** The names that share most with the line, by its rarer terms. */
  private worthALook({ terms }: Query): readonly number[] {
    const found = this.shared;
    found.makeRoom(this.names.length);
    const byRarity = terms
      .map((each) => ({ each, names: this.withTerm.get(each.term) ?? NO_NAMES }))
      .sort((one, other) => one.names.length - other.names.length);
    let places = 0;
    for (const { each, names } of byRarity) {
      if (places > 0 && places + names.length > PLACES && !each.isHeadWord) continue;
      places += names.length;
      found.add(names, each.weight);
    }
    return found.takeMost(this.totals, CLOSER);
  }

  /** Holds a name against the line. */
  private hold(number: number): Held {
    const { maybe, shares, heads: lineHeads, tells } = this.line;
    const terms = this.terms.numbers;
    const weights = this.weights.numbers;
    const heads = this.heads.numbers;
    const end = this.starts[number + 1] as number;
    let ofLine = 0;
    let ofName = 0;
    let head = 0;
    for (let at = this.starts[number] as number; at < end; at++) {
      const term = terms[at] as number;
      if (maybe[term & MAYBE] === 0) continue;
      const share = shares[term] as number;
      if (share === 0) continue;
      ofLine += share;
      ofName += (weights[at] as number) * (tells[term] as number);
      const both = (lineHeads[term] as number) * (heads[at] as number);
      if (both > head) head = both;
    }
    const { held } = this;
    held.ofLine = ofLine;
    held.ofName = ofName / (this.totals[number] as number);
    held.head = head;
    return held;
  }

  private totalOf(number: number): number {
    let total = 0;
    const end = this.starts[number + 1] as number;
    for (let at = this.starts[number] as number; at < end; at++)
      total += (this.weights.numbers[at] as number) * this.vocabulary.weightOf(this.terms.numbers[at] as number);
    return total;
  }
}

/** One for all names, since most of them come to nothing. */
interface Held {
  ofLine: number;
  ofName: number;
  head: number;
}

const NO_NAMES: readonly number[] = [];

/** The last bits of a term's number. */
const MAYBE = 0xfff;

/** The terms of the line being looked up, by number. Zero between two searches. */
class LineWeights {
  /** Whether any term with the same last bits is in the line: few are, and this is small enough to stay near. */
  readonly maybe = new Uint8Array(MAYBE + 1);
  /** What share of the line each is. */
  shares = new Float64Array(0);
  /** How far each is its head. */
  heads = new Float64Array(0);
  /** How much each tells. */
  tells = new Float64Array(0);

  constructor(private readonly vocabulary: Vocabulary) {}

  set({ terms, total }: Query): void {
    if (this.shares.length < this.vocabulary.size) this.makeRoom();
    for (const { term, weight, head } of terms) {
      this.maybe[term & MAYBE] = 1;
      this.shares[term] = weight / total;
      this.heads[term] = head;
      this.tells[term] = this.vocabulary.weightOf(term);
    }
  }

  clear({ terms }: Query): void {
    for (const { term } of terms) {
      this.shares[term] = 0;
      this.maybe[term & MAYBE] = 0;
    }
  }

  private makeRoom(): void {
    const room = Math.ceil(this.vocabulary.size * 1.2);
    this.shares = new Float64Array(room);
    this.heads = new Float64Array(room);
    this.tells = new Float64Array(room);
  }
}
