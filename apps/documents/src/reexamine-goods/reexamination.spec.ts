import type { GoodsReexamined } from '#contracts';
import { nextStep } from './reexamination.js';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const ids = (count: number) => Array.from({ length: count }, (_, index) => id(index + 1));
const begun: GoodsReexamined = {
  scheme: 'GNG',
  editionId: id(0),
  edition: '2026-01',
  of: 250,
  examined: 0,
  changed: 0,
  after: id(0),
};
const told = (done: GoodsReexamined, count: number, changed: number) =>
  JSON.parse(nextStep(done, ids(count), changed).data.toString('utf8')) as GoodsReexamined;

describe('the re-examination of records', () => {
  it('goes on behind the last record of a full step', () => {
    expect(told(begun, 200, 3)).toEqual({ ...begun, examined: 200, changed: 3, after: id(200) });
  });

  it('ends with a step that is not full', () => {
    expect(told({ ...begun, examined: 200, changed: 3 }, 50, 1)).toMatchObject({
      of: 250,
      examined: 250,
      changed: 4,
      after: null,
    });
  });

  it.each([0, 40, 60])('is whole when %d records are left of fifty: others settled some, or more came', (left) => {
    const { of, examined, after } = told({ ...begun, examined: 200 }, left, 0);
    expect([of, examined, after]).toEqual([200 + left, 200 + left, null]);
  });
});
