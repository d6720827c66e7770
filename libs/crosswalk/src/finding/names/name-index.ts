import { NEGLIGIBLE, strengthOf, type Fitted } from '../likelihood.js';
import type { Line } from '../text/read-line.js';
import type { KindName } from './named-kind.js';
import type { Query } from './query.js';
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

/** A name that the line may mean, with the logarithm of how much speaks for it. */
export interface Meant extends Likeness {
  readonly strength: number;
}

/** Where a term occurs: numbers of the names, its share of each, how far it is each one's head. */
interface Postings {
  readonly names: number[];
  readonly shares: number[];
  readonly heads: number[];
}

/** Beyond so many names with rarer terms of the line, those that share only its commonest terms are not looked at. */
const ENOUGH = 400;
/** A name of which the line has less is not looked at closer. */
const LEAST_OF_NAME = 0.3;

/** Names by their terms. Grows; nothing is ever taken out. */
export class NameIndex {
  private readonly names: KindName[] = [];
  private readonly byTerm = new Map<string, Postings>();
  private readonly met: number[] = [];
  /** What the line being looked up has in common with each name; 0 between two searches. */
  private ofLine = new Float64Array(0);
  private ofName = new Float64Array(0);
  private head = new Float64Array(0);

  constructor(private readonly vocabulary: Vocabulary) {}

  add(name: KindName, { terms }: Line): void {
    const number = this.names.push(name) - 1;
    const weights = terms.map(({ key, weight }) => weight * this.vocabulary.ofName(key));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    terms.forEach(({ key, head }, at) => {
      const postings = this.postingsOf(key);
      postings.names.push(number);
      postings.shares.push((weights[at] as number) / total);
      postings.heads.push(head);
    });
  }

  /** The names that are like the line, but for those that have far less to say than the strongest, or than `least`. */
  search(query: Query, weights: Fitted['weights'], least: number): Meant[] {
    this.makeRoom();
    const found: { term: Query['terms'][number]; postings: Postings }[] = [];
    for (const term of query.terms) {
      const postings = this.byTerm.get(term.key);
      if (postings !== undefined) found.push({ term, postings });
    }
    found.sort((one, other) => one.postings.names.length - other.postings.names.length);
    for (const { term, postings } of found) this.count(term, term.weight / query.total, postings);
    return this.takeMet(weights, least);
  }

  private count({ head: lineHead }: Query['terms'][number], share: number, { names, shares, heads }: Postings): void {
    const { ofLine, ofName, head, met } = this;
    const full = met.length > ENOUGH;
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as number;
      const known = ofLine[name] as number;
      if (known === 0) {
        if (full) continue;
        met.push(name);
      }
      ofLine[name] = known + share;
      ofName[name] = (ofName[name] as number) + (shares[at] as number);
      if (lineHead === 0) continue;
      const both = lineHead * (heads[at] as number);
      if (both > (head[name] as number)) head[name] = both;
    }
  }

  private takeMet(weights: Fitted['weights'], least: number): Meant[] {
    const { ofLine, ofName, head, met, names } = this;
    const meant: Meant[] = [];
    let floor = least;
    for (const at of met) {
      if ((ofName[at] as number) > LEAST_OF_NAME) {
        const name = names[at] as KindName;
        const likeness = { name, ofLine: ofLine[at] as number, ofName: ofName[at] as number, head: head[at] as number };
        const strength = strengthOf(likeness, weights);
        if (strength > floor) meant.push({ ...likeness, strength });
        floor = Math.max(floor, strength - NEGLIGIBLE);
      }
      ofLine[at] = ofName[at] = head[at] = 0;
    }
    met.length = 0;
    return meant.filter(({ strength }) => strength > floor);
  }

  private postingsOf(key: string): Postings {
    const known = this.byTerm.get(key);
    if (known !== undefined) return known;
    const postings: Postings = { names: [], shares: [], heads: [] };
    this.byTerm.set(key, postings);
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
