import { NEGLIGIBLE, strengthOf, weightsOfOrigins, type Fitted } from '../likelihood.js';
import type { Line, Reader } from '../text/read-line.js';
import type { Terms } from '../text/terms.js';
import { Column } from './column.js';
import type { Meant } from './likeness.js';
import { NameTerms } from './name-terms.js';
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
/** More than sums in another order and shorter numbers differ. */
const ROUNDING = 1e-6;

/** Names by their terms. Grows; nothing is ever taken out. */
export class NameIndex {
  private readonly names: KindName[] = [];
  private readonly origins = new Column(Uint8Array);
  private readonly strengths = new Strengths();
  private readonly terms: NameTerms;
  private readonly withTerm = new Postings();
  private readonly shared = new SharedWeights(this.withTerm, this.strengths);
  private readonly recent = new RecentLines();

  constructor(private readonly reader: Reader) {
    this.terms = new NameTerms(reader.vocabulary, this.strengths);
  }

  add(name: KindName): void {
    this.recent.forget();
    const number = this.names.push(name) - 1;
    this.origins.push(ORIGINS.indexOf(name.origin));
    const { numbers, weights, heads, count } = this.reader.readName(name.text);
    for (let at = 0; at < count; at++) {
      const term = numbers[at] as number;
      const strength = this.strengths.numberOf(weights[at] as number, heads[at] as number);
      this.terms.push(term, strength);
      this.withTerm.add(term, number, strength);
    }
    this.terms.end();
    this.shared.setTotal(number, this.terms.totals.numbers[number] as number);
  }

  /** Counts the terms of all names for the vocabulary; they weigh what it says from then on. */
  weigh(): void {
    this.terms.weigh();
    this.names.forEach((_, number) => this.shared.setTotal(number, this.terms.totals.numbers[number] as number));
  }

  /**
   * The names that are like the line, but for those that have far less to say than the strongest, or than `least`. What was found for the lines of late
   * is kept: documents repeat each other, and every version of a record its goods; and senders the same goods with other numbers.
   */
  search(line: Line, weights: Fitted['weights'], least: number): readonly Meant[] {
    this.recent.restOn(weights, this.reader.vocabulary.size);
    return this.recent.find(line, () => this.searchTerms(line.terms, weights, least));
  }

  /** A name that at the most comes to nothing need not be held against the line. */
  private searchTerms(line: Terms, weights: Fitted['weights'], least: number): Meant[] {
    const { shared, terms } = this;
    const ofOrigins = weightsOfOrigins(weights);
    const origins = this.origins.numbers;
    const meant: Meant[] = [];
    let floor = least;
    const count = this.worthALook(line);
    for (let at = 0; at < count; at++) {
      const number = shared.names[at] as number;
      const mostOfName = atMost(shared.mostOfName(at));
      if (mostOfName < LEAST_OF_NAME) continue;
      const ofOrigin = ofOrigins[origins[number] as number] as number;
      const mostOfLine = atMost(shared.mostOfLine(at) / line.total);
      if (strengthOf(ofOrigin, mostOfLine, mostOfName, 1, weights) <= floor) continue;
      const { ofLine, ofName, head } = terms.hold(number, line);
      const strength = strengthOf(ofOrigin, ofLine, ofName, head, weights);
      if (ofName < LEAST_OF_NAME || strength <= floor) continue;
      meant.push({ name: this.names[number] as KindName, ofLine, ofName, head, strength });
      floor = Math.max(floor, strength - NEGLIGIBLE);
    }
    return meant.filter(({ strength }) => strength > floor);
  }

  /** How many names share most with the line, by its rarer terms. A head word is asked even if many names have it. */
  private worthALook(line: Terms): number {
    const { withTerm, shared } = this;
    const { isWhole, weights: tells } = this.reader.vocabulary;
    shared.clear();
    let places = 0;
    for (const at of this.byRarity(line)) {
      const term = line.numbers[at] as number;
      const part = line.parts[at] as number;
      const count = withTerm.countOf(term);
      const isHeadWord = (line.heads[at] as number) > 0 && isWhole[term] === 1;
      if (places > 0 && places + count > PLACES && !isHeadWord) shared.leave(part, tells[term] as number);
      else {
        places += count;
        shared.ask(term, part, tells[term] as number);
      }
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
}

/** A part that no rounding takes beyond it. */
const atMost = (part: number): number => Math.min(1, part) + ROUNDING;
