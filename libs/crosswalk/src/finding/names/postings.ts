import { longer } from '../longer.js';

/**
 * The names that have each term, in the order they came, and how strongly it stands in each. All lists lie in one column, each in a block that is a power of two long; a full one moves to a
 * block twice as long and leaves its own to others.
 */
export class Postings {
  /** In turn a name and how strongly the term stands in it. */
  numbers = new Int32Array(0);
  private length = 0;
  /** Where the block of each term begins and how many names are in it, in turn. */
  private blocks = new Int32Array(0);
  /** Blocks left, by the logarithm of their length. */
  private readonly left: number[][] = Array.from({ length: 32 }, () => []);

  /** None for what is no term. */
  countOf(term: number): number {
    return term < 0 ? 0 : (this.blocks[2 * term + 1] ?? 0);
  }

  /** Where in `numbers` those of the term begin. */
  startOf(term: number): number {
    return this.blocks[2 * term] as number;
  }

  add(term: number, name: number, strength: number): void {
    if (2 * term >= this.blocks.length) this.makeBlocks(term);
    const count = this.countOf(term);
    const isFull = (count & (count - 1)) === 0;
    if (isFull) this.move(term, count);
    const at = this.startOf(term) + 2 * count;
    this.numbers[at] = name;
    this.numbers[at + 1] = strength;
    this.blocks[2 * term + 1] = count + 1;
  }

  private move(term: number, count: number): void {
    const start = this.startOf(term);
    const next = this.blockOf(count * 2 || 1);
    this.numbers.copyWithin(next, start, start + 2 * count);
    this.blocks[2 * term] = next;
    if (count > 0) this.left[Math.log2(count)]?.push(start);
  }

  private blockOf(length: number): number {
    const left = this.left[Math.log2(length)]?.pop();
    if (left !== undefined) return left;
    const start = this.length;
    this.length += 2 * length;
    if (this.length > this.numbers.length) this.numbers = longer(this.numbers, Math.max(512, this.length * 2));
    return start;
  }

  private makeBlocks(term: number): void {
    this.blocks = longer(this.blocks, 4 * (term + 1));
  }
}
