import { readFileSync } from 'node:fs';
import type { OneDocument, TransportDocument } from '#domain';
import fc from 'fast-check';
import { catalogue } from '../../catalogue.js';
import { readDocument } from '../../read-document.js';
import { anyDocument } from '../../testing/any-transport-document.js';
import { officialSchema } from '../../testing/derived-schema-suite.js';
import { recordOf } from '../../testing/record-of.js';
import { told, writeAndRead } from '../../testing/write-and-read.js';
import { encode } from './encode.js';

const official = officialSchema('D23B-UNECE-SMGSConsignmentNote.json');

const writtenAndRead = (record: OneDocument) => writeAndRead(record, encode, official);

const sample = (): TransportDocument => {
  const bytes = readFileSync(new URL('samples/valid/chongqing-qinzhou-engines.smgs.json', import.meta.url));
  return readDocument(bytes, catalogue).document!;
};

describe('the SMGS note of a record', () => {
  it('is what the note said that the record was made of', () => {
    const document = sample();
    const { format, valid, document: again, lost } = writtenAndRead(recordOf(document));
    expect({ format, valid, lost }).toEqual({ format: 'unece-smgs-d23b', valid: true, lost: [] });
    const { goods, ...rest } = told(document) as TransportDocument;
    const { goods: goodsAgain, ...restAgain } = told(again!) as TransportDocument;
    expect(restAgain).toEqual(rest);
    expect(goodsAgain).toEqual(goods.map(({ packageText: _text, ...line }) => line));
  });

  it('says what it has no place for', () => {
    const document = sample();
    const [consignor, ...parties] = document.parties;
    const [engines, ...goods] = document.goods;
    const [container, ...containers] = document.containers;
    const {
      lost,
      valid,
      document: again,
    } = writtenAndRead(
      recordOf({
        ...document,
        issuedAt: '2026-11-04',
        parties: [
          {
            ...consignor!,
            codes: [
              { scheme: 'USCC', code: '91500000MA5U0A0B0C' },
              { scheme: 'PARTY', code: '7' },
            ],
          },
          ...parties,
          { role: 'notify', names: [{ text: 'N' }], codes: [] },
        ],
        goods: [{ ...engines!, packageType: 'no such package', netMassKg: '9000' }, ...goods],
        containers: [{ ...container!, reeferSettings: { nonOperating: true } }, ...containers],
        legs: document.legs.map((leg) => ({ ...leg, arrival: 'planned' as const })),
      }),
    );
    expect(valid).toBe(true);
    expect(lost).toEqual([
      '/transportDocuments/0/issuedAt',
      '/goodsItems/0/packageType',
      '/goodsItems/0/netMassKg',
      '/equipment/0/reeferSettings',
      '/legs/0/arrivesAt',
      '/legs/0/arrival',
      '/parties/0/codes',
      '/parties/4',
    ]);
    expect(again?.parties[0]?.codes).toEqual([{ scheme: 'PARTY', code: '7' }]);
  });

  it('is not written of a record without a rail document, of several, or without a station', () => {
    const document = sample();
    const codes = (...documents: TransportDocument[]) =>
      encode(recordOf(...documents)).findings.map(({ code }) => code);
    expect(codes({ ...document, kind: 'billOfLading', mode: 'sea' })).toEqual(['RECORD.NO_DOCUMENT']);
    expect(codes(document, { ...document, number: 'CQ2' })).toEqual(['RECORD.SEVERAL_DOCUMENTS']);
    expect(codes({ ...document, legs: [] })).toContain('SMGS.NO_STATION');
  });
});

it('whatever the form can carry comes back as it was, and is valid by the official schema', () => {
  const carriable = anyDocument({
    kind: 'railWaybill',
    roles: ['consignor', 'consignee', 'railCarrier', 'forwarder'],
    hasVersion: true,
    hasVolume: false,
    hasStations: true,
    hasWagons: true,
    references: ['booking', 'transportDocument', 'throughDocument', 'order', 'contract', 'other'],
  });
  fc.assert(
    fc.property(carriable, (document) => {
      const { format, valid, document: again, lost } = writtenAndRead(recordOf(document));
      expect({ format, valid, lost }).toEqual({ format: 'unece-smgs-d23b', valid: true, lost: [] });
      expect(told(again!)).toEqual(told(document));
    }),
    { numRuns: 1000 },
  );
}, 600_000);
