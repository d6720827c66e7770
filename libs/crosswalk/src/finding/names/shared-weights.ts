import { longer } from '../longer.js';

const BINS = 64;

/** How much each name shares with the line being looked up, so far as is known. */
export class SharedWeights {
  /**
   * Two numbers a name: what it shares with the line, 0 for a name not met, and how much all its terms tell. A name met is far from the last one in
   * memory, so that both lie side by side.
   */
  private pairs = new Float64Array(0);
  /** The names met, and how like the line each is. */
  private met = new Int32Array(0);
  private likeness = new Float64Array(0);
  private count = 0;

  totalOf(name: number): number {
    return this.pairs[2 * name + 1] as number;
  }

  setTotal(name: number, total: number): void {
    if (name >= this.met.length) this.makeRoom(name);
    this.pairs[2 * name + 1] = total;
  }

  /** Adds a weight to each of the names that stand there. */
  add(names: Int32Array, start: number, end: number, weight: number): void {
    const { pairs, met } = this;
    let { count } = this;
    for (let at = start; at < end; at++) {
      const name = names[at] as number;
      const shared = pairs[2 * name] as number;
      if (shared === 0) met[count++] = name;
      pairs[2 * name] = shared + weight;
    }
    this.count = count;
  }

  /** The names that share most for their own weight; about `wanted` of them, none that shares as much as one taken left out. They stand first in the list. */
  takeMost(wanted: number): { readonly names: Int32Array; readonly count: number } {
    const { pairs, met, likeness, count } = this;
    let most = 0;
    for (let at = 0; at < count; at++) {
      const pair = 2 * (met[at] as number);
      const shared = pairs[pair] as number;
      const like = (shared * shared) / (pairs[pair + 1] as number);
      likeness[at] = like;
      if (like > most) most = like;
      pairs[pair] = 0;
    }
    const floor = count > wanted ? this.floorOf(most, wanted) : 0;
    let taken = 0;
    for (let at = 0; at < count; at++) if ((likeness[at] as number) >= floor) met[taken++] = met[at] as number;
    this.count = 0;
    return { names: met, count: taken };
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

  private readonly bins = new Uint32Array(BINS + 1);

  private makeRoom(name: number): void {
    const room = Math.ceil(name * 1.5) + 64;
    this.pairs = longer(this.pairs, 2 * room);
    this.met = new Int32Array(room);
    this.likeness = new Float64Array(room);
  }
}
