import type { Terms } from '../text/terms.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { Column } from './column.js';
import type { Likeness } from './likeness.js';
import type { Strengths } from './strengths.js';

/** The terms of all names one after the other. */
export class NameTerms {
  /** How much all terms of each name tell. */
  readonly totals = new Column(Float64Array);
  /** In turn a term and how strongly it stands in the name; and where each name's begin. */
  private readonly terms = new Column(Int32Array);
  private readonly starts = new Column(Int32Array);
  private readonly held: Held = { ofLine: 0, ofName: 0, head: 0 };

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly strengths: Strengths,
  ) {
    this.starts.push(0);
  }

  /** Adds a term to the name that comes next. */
  push(term: number, strength: number): void {
    this.terms.push(term);
    this.terms.push(strength);
  }

  /** The name has no more terms. */
  end(): void {
    this.starts.push(this.terms.length);
    this.totals.push(this.totalOf(this.totals.length));
  }

  /** Counts the terms for the vocabulary; they weigh what it says from then on. */
  weigh(): void {
    const { vocabulary, totals } = this;
    const occurrences = new Uint32Array(vocabulary.size);
    const asHead = new Uint32Array(vocabulary.size);
    const heads = this.strengths.heads.numbers;
    const { length, numbers: terms } = this.terms;
    for (let at = 0; at < length; at += 2) {
      const term = terms[at] as number;
      occurrences[term] = (occurrences[term] as number) + 1;
      if ((heads[terms[at + 1] as number] as number) > 0) asHead[term] = (asHead[term] as number) + 1;
    }
    vocabulary.weigh(totals.length, occurrences, asHead);
    for (let name = 0; name < totals.length; name++) totals.numbers[name] = this.totalOf(name);
  }

  /** Holds a name against the line. */
  hold(name: number, { places, parts, total, heads }: Terms): Held {
    const terms = this.terms.numbers;
    const weights = this.strengths.weights.numbers;
    const nameHeads = this.strengths.heads.numbers;
    const tells = this.vocabulary.weights;
    const end = this.starts.numbers[name + 1] as number;
    let ofLine = 0;
    let ofName = 0;
    let head = 0;
    for (let at = this.starts.numbers[name] as number; at < end; at += 2) {
      const term = terms[at] as number;
      const place = places[term] as number;
      if (place === 0) continue;
      ofLine += (parts[place - 1] as number) / total;
      const strength = terms[at + 1] as number;
      ofName += (weights[strength] as number) * (tells[term] as number);
      const both = (heads[place - 1] as number) * (nameHeads[strength] as number);
      if (both > head) head = both;
    }
    const { held } = this;
    held.ofLine = ofLine;
    held.ofName = ofName / (this.totals.numbers[name] as number);
    held.head = head;
    return held;
  }

  private totalOf(name: number): number {
    const terms = this.terms.numbers;
    const weights = this.strengths.weights.numbers;
    const tells = this.vocabulary.weights;
    const end = this.starts.numbers[name + 1] as number;
    let total = 0;
    for (let at = this.starts.numbers[name] as number; at < end; at += 2)
      total += (weights[terms[at + 1] as number] as number) * (tells[terms[at] as number] as number);
    return total;
  }
}

/** One for all names, since most of them come to nothing. */
type Held = { -readonly [Part in 'ofLine' | 'ofName' | 'head']: Likeness[Part] };
