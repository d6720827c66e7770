import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { code, decimal, expectVerdictOnAnything, text, throughTheRecord } from '../../testing/survival.js';
import { smgsConsignmentNote } from './index.js';

const sample = readFileSync(new URL('samples/valid/chongqing-qinzhou-engines.smgs.json', import.meta.url), 'utf8');
const read = (values: Readonly<Record<string, string>>) => throughTheRecord(smgsConsignmentNote, sample, values);

const CONSIGNMENT = 'specifiedConsignment/0';
const ITEM = `${CONSIGNMENT}/includedConsignmentItem/0`;

describe('what a note says survives to the record', () => {
  it('texts in any script', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { goods, parties, legs } = read({
          [`${ITEM}/natureIdCargo/0/id/0/content`]: written,
          [`${CONSIGNMENT}/consignor/name/0/content`]: written,
          [`${CONSIGNMENT}/consignor/postalTradeAddress/streetName/0/content`]: written,
          [`${CONSIGNMENT}/mainCarriageLogisticsTransportMovement/0/departureEvent/0/occurrenceLogisticsLocation/name/0/content`]:
            written,
        });
        expect(goods[0]?.names[0]?.text).toBe(written);
        expect(parties[0]?.names[0]?.text).toBe(written);
        expect(parties[0]?.address?.lines).toEqual([written]);
        expect(legs[0]?.from.names[0]?.text).toBe(written);
      }),
    );
  });

  it('codes and numbers, leading zeros and all', () => {
    fc.assert(
      fc.property(code, (written) => {
        const document = read({
          'exchangedDocument/id/content': written,
          'exchangedDocument/referenceReferencedDocument/0/id/0/content': written,
          [`${CONSIGNMENT}/consignor/id/0/content`]: written,
          [`${CONSIGNMENT}/consignor/postalTradeAddress/postcodeCode/0/content`]: written,
          [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/0/affixedLogisticsSeal/0/id/0/content`]: written,
          [`${ITEM}/x-commodityCodes/0/content`]: written,
        });
        expect(document.number).toBe(written);
        expect(document.references[0]?.value).toBe(written);
        expect(document.parties[0]?.codes[0]?.code).toBe(written);
        expect(document.parties[0]?.address?.postcode).toBe(written);
        expect(document.containers[0]?.seals).toEqual([written]);
        expect(document.goods[0]?.railCodes[0]?.code).toBe(written);
      }),
    );
  });

  it('decimals, to the last digit', () => {
    fc.assert(
      fc.property(decimal, (written) => {
        const { goods, containers, totals } = read({
          [`${ITEM}/grossWeight/0/content`]: written,
          [`${ITEM}/transportLogisticsPackage/0/itemQuantity/content`]: written,
          [`${CONSIGNMENT}/grossWeight/0/content`]: written,
          [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/0/tareWeight/content`]: written,
        });
        expect(goods[0]).toMatchObject({ grossMassKg: written, packages: written });
        expect(goods[0]?.stowage[0]).toMatchObject({ grossMassKg: written, packages: written });
        expect(containers[0]?.tareKg).toBe(written);
        expect(totals.grossMassKg).toBe(written);
      }),
    );
  });
});

it('whatever stands in a note, it is accepted or rejected', () => {
  expectVerdictOnAnything(smgsConsignmentNote, sample);
});
