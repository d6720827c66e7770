import { readFileSync } from 'node:fs';
import { catalogue } from '../catalogue.js';
import type { Format } from '../format.js';
import { readDocument } from '../read-document.js';
import { recordOf } from '../testing/record-of.js';

const read = (sample: string) => {
  const bytes = readFileSync(new URL(`../${sample}`, import.meta.url));
  return readDocument(bytes, catalogue).document!;
};

/** Engines that go by rail with motorcycle parts and by sea with paint, in the same container. */
const record = recordOf(
  read('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json'),
  read('ocean/uncefact-bill-of-lading/samples/valid/qinzhou-singapore-engines-and-paint.bl.json'),
);

const written = (format: string) => {
  const { bytes } = (catalogue.find(({ id }) => id === format) as Format).encode!(record);
  return readDocument(bytes!, catalogue).document!;
};

describe('a record of rail and sea is written side by side', () => {
  it('its rail part as a note: what the waybill stands for, as rail says it', () => {
    const { number, legs, goods, containers, wagons, parties } = written('unece-smgs-d23b');
    expect(number).toBe('CQ26110417');
    expect(legs.map(({ mode, train }) => [mode, train])).toEqual([['rail', 'X9560']]);
    expect(goods.map(({ names }) => names[0]?.text)).toEqual(['摩托车发动机(150cc)', '摩托车零件']);
    expect(containers[0]?.seals).toEqual(['CQ771201']);
    expect(wagons).toHaveLength(1);
    expect(parties.map(({ role }) => role)).toEqual(['consignor', 'consignee', 'railCarrier', 'forwarder']);
  });

  it('its sea part as a bill', () => {
    const { number, legs, goods, containers, parties } = written('unece-bl-d23b');
    expect(number).toBe('NYLQZH26110077');
    expect(legs.map(({ mode, vessel }) => [mode, vessel])).toEqual([['sea', 'LANTERN OF QINZHOU']]);
    expect(goods.map(({ names }) => names[0]?.text)).toEqual(['MOTORCYCLE ENGINES, 150 CC', 'PAINT']);
    expect(containers[0]?.seals).toEqual(['NL0001188', 'CQ771201']);
    expect(parties.map(({ role }) => role)).toContain('seaCarrier');
  });
});
