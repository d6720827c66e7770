const BINS = 64;

/** How much each name shares with the line being looked up, so far as is known. Zero between two searches. */
export class SharedWeights {
  private weights = new Float64Array(0);
  private readonly met: number[] = [];
  private readonly bins = new Uint32Array(BINS + 1);

  makeRoom(names: number): void {
    if (this.weights.length < names) this.weights = new Float64Array(Math.ceil(names * 1.5));
  }

  add(names: readonly number[], weight: number): void {
    const { weights, met } = this;
    for (const name of names) {
      const known = weights[name] as number;
      if (known === 0) met.push(name);
      weights[name] = known + weight;
    }
  }

  /** The names that share most for their own weight; about `count` of them, none that shares as much as one taken left out. */
  takeMost(totals: readonly number[], count: number): number[] {
    const { weights, met } = this;
    const likeness = met.map((name) => (weights[name] as number) ** 2 / (totals[name] as number));
    const floor = met.length > count ? this.floorOf(likeness, count) : 0;
    const taken = met.filter((_, at) => (likeness[at] as number) >= floor);
    for (const name of met) weights[name] = 0;
    met.length = 0;
    return taken;
  }

  /** Sorts into bins, finer ones for little: one pass, and exactness is not needed. */
  private floorOf(likeness: readonly number[], count: number): number {
    const { bins } = this;
    bins.fill(0);
    let most = 0;
    for (const each of likeness) most = Math.max(most, each);
    for (const each of likeness) {
      const bin = Math.floor(Math.sqrt(Math.sqrt(each / most)) * BINS);
      bins[bin] = (bins[bin] as number) + 1;
    }
    let bin = BINS;
    for (let taken = bins[bin] as number; bin > 0 && taken < count; taken += bins[bin] as number) bin--;
    return (bin / BINS) ** 4 * most;
  }
}
