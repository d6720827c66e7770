import { held, waybill } from '../testing/documents.js';
import { statusesOf } from './supersede.js';

const statuses = (...documents: ReturnType<typeof held>[]) => {
  const found = statusesOf(documents);
  return documents.map(({ source }) => found.get(source.documentId));
};

describe('versions of one paper', () => {
  it('takes the highest version, whatever order they came in', () => {
    const second = held(waybill({ version: '2' }));
    const tenth = held(waybill({ version: '10' }));
    const third = held(waybill({ version: '3' }));
    expect(statuses(second, tenth, third)).toEqual(['replaced', 'current', 'replaced']);
    expect(statuses(third, second, tenth)).toEqual(['replaced', 'replaced', 'current']);
  });

  it('takes the later one of equal versions', () => {
    expect(statuses(held(waybill()), held(waybill()))).toEqual(['replaced', 'current']);
  });

  it('cancels all when the last word is a cancellation, also one that came first', () => {
    const original = held(waybill({ version: '1' }));
    const cancellation = held(waybill({ version: '2', purpose: 'cancellation' }));
    expect(statuses(original, cancellation)).toEqual(['cancelled', 'cancelled']);
    expect(statuses(cancellation, original)).toEqual(['cancelled', 'cancelled']);
  });

  it('goes on with a version issued after the cancellation', () => {
    expect(statuses(held(waybill({ version: '2', purpose: 'cancellation' })), held(waybill({ version: '3' })))).toEqual(
      ['replaced', 'current'],
    );
  });
});
