import { longer } from '../longer.js';
import type { Postings } from './postings.js';
import type { Strengths } from './strengths.js';

const BINS = 64;

/**
 * How much each name shares with the line being looked up, by the terms that were asked. A line meets hundreds of names, each far from the last one in
 * memory: what is kept of every name is small, so that it stays near, and the rest is kept only of the names met, one after the other.
 */
export class SharedWeights {
  /** The names met, in the order they were; then those taken stand first. */
  names = new Int32Array(0);
  private ofLine = new Float64Array(0);
  private ofName = new Float64Array(0);
  private likeness = new Float64Array(0);
  private count = 0;
  /** Two numbers a name: where it stands among those met, from 1, 0 for all others; and how much all its terms tell. */
  private known = new Float32Array(0);
  /** What a name may share beyond that, by the terms that were not asked. */
  private lineLeft = 0;
  private nameLeft = 0;
  private readonly bins = new Uint32Array(BINS + 1);

  constructor(
    private readonly withTerm: Postings,
    private readonly strengths: Strengths,
  ) {}

  setTotal(name: number, total: number): void {
    if (name >= this.names.length) this.makeRoom(name + 1);
    this.known[2 * name + 1] = total;
  }

  clear(): void {
    this.count = 0;
    this.lineLeft = 0;
    this.nameLeft = 0;
  }

  /** Adds what the term is of the line, and of each of the names that have it. */
  ask(term: number, part: number, tells: number): void {
    const { names, strengths } = this.withTerm;
    const { known, ofLine, ofName, names: met } = this;
    const weights = this.strengths.weights.numbers;
    const start = this.withTerm.startOf(term);
    const end = start + this.withTerm.countOf(term);
    let { count } = this;
    for (let at = start; at < end; at++) {
      const name = names[at] as number;
      const own = (weights[strengths[at] as number] as number) * tells;
      const place = (known[2 * name] as number) - 1;
      if (place >= 0) {
        ofLine[place] = (ofLine[place] as number) + part;
        ofName[place] = (ofName[place] as number) + own;
        continue;
      }
      met[count] = name;
      ofLine[count] = part;
      ofName[count] = own;
      known[2 * name] = ++count;
    }
    this.count = count;
  }

  /** Any name may have the term. */
  leave(part: number, tells: number): void {
    this.lineLeft += part;
    this.nameLeft += tells * this.strengths.strongest;
  }

  /** Takes the names that share most for their own weight; about `wanted` of them, none that shares as much as one taken left out. Tells how many. */
  takeMost(wanted: number): number {
    const { known, names, ofLine, ofName, likeness, count } = this;
    let most = 0;
    for (let at = 0; at < count; at++) {
      const pair = 2 * (names[at] as number);
      const weight = ofLine[at] as number;
      const like = (weight * weight) / (known[pair + 1] as number);
      likeness[at] = like;
      if (like > most) most = like;
      known[pair] = 0;
    }
    const floor = count > wanted ? this.floorOf(most, wanted) : 0;
    let taken = 0;
    for (let at = 0; at < count; at++) {
      if ((likeness[at] as number) < floor) continue;
      names[taken] = names[at] as number;
      ofLine[taken] = ofLine[at] as number;
      ofName[taken++] = ofName[at] as number;
    }
    return taken;
  }

  /** The most that the name taken there can explain of the line, and that the line can have of it. */
  mostOfLine(at: number): number {
    return (this.ofLine[at] as number) + this.lineLeft;
  }

  mostOfName(at: number): number {
    return (this.ofName[at] as number) + this.nameLeft;
  }

  /** Sorts into bins, finer ones for little: one pass, and exactness is not needed. */
  private floorOf(most: number, wanted: number): number {
    const { bins, likeness } = this;
    bins.fill(0);
    for (let at = 0; at < this.count; at++) {
      const bin = Math.floor(Math.sqrt(Math.sqrt((likeness[at] as number) / most)) * BINS);
      bins[bin] = (bins[bin] as number) + 1;
    }
    let bin = BINS;
    for (let taken = bins[bin] as number; bin > 0 && taken < wanted; taken += bins[bin] as number) bin--;
    return (bin / BINS) ** 4 * most;
  }

  private makeRoom(names: number): void {
    const room = Math.ceil(names * 1.5);
    this.known = longer(this.known, 2 * room);
    this.names = new Int32Array(room);
    this.ofLine = new Float64Array(room);
    this.ofName = new Float64Array(room);
    this.likeness = new Float64Array(room);
  }
}
