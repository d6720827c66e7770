/** A long list of numbers close together in memory, to which more can be added. */
export class Column<Numbers extends Int32Array | Float32Array> {
  length = 0;

  constructor(
    public numbers: Numbers,
    private readonly grown: (length: number) => Numbers,
  ) {}

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const before = this.numbers;
      this.numbers = this.grown(Math.max(FIRST_LENGTH, before.length * 2));
      this.numbers.set(before);
    }
    this.numbers[this.length++] = number;
  }
}

const FIRST_LENGTH = 1024;

export const integers = (): Column<Int32Array> => new Column(new Int32Array(0), (length) => new Int32Array(length));

export const fractions = (): Column<Float32Array> =>
  new Column(new Float32Array(0), (length) => new Float32Array(length));
