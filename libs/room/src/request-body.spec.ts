import type { Refusal } from '#domain';
import { bodyReader, closed, DAY, INSTANT, text } from './request-body.js';

describe('a request body', () => {
  const readDays = bodyReader(closed({ days: { type: 'array', items: { type: 'string' } } }, ['days']));

  const errorsOf = (body: unknown, read: (body: unknown) => unknown = readDays): unknown => {
    try {
      return read(body);
    } catch (error) {
      return (error as Refusal).details['errors'];
    }
  };

  it('of another form is refused with every place', () => {
    expect(errorsOf({ days: [1, '2', 3] })).toMatchObject([{ path: '/days/0' }, { path: '/days/2' }]);
  });

  it('is told in words what a day, a time and a text are', () => {
    const read = bodyReader(closed({ from: DAY, at: INSTANT, reason: text() }));
    expect(errorsOf({ from: '2026-02-30', at: '2026-11-12T11:00:00', reason: ' ' }, read)).toMatchObject([
      {
        path: '/from',
        messages: {
          en: 'must be a day that exists, for example 2026-11-12',
          zh: '应为实际存在的日期，例如 2026-11-12',
        },
      },
      {
        path: '/at',
        messages: { en: expect.stringContaining('2026-11-12T11:00:00+08:00'), zh: expect.stringContaining('时区') },
      },
      { path: '/reason', messages: { en: expect.stringContaining('blank'), zh: expect.stringContaining('空白') } },
    ]);
  });

  it('with more faults than a person mends at once is refused with the first of them', () => {
    expect(errorsOf({ days: Array.from({ length: 400_000 }, () => 0) })).toHaveLength(200);
  });
});
