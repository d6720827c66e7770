import { NEGLIGIBLE, strengthOf, weightsOfOrigins, type Fitted } from '../likelihood.js';
import type { Reader } from '../text/read-line.js';
import type { Terms } from '../text/terms.js';
import { Column } from './column.js';
import type { Meant } from './likeness.js';
import { ORIGINS, type KindName } from './named-kind.js';
import { Postings } from './postings.js';
import { RecentLines } from './recent-lines.js';
import { SharedWeights } from './shared-weights.js';
import { Strengths } from './strengths.js';

/** So many places of the line's terms are gone through, the rarest terms first; commoner ones only tell the names found apart. */
const PLACES = 1000;
/** So many of the names found are held against the line term by term. */
const CLOSER = 40;
/** A name of which the line has less is not like it. */
const LEAST_OF_NAME = 0.3;

/** Names by their terms. Grows; nothing is ever taken out. */
export class NameIndex {
  private readonly names: KindName[] = [];
  private readonly withTerm = new Postings();
  private readonly origins = new Column(Uint8Array);
  /** The terms of all names one after the other, each with how strongly it stands there in turn, and where each name's begin. */
  private readonly terms = new Column(Int32Array);
  private readonly strengths = new Strengths();
  private readonly starts = new Column(Int32Array);
  private readonly shared = new SharedWeights();
  private readonly recent = new RecentLines();
  private readonly held: Held = { ofLine: 0, ofName: 0, head: 0 };

  constructor(private readonly reader: Reader) {
    this.starts.push(0);
  }

  add(name: KindName): void {
    this.recent.forget();
    const number = this.names.push(name) - 1;
    this.origins.push(ORIGINS.indexOf(name.origin));
    const { numbers, weights, heads, count } = this.reader.readName(name.text);
    for (let at = 0; at < count; at++) {
      const term = numbers[at] as number;
      this.terms.push(term);
      this.terms.push(this.strengths.numberOf(weights[at] as number, heads[at] as number));
      this.withTerm.add(term, number);
    }
    this.starts.push(this.terms.length);
    this.shared.setTotal(number, this.totalOf(number));
  }

  /** Counts the terms of all names for the vocabulary; they weigh what it says from then on. */
  weigh(): void {
    const { vocabulary } = this.reader;
    const occurrences = new Uint32Array(vocabulary.size);
    const asHead = new Uint32Array(vocabulary.size);
    const { heads } = this.strengths;
    const terms = this.terms.numbers;
    for (let at = 0; at < this.terms.length; at += 2) {
      const term = terms[at] as number;
      occurrences[term] = (occurrences[term] as number) + 1;
      if ((heads[terms[at + 1] as number] as number) > 0) asHead[term] = (asHead[term] as number) + 1;
    }
    vocabulary.weigh(this.names.length, occurrences, asHead);
    this.names.forEach((_, number) => this.shared.setTotal(number, this.totalOf(number)));
  }

  /**
   * The names that are like the line, but for those that have far less to say than the strongest, or than `least`. What was found for the lines of late
   * is kept: documents repeat each other, and every version of a record its goods.
   */
  search(line: string, read: () => Terms, weights: Fitted['weights'], least: number): readonly Meant[] {
    const known = this.recent.find(line, weights, this.reader.vocabulary.size);
    if (known !== undefined) return known;
    return this.recent.keep(line, this.searchTerms(read(), weights, least));
  }

  private searchTerms(line: Terms, weights: Fitted['weights'], least: number): Meant[] {
    let floor = least;
    const meant: Meant[] = [];
    const ofOrigins = weightsOfOrigins(weights);
    const origins = this.origins.numbers;
    const { names, count } = this.worthALook(line);
    for (let at = 0; at < count; at++) {
      const number = names[at] as number;
      const { ofLine, ofName, head } = this.hold(number, line);
      if (ofName < LEAST_OF_NAME) continue;
      const ofOrigin = ofOrigins[origins[number] as number] as number;
      const strength = strengthOf(ofOrigin, ofLine, ofName, head, weights);
      if (strength <= floor) continue;
      meant.push({ name: this.names[number] as KindName, ofLine, ofName, head, strength });
      floor = Math.max(floor, strength - NEGLIGIBLE);
    }
    return meant.filter(({ strength }) => strength > floor);
  }

  /** The names that share most with the line, by its rarer terms. A head word is asked even if many names have it. */
  private worthALook(line: Terms): { readonly names: Int32Array; readonly count: number } {
    const { withTerm, shared } = this;
    const { isWhole } = this.reader.vocabulary;
    let places = 0;
    for (const at of this.byRarity(line)) {
      const term = line.numbers[at] as number;
      const count = withTerm.countOf(term);
      const isHeadWord = (line.heads[at] as number) > 0 && isWhole[term] === 1;
      if (places > 0 && places + count > PLACES && !isHeadWord) continue;
      places += count;
      const start = withTerm.startOf(term);
      shared.add(withTerm.names, start, start + count, line.parts[at] as number);
    }
    return shared.takeMost(CLOSER);
  }

  /** Where the line's terms stand that names have, those first that the fewest have. */
  private byRarity({ numbers, count }: Terms): number[] {
    const places: number[] = [];
    const rarities: number[] = [];
    for (let at = 0; at < count; at++) {
      const names = this.withTerm.countOf(numbers[at] as number);
      if (names === 0) continue;
      let to = places.length;
      for (; to > 0 && (rarities[to - 1] as number) > names; to--) {
        places[to] = places[to - 1] as number;
        rarities[to] = rarities[to - 1] as number;
      }
      places[to] = at;
      rarities[to] = names;
    }
    return places;
  }

  /** Holds a name against the line. */
  private hold(number: number, { places, parts, total, heads }: Terms): Held {
    const terms = this.terms.numbers;
    const { weights, heads: nameHeads } = this.strengths;
    const tells = this.reader.vocabulary.weights;
    const end = this.starts.numbers[number + 1] as number;
    let ofLine = 0;
    let ofName = 0;
    let head = 0;
    for (let at = this.starts.numbers[number] as number; at < end; at += 2) {
      const term = terms[at] as number;
      const place = places[term] as number;
      if (place === 0) continue;
      ofLine += (parts[place - 1] as number) / total;
      const strength = terms[at + 1] as number;
      ofName += (weights[strength] as number) * (tells[term] as number);
      const both = (heads[place - 1] as number) * (nameHeads[strength] as number);
      if (both > head) head = both;
    }
    const { held } = this;
    held.ofLine = ofLine;
    held.ofName = ofName / this.shared.totalOf(number);
    held.head = head;
    return held;
  }

  private totalOf(number: number): number {
    const { weights } = this.strengths;
    const tells = this.reader.vocabulary.weights;
    const terms = this.terms.numbers;
    let total = 0;
    const end = this.starts.numbers[number + 1] as number;
    for (let at = this.starts.numbers[number] as number; at < end; at += 2)
      total += (weights[terms[at + 1] as number] as number) * (tells[terms[at] as number] as number);
    return total;
  }
}

/** One for all names, since most of them come to nothing. */
interface Held {
  ofLine: number;
  ofName: number;
  head: number;
}
