export type Numbers = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

/** The same numbers with room for more behind them. */
export function longer<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  const grown = new (numbers.constructor as new (length: number) => Kind)(length);
  grown.set(numbers);
  return grown;
}
