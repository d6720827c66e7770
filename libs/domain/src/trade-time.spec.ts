import { instantOf, isRealTime } from './trade-time.js';

describe('trade time', () => {
  it.each([
    '2026-11-12',
    '2024-02-29',
    '2026-11-04T12:30:00+08:00',
    '2026-11-04T12:30Z',
    '2026-11-04T12:30:00',
    '9999-12-31',
    '9999-12-31T23:59:59',
  ])('%s is real', (time) => {
    expect(isRealTime(time)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '0026-11-04T12:30:00Z',
    '2026-11-04T25:00:00Z',
    '2026-12-31T23:59:60Z',
    '20261104',
    'soon',
    '2026-11-04 12:30',
    '9999-12-31T23:59:59-14:00',
  ])('%s is not', (time) => {
    expect(isRealTime(time)).toBe(false);
  });

  it('orders times by their offset', () => {
    expect(instantOf('2026-11-04T12:30:00+08:00')).toBe(Date.UTC(2026, 10, 4, 4, 30));
    expect(instantOf('2026-02-30')).toBeUndefined();
  });
});
