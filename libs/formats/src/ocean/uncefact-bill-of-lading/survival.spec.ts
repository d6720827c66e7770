import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { code, decimal, expectVerdictOnAnything, text, throughTheRecord } from '../../testing/survival.js';
import { uncefactBillOfLading } from './index.js';

const place = new URL('samples/valid/qinzhou-singapore-engines-and-paint.bl.json', import.meta.url);
const sample = readFileSync(place, 'utf8');
const read = (values: Readonly<Record<string, string>>) => throughTheRecord(uncefactBillOfLading, sample, values);

const CONSIGNMENT = 'specifiedConsignment/0';
const ITEM = `${CONSIGNMENT}/includedConsignmentItem/0`;
const MOVEMENT = `${CONSIGNMENT}/mainCarriageLogisticsTransportMovement/0`;

describe('what a bill says survives to the record', () => {
  it('texts in any script', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { goods, parties, legs } = read({
          [`${ITEM}/natureIdCargo/0/id/0/content`]: written,
          [`${CONSIGNMENT}/consignor/name/0/content`]: written,
          [`${CONSIGNMENT}/consignor/postalTradeAddress/streetName/0/content`]: written,
          [`${MOVEMENT}/unloadingEvent/occurrenceLogisticsLocation/name/0/content`]: written,
          [`${MOVEMENT}/usedLogisticsTransportMeans/name/content`]: written,
        });
        expect(goods[0]?.names[0]?.text).toBe(written);
        expect(parties[0]?.names[0]?.text).toBe(written);
        expect(parties[0]?.address?.lines).toEqual([written]);
        expect(legs[0]).toMatchObject({ vessel: written, to: { names: [{ text: written }] } });
      }),
    );
  });

  it('codes and numbers, leading zeros and all', () => {
    fc.assert(
      fc.property(code, (written) => {
        const document = read({
          'exchangedDocument/id/content': written,
          [`${CONSIGNMENT}/carrierAssignedId/content`]: written,
          [`${CONSIGNMENT}/consignor/id/0/content`]: written,
          [`${CONSIGNMENT}/consignor/specifiedTaxRegistration/0/id/content`]: written,
          [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/0/affixedLogisticsSeal/0/id/0/content`]: written,
          [`${ITEM}/x-commodityCodes/0/content`]: written,
          [`${MOVEMENT}/id/content`]: written,
        });
        expect(document.number).toBe(written);
        expect(document.references[0]).toEqual({ type: 'booking', value: written });
        expect(document.parties[0]?.codes.map((each) => each.code)).toEqual([written, 'AEOCN5001960066', written]);
        expect(document.containers[0]?.seals[0]).toBe(written);
        expect(document.goods[0]?.hsCodes[0]).toBe(written);
        expect(document.legs[0]?.voyage).toBe(written);
      }),
    );
  });

  it('decimals, to the last digit', () => {
    fc.assert(
      fc.property(decimal, (written) => {
        const { goods, containers, totals } = read({
          [`${ITEM}/grossWeight/0/content`]: written,
          [`${ITEM}/grossVolume/0/content`]: written,
          [`${ITEM}/transportLogisticsPackage/0/itemQuantity/content`]: written,
          [`${CONSIGNMENT}/packageQuantity/content`]: written,
          [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/0/tareWeight/content`]: written,
        });
        expect(goods[0]).toMatchObject({ grossMassKg: written, volumeM3: written, packages: written });
        expect(containers[0]?.tareKg).toBe(written);
        expect(totals.packages).toBe(written);
      }),
    );
  });
});

it('whatever stands in a bill, it is accepted or rejected', () => {
  expectVerdictOnAnything(uncefactBillOfLading, sample);
});
