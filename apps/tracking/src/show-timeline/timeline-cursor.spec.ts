import { encodeCursor } from '#room';
import { StepRow } from '../storage/step.entity.js';
import { cursorValues, readAfter } from './timeline-cursor.js';

const place = { sortsAt: new Date('2026-11-12T03:00:00.123Z'), position: 20_002, stepId: 'record/a/version/2' };

describe('the cursor of a timeline', () => {
  it('comes back as the place it was made of', () => {
    expect(readAfter(encodeCursor(cursorValues(Object.assign(new StepRow(), place))))).toEqual(place);
  });

  it('is absent on the first page', () => {
    expect(readAfter(undefined)).toBeUndefined();
  });

  it.each([
    [['today', '1', 'x']],
    [['2026-13-12T03:00:00.123Z', '1', 'x']],
    [['2026-11-12T03:00:00.123Z', 'one', 'x']],
    [['2026-11-12T03:00:00.123Z', '9999999999', 'x']],
    [['2026-11-12T03:00:00.123Z', '1', '\u0000']],
    [['2026-11-12T03:00:00.123Z', '1', '\ud800']],
    [['x']],
  ])('refuses %j', (values) => {
    expect(() => readAfter(encodeCursor(values))).toThrow(
      expect.objectContaining({ code: 'PAGING.CURSOR', kind: 'invalid' }),
    );
  });
});
