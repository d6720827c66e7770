import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { iftsta } from './index.js';

const sample = readFileSync(new URL('samples/valid/of-the-consignment-95b.iftsta.edi', import.meta.url), 'latin1');
const read = (message: string) => readDocument(Buffer.from(message, 'latin1'), [iftsta]);

describeFormat(iftsta, new URL('./', import.meta.url));

describe('what is known of a status', () => {
  it.each([
    ['334', 'actual'],
    ['178', 'actual'],
    ['132', 'estimated'],
    ['133', 'estimated'],
    ['232', 'planned'],
  ])('DTM+%s is %s', (qualifier, certainty) => {
    expect(read(sample.replace('DTM+7:', `DTM+${qualifier}:`)).events?.events[0]?.certainty).toBe(certainty);
  });

  it('what has happened goes before what was expected', () => {
    const both = sample.replace('LOC+22', "DTM+132:20261111:102'LOC+22").replace('UNT+7', 'UNT+8');
    expect(read(both).events?.events).toMatchObject([{ occursAt: '2026-11-12T09:30', certainty: 'actual' }]);
  });
});

describe('what the sender wrote survives', () => {
  const number = fc.string({ unit: fc.constantFrom(...'012ABCxyz?+:\'"/& '), minLength: 1, maxLength: 30 });

  it('numbers with leading zeros and any sign, from bytes to the events as JSON', () => {
    fc.assert(
      fc.property(
        number.map((one) => one.trim()).filter((one) => one !== ''),
        (written) => {
          const message = sample.replace('HBLQZH2611057', () => written.replace(/[?+:']/g, '?$&'));
          const { events, findings } = read(message);
          expect(findings).toEqual([]);
          const [event] = (JSON.parse(JSON.stringify(events)) as NonNullable<typeof events>).events;
          expect(event?.references).toEqual([{ type: 'transportDocument', value: written }]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
