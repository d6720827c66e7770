import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { code, expectVerdictOnAnything, text } from '../../testing/survival.js';
import { uncefactStatusReport } from './index.js';

const sample = readFileSync(new URL('samples/valid/by-rail-and-sea.status.json', import.meta.url), 'utf8');

describeFormat(uncefactStatusReport, new URL('./', import.meta.url));

describe('an item', () => {
  it('names the containers of its statuses, whose facts are the consignment’s', () => {
    const tree = JSON.parse(sample) as { specifiedConsignment: Record<string, unknown>[] };
    const [consignment] = tree.specifiedConsignment;
    consignment!['includedConsignmentItem'] = [
      {
        associatedReferencedLogisticsTransportEquipment: [{ id: { content: 'YDAU2005308' } }],
        reportedLogisticsStatus: [{ conditionCode: { content: '93' }, referenceDateTime: '2026-11-04T09:00:00Z' }],
      },
    ];
    const { events } = readDocument(Buffer.from(JSON.stringify(tree)), [uncefactStatusReport]);
    expect(events?.events.at(-1)).toMatchObject({
      kind: 'stuffed',
      equipment: { sizeType: '22G1', seals: ['CD0099120'] },
    });
  });
});

describe('what the sender wrote survives', () => {
  it('texts and numbers with leading zeros, from bytes to the events as JSON', () => {
    const tree = JSON.parse(sample) as { specifiedConsignment: Record<string, unknown>[] };
    const [consignment] = tree.specifiedConsignment;
    fc.assert(
      fc.property(text, code, (place, booking) => {
        const written = {
          ...tree,
          specifiedConsignment: [
            {
              ...consignment,
              carrierAssignedId: { content: booking },
              deliveryEvent: {
                actualOccurrenceDateTime: '2026-11-20T09:00:00Z',
                occurrenceLogisticsLocation: { name: [{ content: place }] },
              },
            },
          ],
        };
        const { events } = readDocument(Buffer.from(JSON.stringify(written)), [uncefactStatusReport]);
        const back = (JSON.parse(JSON.stringify(events)) as NonNullable<typeof events>).events;
        const delivered = back.find(({ kind }) => kind === 'delivered');
        expect(delivered?.place?.names).toEqual([{ text: place }]);
        expect(delivered?.references).toContainEqual({ type: 'booking', value: booking });
      }),
      { numRuns: 1000 },
    );
  });

  it('whatever stands anywhere, there is a verdict', () => expectVerdictOnAnything(uncefactStatusReport, sample));
});
