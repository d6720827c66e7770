import type { Refusal } from '#domain';
import { bodyReader, closed } from './request-body.js';

describe('a request body', () => {
  const read = bodyReader(closed({ days: { type: 'array', items: { type: 'string' } } }, ['days']));

  const errorsOf = (body: unknown): unknown => {
    try {
      return read(body);
    } catch (error) {
      return (error as Refusal).details['errors'];
    }
  };

  it('of another form is refused with every place', () => {
    expect(errorsOf({ days: [1, '2', 3] })).toMatchObject([{ path: '/days/0' }, { path: '/days/2' }]);
  });

  it('with more faults than a person mends at once is refused with the first of them', () => {
    expect(errorsOf({ days: Array.from({ length: 400_000 }, () => 0) })).toHaveLength(200);
  });
});
