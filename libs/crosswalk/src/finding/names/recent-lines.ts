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
    const said = line.said;
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

/** So many are kept; then it begins anew. */
const MOST = 5000;

class Recent {
  private readonly found = new Map<string, Found>();

  get(key: string): Found | undefined {
    return this.found.get(key);
  }

  keep(key: string, found: Found): Found {
    if (this.found.size >= MOST) this.forget();
    this.found.set(key, found);
    return found;
  }

  forget(): void {
    if (this.found.size > 0) this.found.clear();
  }
}
