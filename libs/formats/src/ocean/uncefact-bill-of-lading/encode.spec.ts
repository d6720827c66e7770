import { readFileSync } from 'node:fs';
import type { OneDocument, ReeferSettings, TransportDocument } from '#domain';
import fc from 'fast-check';
import { catalogue } from '../../catalogue.js';
import { readDocument } from '../../read-document.js';
import { anyDocument } from '../../testing/any-transport-document.js';
import { officialSchema } from '../../testing/derived-schema-suite.js';
import { recordOf } from '../../testing/record-of.js';
import { told, writeAndRead } from '../../testing/write-and-read.js';
import { encode } from './encode.js';

const official = officialSchema('D23B-UNECE-MaritimeBillofLading.json');

const writtenAndRead = (record: OneDocument) => writeAndRead(record, encode, official);

const sample = (): TransportDocument => {
  const bytes = readFileSync(new URL('samples/valid/qinzhou-singapore-engines-and-paint.bl.json', import.meta.url));
  return readDocument(bytes, catalogue).document!;
};

describe('the bill of a record', () => {
  it('is what the bill said that the record was made of, and says what it has no place for', () => {
    const document = sample();
    const { format, valid, document: again, lost } = writtenAndRead(recordOf(document));
    expect({ format, valid }).toEqual({ format: 'unece-bl-d23b', valid: true });
    expect(lost).toEqual(['/parties/6']);
    const { goods, parties, containers, ...rest } = told(document) as TransportDocument;
    const {
      goods: goodsAgain,
      parties: partiesAgain,
      containers: containersAgain,
      ...restAgain
    } = told(again!) as TransportDocument;
    expect(restAgain).toEqual(rest);
    expect(containersAgain).toEqual(containers);
    expect(partiesAgain).toEqual(parties.slice(0, 6));
    expect(goodsAgain).toEqual([{ ...goods[0], hsCodes: ['84073200'] }, goods[1]]);
  });

  it('is the house bill where there is one, with the number of its master bill', () => {
    const master = sample();
    const house = { ...master, number: 'JQ-1', billLevel: 'house', masterBill: master.number } as const;
    const { valid, document, lost } = writtenAndRead(recordOf(master, house));
    expect([valid, document]).toMatchObject([true, { number: 'JQ-1', billLevel: 'house', masterBill: master.number }]);
    expect(lost.filter((path) => path.includes('Bill') || path.includes('bill'))).toEqual([]);
  });

  it('does not make an estimate of what happened without saying so', () => {
    const document = sample();
    const legs = document.legs.map((leg) => ({ ...leg, departure: 'actual' as const, departsAt: '2026-11-12' }));
    expect(writtenAndRead(recordOf({ ...document, legs, parties: [] })).lost).toEqual([
      '/legs/0/departsAt',
      '/legs/0/departure',
    ]);
  });

  it('has no place for air exchange and for reefers that are not to be run', () => {
    const document = sample();
    const lost = (reeferSettings: ReeferSettings) =>
      writtenAndRead(
        recordOf({ ...document, containers: document.containers.map((one) => ({ ...one, reeferSettings })) }),
      ).lost.filter((path) => path.startsWith('/equipment'));
    expect(lost({ nonOperating: true })[0]).toBe('/equipment/0/reeferSettings');
    expect(lost({ airExchangeM3PerHour: '25' })[0]).toBe('/equipment/0/reeferSettings');
    expect(lost({ humidityPercent: '60' })).toEqual([]);
  });

  it('is not written of a sea waybill or of a record without a port', () => {
    const document = sample();
    const codes = (changed: TransportDocument) => encode(recordOf(changed)).findings.map(({ code }) => code);
    expect(codes({ ...document, kind: 'seaWaybill' })).toEqual(['RECORD.NO_DOCUMENT']);
    expect(codes({ ...document, legs: [] })).toContain('UNECE_BL.NO_PORT');
  });
});

it('whatever the form can carry comes back as it was, and is valid by the official schema', () => {
  const carriable = anyDocument({
    kind: 'billOfLading',
    roles: ['consignor', 'consignee', 'notify', 'seaCarrier', 'consignorAgent'],
    hasVersion: false,
    hasVolume: true,
    hasStations: false,
    hasWagons: false,
    hasReefers: true,
    references: ['booking', 'transportDocument', 'contract', 'other'],
  });
  fc.assert(
    fc.property(carriable, (document) => {
      const { format, valid, document: again, lost } = writtenAndRead(recordOf(document));
      expect({ format, valid, lost }).toEqual({ format: 'unece-bl-d23b', valid: true, lost: [] });
      expect(told(again!)).toEqual(told(document));
    }),
    { numRuns: 1000 },
  );
}, 600_000);
