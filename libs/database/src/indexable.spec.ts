import { indexable } from './indexable.js';

describe('a text as an index takes it', () => {
  it('is itself', () => expect(indexable(`NAME:${'摩'.repeat(495)}`)).toBe(`NAME:${'摩'.repeat(495)}`));

  it('is a digest of its own where it is too long', () => {
    expect(indexable('摩'.repeat(501))).toMatch(/^[0-9a-f]{64}$/);
    expect(indexable('摩'.repeat(501))).not.toBe(indexable('摩'.repeat(502)));
  });
});
