import type { Fitted } from '../likelihood.js';
import type { Meant } from './likeness.js';

/** So many lines are young at most; then they are old, and those that were old go. */
const MOST_YOUNG = 2500;

type Lines = Map<string, readonly Meant[]>;

/** What was found for the lines looked up last, as long as nothing that it rests on has changed. */
export class RecentLines {
  private young: Lines = new Map();
  private old: Lines = new Map();
  private weights: Fitted['weights'] | undefined;
  private vocabulary = 0;

  find(line: string, weights: Fitted['weights'], vocabulary: number): readonly Meant[] | undefined {
    if (weights !== this.weights || vocabulary !== this.vocabulary) {
      this.forget();
      this.weights = weights;
      this.vocabulary = vocabulary;
    }
    const found = this.young.get(line) ?? this.old.get(line);
    return found === undefined ? undefined : this.keep(line, found);
  }

  keep(line: string, meant: readonly Meant[]): readonly Meant[] {
    if (this.young.size >= MOST_YOUNG) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(line, meant);
    return meant;
  }

  forget(): void {
    if (this.young.size === 0 && this.old.size === 0) return;
    this.young = new Map();
    this.old = new Map();
  }
}
