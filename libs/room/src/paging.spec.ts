import { Refusal } from '#domain';
import { CURSOR, decodeCursor, encodeCursor, pageOf, readLimit } from './paging.js';

describe('paging', () => {
  it('gives back what a cursor was made of', () => {
    expect(decodeCursor(encodeCursor(['7', '重庆']), [CURSOR.number, CURSOR.text])).toEqual(['7', '重庆']);
    expect(decodeCursor(undefined, [CURSOR.number])).toBeUndefined();
  });

  it.each(['x', encodeCursor(['a']), encodeCursor(['1', '2']), Buffer.from('{}').toString('base64url')])(
    'refuses %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, [CURSOR.number])).toThrow(Refusal);
    },
  );

  it('has a next page exactly when there is a row more than asked for', () => {
    expect(pageOf(['a', 'b', 'c'], 2, (last) => [last])).toEqual({
      items: ['a', 'b'],
      nextCursor: encodeCursor(['b']),
    });
    expect(pageOf(['a', 'b'], 2, (last) => [last]).nextCursor).toBeNull();
  });

  it.each(['0', '201', '1.5', 'ten', '1e2', '0x10', ' 5 ', '-1', ''])('refuses the limit %s', (limit) => {
    expect(() => readLimit(limit)).toThrow(Refusal);
  });
});
