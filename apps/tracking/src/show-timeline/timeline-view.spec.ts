import type { TimelineRow } from './timeline-reader.js';
import { itemOf } from './timeline-view.js';

const equipment = {
  number: 'CSQU3054383',
  checkDigitValid: true,
  seals: ['CD0099120'],
  reeferSettings: { setPoint: { value: '-18', unit: 'CEL' } },
};
const row = (more: Partial<TimelineRow>) =>
  ({
    kind: 'event.gateIn',
    occursAt: '2026-11-10T12:45:00+08:00',
    recordedAt: new Date('2026-11-10T05:00:00Z'),
    certainty: 'actual',
    source: {},
    details: { equipment },
    belongsBy: 'container',
    ambiguous: false,
    current: true,
    withdrawnBy: null,
    ...more,
  }) as unknown as TimelineRow;

describe('an event of a container', () => {
  it('is shown with its seals and how it is run', () => {
    expect(itemOf(row({})).details).toEqual({ equipment });
  });

  it('that may be in another consignment is shown without either', () => {
    expect(itemOf(row({ ambiguous: true })).details).toEqual({
      equipment: { number: 'CSQU3054383', checkDigitValid: true, seals: [] },
    });
  });
});
