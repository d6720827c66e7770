const GIVE_UP_MS = 30_000;

/** Does the work once for all who ask within that time, and for those who ask while it is done; work that hangs is begun anew after half a minute. */
export function remember<Result>(milliseconds: number, work: () => Promise<Result>): () => Promise<Result> {
  let last: { readonly result: Promise<Result>; readonly until: () => number } | undefined;
  return () => {
    if (last !== undefined && Date.now() < last.until()) return last.result;
    let until = Date.now() + GIVE_UP_MS;
    const result = work().finally(() => (until = Date.now() + milliseconds));
    last = { result, until: () => until };
    return result;
  };
}
