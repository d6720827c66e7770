import type { Fitted } from '../likelihood.js';
import type { Line } from '../text/read-line.js';
import type { Meant } from './likeness.js';

type Found = readonly Meant[];

/** What was found for the lines looked up last, as long as nothing that it rests on has changed: by what they say, and by how those were written that said it again. */
export class RecentLines {
  private readonly written = new Recent();
  private readonly said = new Recent();
  private weights: Fitted['weights'] | undefined;
  private vocabulary = 0;

  find(line: Line, search: () => Found): Found {
    const known = this.written.get(line.text);
    if (known !== undefined) return known;
    const said = line.said();
    const found = this.said.get(said);
    return found === undefined ? this.said.keep(said, search()) : this.written.keep(line.text, found);
  }

  restOn(weights: Fitted['weights'], vocabulary: number): void {
    if (weights === this.weights && vocabulary === this.vocabulary) return;
    this.forget();
    this.weights = weights;
    this.vocabulary = vocabulary;
  }

  forget(): void {
    this.written.forget();
    this.said.forget();
  }
}

/** So many are young at most; then they are old, and those that were old go. */
const MOST_YOUNG = 2500;

class Recent {
  private young = new Map<string, Found>();
  private old = new Map<string, Found>();

  get(key: string): Found | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    return old === undefined ? undefined : this.keep(key, old);
  }

  keep(key: string, found: Found): Found {
    if (this.young.size >= MOST_YOUNG) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, found);
    return found;
  }

  forget(): void {
    if (this.young.size > 0) this.young = new Map();
    if (this.old.size > 0) this.old = new Map();
  }
}
