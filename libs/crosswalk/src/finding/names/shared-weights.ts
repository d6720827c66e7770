const BINS = 64;

/** How much each name shares with the line being looked up, so far as is known. Only of the names met, which stay near in memory. */
export class SharedWeights {
  /** The names met, and the first `count` of the weights. */
  private met = new Int32Array(0);
  private weights = new Float64Array(0);
  private count = 0;
  /** Where each name stands among those met, from 1; 0 for all others. */
  private places = new Int32Array(0);
  private readonly bins = new Uint32Array(BINS + 1);

  makeRoom(names: number): void {
    if (this.places.length >= names) return;
    const room = Math.ceil(names * 1.5);
    this.places = new Int32Array(room);
    this.met = new Int32Array(room);
    this.weights = new Float64Array(room);
  }

  /** Adds a weight to each of the names that stand there. */
  add(names: Int32Array, start: number, end: number, weight: number): void {
    const { places, met, weights } = this;
    for (let at = start; at < end; at++) {
      const name = names[at] as number;
      const place = places[name] as number;
      if (place > 0) weights[place - 1] = (weights[place - 1] as number) + weight;
      else {
        met[this.count] = name;
        weights[this.count] = weight;
        places[name] = ++this.count;
      }
    }
  }

  /** The names that share most for their own weight; about `wanted` of them, none that shares as much as one taken left out. They stand first in the list. */
  takeMost(totals: Float64Array, wanted: number): { readonly names: Int32Array; readonly count: number } {
    const { weights, met, places, count } = this;
    let most = 0;
    for (let at = 0; at < count; at++) {
      const name = met[at] as number;
      const weight = weights[at] as number;
      const likeness = (weight * weight) / (totals[name] as number);
      weights[at] = likeness;
      if (likeness > most) most = likeness;
      places[name] = 0;
    }
    const floor = count > wanted ? this.floorOf(most, wanted) : 0;
    let taken = 0;
    for (let at = 0; at < count; at++) if ((weights[at] as number) >= floor) met[taken++] = met[at] as number;
    this.count = 0;
    return { names: met, count: taken };
  }

  /** Sorts into bins, finer ones for little: one pass, and exactness is not needed. */
  private floorOf(most: number, wanted: number): number {
    const { bins, weights } = this;
    bins.fill(0);
    for (let at = 0; at < this.count; at++) {
      const bin = Math.floor(Math.sqrt(Math.sqrt((weights[at] as number) / most)) * BINS);
      bins[bin] = (bins[bin] as number) + 1;
    }
    let bin = BINS;
    for (let taken = bins[bin] as number; bin > 0 && taken < wanted; taken += bins[bin] as number) bin--;
    return (bin / BINS) ** 4 * most;
  }
}
