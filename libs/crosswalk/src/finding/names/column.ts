import { longer, type Numbers } from '../longer.js';

/** A long list of numbers close together in memory, to which more can be added. */
export class Column<Kind extends Numbers> {
  length = 0;
  numbers: Kind;

  constructor(Numbers: new (length: number) => Kind) {
    this.numbers = new Numbers(0);
  }

  push(number: number): void {
    this.makeRoom(1);
    this.numbers[this.length++] = number;
  }

  makeRoom(more: number): void {
    const needed = this.length + more;
    const { length } = this.numbers;
    if (needed > length) this.numbers = longer(this.numbers, Math.max(FIRST_LENGTH, needed, length * 2));
  }
}

const FIRST_LENGTH = 256;
