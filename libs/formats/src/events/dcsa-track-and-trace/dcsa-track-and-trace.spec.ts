import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { code, expectVerdictOnAnything, text } from '../../testing/survival.js';
import { dcsaTrackAndTrace } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.dcsa.json`, import.meta.url), 'utf8');

describeFormat(dcsaTrackAndTrace, new URL('./', import.meta.url));

describe('one event', () => {
  it('may be sent without a list', () => {
    const [event] = JSON.parse(sample('loaded-and-expected-2.2')) as object[];
    const { events, findings } = readDocument(Buffer.from(JSON.stringify(event)));
    expect(findings).toEqual([]);
    expect(events?.events).toMatchObject([{ kind: 'loaded', path: '' }]);
  });
});

describe('what the sender wrote survives', () => {
  it('texts and codes with leading zeros, from bytes to the events as JSON', () => {
    const [event] = JSON.parse(sample('loaded-and-expected-2.2')) as Record<string, unknown>[];
    fc.assert(
      fc.property(text, code, code, (remark, seal, booking) => {
        const written = {
          ...event,
          changeRemark: remark,
          seals: [{ sealNumber: seal }],
          documentReferences: [{ documentReferenceType: 'BKG', documentReferenceValue: booking }],
        };
        const { events } = readDocument(Buffer.from(JSON.stringify([written])), [dcsaTrackAndTrace]);
        const [back] = (JSON.parse(JSON.stringify(events)) as NonNullable<typeof events>).events;
        expect(back?.equipment?.seals).toEqual([seal]);
        expect(back?.references).toEqual([{ type: 'booking', value: booking }]);
        expect(back?.remarks ?? []).toEqual(remark.trim() === '' ? [] : [{ text: remark.trim() }]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['loaded-and-expected-2.2', 'retraction-3.0-beta', 'departure-and-release-3.0'])(
    'whatever stands anywhere in %s, there is a verdict',
    (name) => expectVerdictOnAnything(dcsaTrackAndTrace, sample(name)),
  );
});
