import type { Fitted } from '../likelihood.js';
import type { Meant } from './likeness.js';

const MOST = 5000;

/** What was found for the lines looked up last, as long as nothing that it rests on has changed. */
export class RecentLines {
  private readonly found = new Map<string, readonly Meant[]>();
  private weights: Fitted['weights'] | undefined;
  private vocabulary = 0;

  find(line: string, weights: Fitted['weights'], vocabulary: number): readonly Meant[] | undefined {
    if (weights !== this.weights || vocabulary !== this.vocabulary) {
      this.forget();
      this.weights = weights;
      this.vocabulary = vocabulary;
    }
    return this.found.get(line);
  }

  /** The oldest go first. */
  keep(line: string, meant: readonly Meant[]): readonly Meant[] {
    if (this.found.size >= MOST) this.found.delete(this.found.keys().next().value as string);
    this.found.set(line, meant);
    return meant;
  }

  forget(): void {
    this.found.clear();
  }
}
