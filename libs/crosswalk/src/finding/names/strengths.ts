import { Column } from './column.js';

/** How strongly terms stand in names: with which weight, and how far as the head. There are few ways, so that a number tells which. */
export class Strengths {
  readonly weights = new Column(Float64Array);
  readonly heads = new Column(Float64Array);
  strongest = 0;
  private readonly byWeight = new Map<number, Map<number, number>>();

  numberOf(weight: number, head: number): number {
    const byHead = this.byWeight.get(weight) ?? new Map<number, number>();
    this.byWeight.set(weight, byHead);
    const known = byHead.get(head);
    if (known !== undefined) return known;
    const number = this.weights.length;
    this.weights.push(Math.fround(weight));
    this.heads.push(Math.fround(head));
    this.strongest = Math.max(this.strongest, Math.fround(weight));
    byHead.set(head, number);
    return number;
  }
}
