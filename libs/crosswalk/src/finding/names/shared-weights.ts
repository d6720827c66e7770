import { longer } from '../longer.js';
import type { Postings } from './postings.js';
import type { Strengths } from './strengths.js';

const BINS = 64;
const SQUARES = BINS ** 2;
/** The whole part of the root of each whole number, looked up and not taken for every name. */
const ROOTS = Uint8Array.from({ length: SQUARES + 1 }, (_, square) => Math.sqrt(square));

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
  /** Where each name stands among those met, from 1; 0 for all others. */
  private places = new Int32Array(0);
  /** One by the root of how much all terms of the name tell. */
  private roots = new Float32Array(0);
  /** What a name may share beyond what the terms asked tell, by the terms that were not asked. */
  private lineLeft = 0;
  private nameLeft = 0;
  private readonly bins = new Uint32Array(BINS + 1);

  constructor(
    private readonly withTerm: Postings,
    private readonly strengths: Strengths,
  ) {}

  setTotal(name: number, total: number): void {
    if (name >= this.names.length) this.makeRoom(name + 1);
    this.roots[name] = 1 / Math.sqrt(total);
  }

  clear(): void {
    this.count = 0;
    this.lineLeft = 0;
    this.nameLeft = 0;
  }

  /** Adds what the term is of the line, and of each of the names that have it. */
  ask(term: number, part: number, tells: number): void {
    const { numbers } = this.withTerm;
    const { places, ofLine, ofName, names: met } = this;
    const weights = this.strengths.weights.numbers;
    const start = this.withTerm.startOf(term);
    const end = start + 2 * this.withTerm.countOf(term);
    let { count } = this;
    for (let at = start; at < end; at += 2) {
      const name = numbers[at] as number;
      const own = (weights[numbers[at + 1] as number] as number) * tells;
      const place = (places[name] as number) - 1;
      if (place >= 0) {
        ofLine[place] = (ofLine[place] as number) + part;
        ofName[place] = (ofName[place] as number) + own;
        continue;
      }
      met[count] = name;
      ofLine[count] = part;
      ofName[count] = own;
      places[name] = ++count;
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
    const { places, roots, names, ofLine, ofName, likeness, count } = this;
    let most = 0;
    for (let at = 0; at < count; at++) {
      const name = names[at] as number;
      const like = (ofLine[at] as number) * (roots[name] as number);
      likeness[at] = like;
      if (like > most) most = like;
      places[name] = 0;
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

  /** The most that the name taken there can explain of the line, by weight; and what part of it the line can have at the most. */
  mostOfLine(at: number): number {
    return (this.ofLine[at] as number) + this.lineLeft;
  }

  mostOfName(at: number): number {
    return ((this.ofName[at] as number) + this.nameLeft) * (this.roots[this.names[at] as number] as number) ** 2;
  }

  /** Sorts into bins, finer ones for little: one pass, and exactness is not needed. */
  private floorOf(most: number, wanted: number): number {
    const { bins, likeness } = this;
    bins.fill(0);
    for (let at = 0; at < this.count; at++) {
      const bin = ROOTS[Math.floor(((likeness[at] as number) / most) * SQUARES)] as number;
      bins[bin] = (bins[bin] as number) + 1;
    }
    let bin = BINS;
    for (let taken = bins[bin] as number; bin > 0 && taken < wanted; taken += bins[bin] as number) bin--;
    return (bin / BINS) ** 2 * most;
  }

  private makeRoom(names: number): void {
    const room = Math.ceil(names * 1.5);
    this.places = longer(this.places, room);
    this.roots = longer(this.roots, room);
    this.names = new Int32Array(room);
    this.ofLine = new Float64Array(room);
    this.ofName = new Float64Array(room);
    this.likeness = new Float64Array(room);
  }
}
