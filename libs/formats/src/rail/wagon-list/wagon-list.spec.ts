import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { catalogue } from '../../catalogue.js';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { code, decimal, expectVerdictOnAnything, text, throughTheRecord } from '../../testing/survival.js';
import { wagonList } from './index.js';

describeFormat(wagonList, new URL('./', import.meta.url));

const sample = readFileSync(new URL('samples/valid/chongqing-qinzhou-wagons.wagon-list.json', import.meta.url), 'utf8');
const read = (values: Readonly<Record<string, string>>) => throughTheRecord(wagonList, sample, values);

const CONSIGNMENT = 'specifiedConsignment/0';
const ITEM = `${CONSIGNMENT}/includedConsignmentItem/0`;

describe('the list is known', () => {
  it('among all formats', () => {
    expect(readDocument(Buffer.from(sample), catalogue).format).toBe('unece-rail-wagon-list-d23b');
  });

  it.each([
    ['a document type', '"exchangedDocument": {', '"exchangedDocument": { "typeCode": { "content": "720" },'],
    ['another mode', '"modeCode": { "content": "2"', '"modeCode": { "content": "1"'],
    ['a movement with a departure', '[{ "modeCode"', '[{ "departureEvent": [], "modeCode"'],
  ])('and not by %s', (_, from, to) => {
    expect(sample).toContain(from);
    expect(readDocument(Buffer.from(sample.replace(from, to)), catalogue).format).not.toBe(
      'unece-rail-wagon-list-d23b',
    );
  });
});

it('what a list says survives to the record: texts in any script, codes with leading zeros, decimals to the last digit', () => {
  fc.assert(
    fc.property(text, code, decimal, (written, number, mass) => {
      const document = read({
        'exchangedDocument/id/content': `L${number}`,
        [`${CONSIGNMENT}/id/0/content`]: number,
        [`${CONSIGNMENT}/consignor/name/0/content`]: written,
        [`${CONSIGNMENT}/consignor/id/0/content`]: number,
        [`${CONSIGNMENT}/carrierAcceptanceLogisticsLocation/name/0/content`]: written,
        [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/1/affixedLogisticsSeal/0/id/0/content`]: number,
        [`${CONSIGNMENT}/grossWeight/0/content`]: mass,
        [`${ITEM}/natureIdCargo/0/id/0/content`]: written,
        [`${ITEM}/grossWeight/0/content`]: mass,
        [`${ITEM}/x-commodityCodes/0/content`]: number,
      });
      expect(document.number).toBe(`L${number}`);
      expect(document.references).toEqual([{ type: 'transportDocument', value: number }]);
      expect(document.parties[0]).toMatchObject({ names: [{ text: written }], codes: [{ code: number }] });
      expect(document.legs[0]?.from.names[0]?.text).toBe(written);
      expect(document.containers[0]?.seals).toEqual([number]);
      expect(document.totals.grossMassKg).toBe(mass);
      expect(document.goods[0]).toMatchObject({
        names: [{ text: written }],
        grossMassKg: mass,
        railCodes: [{ code: number }],
      });
    }),
    { numRuns: 1000 },
  );
});

it('whatever stands in a list, it is accepted or rejected', () => {
  expectVerdictOnAnything(wagonList, sample);
});
