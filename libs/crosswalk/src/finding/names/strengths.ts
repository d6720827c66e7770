/** How strongly terms stand in names: with which weight, and how far as the head. There are few ways, so that a number tells which. */
export class Strengths {
  readonly weights: number[] = [];
  readonly heads: number[] = [];
  private readonly byWeight = new Map<number, Map<number, number>>();

  numberOf(weight: number, head: number): number {
    const byHead = this.byWeight.get(weight) ?? new Map<number, number>();
    this.byWeight.set(weight, byHead);
    const known = byHead.get(head);
    if (known !== undefined) return known;
    const number = this.weights.push(Math.fround(weight)) - 1;
    this.heads.push(Math.fround(head));
    byHead.set(head, number);
    return number;
  }
}
