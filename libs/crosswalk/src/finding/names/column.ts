type Numbers = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

/** A long list of numbers close together in memory, to which more can be added. */
export class Column<Kind extends Numbers> {
  length = 0;
  numbers: Kind;

  constructor(private readonly Kind: new (length: number) => Kind) {
    this.numbers = new Kind(0);
  }

  push(number: number): void {
    this.makeRoom(1);
    this.numbers[this.length++] = number;
  }

  makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.numbers.length) return;
    const before = this.numbers;
    this.numbers = new this.Kind(Math.max(FIRST_LENGTH, needed, before.length * 2));
    this.numbers.set(before);
  }
}

const FIRST_LENGTH = 256;
