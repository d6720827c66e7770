import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isRetryable } from './retryable.js';

const coded = (code: string, cause?: unknown): Error => Object.assign(new Error('x', { cause }), { code });

describe('a fault worth another try as it is', () => {
  it.each(['08006', '40001', '40P01', '53300', '57P01', '55P03', '25006', 'ECONNREFUSED', 'ECONNRESET'])(
    'is %s',
    (code) => {
      expect(isRetryable(coded(code))).toBe(true);
    },
  );
  it.each(['23505', '42P01', '22P02', '57014', '42501', 'ENOENT'])('is not %s', (code) => {
    expect(isRetryable(coded(code))).toBe(false);
  });
  it('is a connection that was lost in the middle of a transaction', () => {
    expect(isRetryable(new QueryRunnerAlreadyReleasedError())).toBe(true);
    expect(isRetryable(new QueryRunnerProviderAlreadyReleasedError())).toBe(true);
  });
  it('is found in the cause, as fetch tells it', () => {
    expect(isRetryable(new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }))).toBe(true);
  });
  it('is a pool that has no connection free, a server that does not answer, and not any error', () => {
    expect(isRetryable(new Error('timeout expired'))).toBe(true);
    expect(isRetryable(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isRetryable(new Error('Query read timeout'))).toBe(true);
    expect(isRetryable(new Error('no such goods'))).toBe(false);
    expect(isRetryable('text')).toBe(false);
  });
});
