/** Milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

export function percentiles(times: number[]): Percentiles {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}
