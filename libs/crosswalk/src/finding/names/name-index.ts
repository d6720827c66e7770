import type { Line } from '../text/read-line.js';
import { isHan } from '../text/fold.js';
import { isCyrillic } from '../text/stem.js';
import type { KindName } from './named-kind.js';
import type { Vocabulary } from './vocabulary.js';

/** How much a name and a line have in common. All parts from 0 to 1. */
export interface Likeness {
  readonly name: KindName;
  /** How much of the line the name explains. */
  readonly ofLine: number;
  /** How much of the name the line has. */
  readonly ofName: number;
  /** Whether the kind of thing is the same: head meets head. */
  readonly head: number;
}

/** A line with the weight of each of its terms. */
export interface Query {
  readonly terms: readonly { readonly key: string; readonly weight: number; readonly head: number }[];
  readonly total: number;
}

/** Below it a line says next to nothing, so that no name can explain all of it: `cartons`. */
const LEAST_TOTAL = 0.6;

export function queryOf({ terms }: Line, vocabulary: Vocabulary): Query {
  const foreign = terms.some(({ key }) => isHan(key) || isCyrillic(key));
  const weighed = terms
    .map(({ key, weight, head }) => ({ key, weight: weight * vocabulary.ofLine(key, foreign), head }))
    .filter(({ weight }) => weight > 0);
  return {
    terms: weighed,
    total: Math.max(LEAST_TOTAL, sum(weighed.map(({ weight }) => weight))),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Where a term occurs: number of the name, its share of that name, how far it is the name's head. */
interface Postings {
  readonly names: number[];
  readonly shares: number[];
  readonly heads: number[];
}

/** Beyond so many names with rarer terms of the line, those that share only its commonest terms are not looked at. */
const ENOUGH = 600;
/** A name of which the line has less, and that explains less of it, is not looked at closer. */
const LEAST_LIKENESS = 0.3;

/** Names by their terms. Grows; nothing is ever taken out. */
export class NameIndex {
  private readonly names: KindName[] = [];
  private readonly byTerm = new Map<string, Postings>();
  private readonly met: number[] = [];
  private ofLine = new Float64Array(0);
  private ofName = new Float64Array(0);
  private head = new Float64Array(0);

  constructor(private readonly vocabulary: Vocabulary) {}

  get size(): number {
    return this.names.length;
  }

  add(name: KindName, { terms }: Line): void {
    const number = this.names.push(name) - 1;
    const weights = terms.map(({ key, weight }) => weight * this.vocabulary.ofName(key));
    const total = sum(weights);
    terms.forEach(({ key, head }, at) => {
      const postings = this.postingsOf(key);
      postings.names.push(number);
      postings.shares.push((weights[at] as number) / total);
      postings.heads.push(head);
    });
  }

  /** Every name that is like the line at all. */
  search(query: Query): Likeness[] {
    this.makeRoom();
    const found = query.terms
      .map((term) => ({ term, postings: this.byTerm.get(term.key) }))
      .filter((pair): pair is { term: Query['terms'][number]; postings: Postings } => pair.postings !== undefined)
      .sort((one, other) => one.postings.names.length - other.postings.names.length);
    for (const { term, postings } of found) this.count(query, term, postings);
    return this.takeMet();
  }

  private count(query: Query, term: Query['terms'][number], { names, shares, heads }: Postings): void {
    const full = this.met.length > ENOUGH;
    const share = term.weight / query.total;
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as number;
      if (this.ofLine[name] === 0) {
        if (full) continue;
        this.met.push(name);
      }
      this.ofLine[name]! += share;
      this.ofName[name]! += shares[at] as number;
      const both = term.head * (heads[at] as number);
      if (both > (this.head[name] as number)) this.head[name] = both;
    }
  }

  private takeMet(): Likeness[] {
    const alike: Likeness[] = [];
    for (const at of this.met) {
      const ofLine = this.ofLine[at] as number;
      const ofName = this.ofName[at] as number;
      if (ofName > LEAST_LIKENESS && ofLine > LEAST_LIKENESS / 3) {
        const name = this.names[at] as KindName;
        alike.push({ name, ofLine, ofName, head: this.head[at] as number });
      }
      this.ofLine[at] = this.ofName[at] = this.head[at] = 0;
    }
    this.met.length = 0;
    return alike;
  }

  private postingsOf(key: string): Postings {
    let postings = this.byTerm.get(key);
    if (postings === undefined) this.byTerm.set(key, (postings = { names: [], shares: [], heads: [] }));
    return postings;
  }

  private makeRoom(): void {
    if (this.ofLine.length >= this.names.length) return;
    const size = Math.ceil(this.names.length * 1.5);
    this.ofLine = new Float64Array(size);
    this.ofName = new Float64Array(size);
    this.head = new Float64Array(size);
  }
}
