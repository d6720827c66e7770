/** The result, or an error when it takes longer. */
export function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds / 1_000} s.`)), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
