import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describeFormat } from '../../testing/format-suite.js';
import { describeEquipmentMessage, describeReefers } from '../../edifact-events/testing/equipment-message-suite.js';
import { readDocument } from '../../read-document.js';
import { coreor } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.coreor.edi`, import.meta.url), 'latin1');

describeFormat(coreor, new URL('./', import.meta.url));

describeEquipmentMessage(coreor, sample('empty-release-95b'));

describeReefers(coreor, sample('empty-release-95b'));

describe('the release', () => {
  const read = (message: string) => readDocument(Buffer.from(message, 'latin1'), [coreor]);
  const release = sample('import-release-00b');

  it('goes by its number as written, with every leading zero, in each of its containers', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0012'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(digits, (number) => {
        const { findings, events } = read(release.replace('RFF+RE:0000417', `RFF+RE:${number}`));
        expect(findings).toEqual([]);
        expect(events?.events.map(({ references }) => references[0])).toEqual([
          { type: 'other', value: number },
          { type: 'other', value: number },
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['until when', "DTM+400:202611241200:203'DTM+7:20261120:102'", '2026-11-24T12:00'],
    ['from when, where nothing else is said', "DTM+7:20261120:102'DTM+171:20261101:102'", '2026-11-20'],
    ['when it is fetched', "DTM+36:20261125:102'DTM+200:20261121:102'", '2026-11-21'],
  ])('of the order says %s', (_, dates, expected) => {
    const { findings, events } = read(release.replace("DTM+36:20261125:102'DTM+7:20261120:102'", dates));
    expect(findings).toEqual([]);
    expect(events?.events[0]?.occursAt).toBe(expected);
  });

  it('of any container of a size is an event without a container, which the booking is found by', () => {
    const { findings, events } = read(release.replace('YDAU2005308', ''));
    expect(findings.map(({ code }) => code)).toEqual(['COREOR.ANY_CONTAINER']);
    expect(events?.events[0]).not.toHaveProperty('equipment');
  });

  it('without a place of its own has none: ports are those of the voyage', () => {
    const { events } = read(release.replace('LOC+165', 'LOC+9'));
    expect(events?.events[0]).not.toHaveProperty('place');
    expect(events?.events[0]).not.toHaveProperty('facility');
  });
});
