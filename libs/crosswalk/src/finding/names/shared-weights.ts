const BINS = 64;

/** How much each name shares with the line being looked up, so far as is known. Zero between two searches. */
export class SharedWeights {
  private weights = new Float64Array(0);
  private met = new Int32Array(0);
  private likeness = new Float64Array(0);
  private count = 0;
  private readonly bins = new Uint32Array(BINS + 1);

  makeRoom(names: number): void {
    if (this.weights.length >= names) return;
    const room = Math.ceil(names * 1.5);
    this.weights = new Float64Array(room);
    this.met = new Int32Array(room);
    this.likeness = new Float64Array(room);
  }

  add(names: readonly number[], weight: number): void {
    const { weights, met } = this;
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as number;
      const known = weights[name] as number;
      if (known === 0) met[this.count++] = name;
      weights[name] = known + weight;
    }
  }

  /** The names that share most for their own weight; about `wanted` of them, none that shares as much as one taken left out. */
  takeMost(totals: readonly number[], wanted: number): number[] {
    const { weights, met, likeness, count } = this;
    let most = 0;
    for (let at = 0; at < count; at++) {
      const name = met[at] as number;
      const weight = weights[name] as number;
      const each = (weight * weight) / (totals[name] as number);
      likeness[at] = each;
      if (each > most) most = each;
      weights[name] = 0;
    }
    const floor = count > wanted ? this.floorOf(most, wanted) : 0;
    const taken: number[] = [];
    for (let at = 0; at < count; at++) if ((likeness[at] as number) >= floor) taken.push(met[at] as number);
    this.count = 0;
    return taken;
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
}
