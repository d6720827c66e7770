import { readFileSync } from 'node:fs';
import { catalogue } from '../catalogue.js';
import type { Format } from '../format.js';
import { encodeBill } from '../ocean/iftmcs/encode.js';
import { readDocument } from '../read-document.js';
import { recordOf } from '../testing/record-of.js';
import type { DangerousGoods, OneDocument, TransportDocument } from '#domain';

const read = (sample: string) => {
  const bytes = readFileSync(new URL(`../${sample}`, import.meta.url));
  return readDocument(bytes, catalogue).document!;
};

/** Engines that go by rail with motorcycle parts and by sea with paint, in the same container. */
const record = recordOf(
  read('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json'),
  read('ocean/uncefact-bill-of-lading/samples/valid/qinzhou-singapore-engines-and-paint.bl.json'),
);

const encoded = (format: string, of: OneDocument) =>
  format === 'edifact-iftmcs-bill' ? encodeBill(of) : (catalogue.find(({ id }) => id === format) as Format).encode!(of);

const written = (format: string, of = record) => readDocument(encoded(format, of).bytes!, catalogue).document!;

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

describe('a part states the dangerous goods that its own side declares', () => {
  const SEA_FORMS = ['unece-bl-d23b', 'dcsa-ebl-3.0', 'edifact-iftmcs-bill', 'edifact-cuscar'];
  const RAIL_FORM = 'unece-smgs-d23b';

  /** One line in one container, on each side with the substances it declares there. */
  const declaring = (rail: readonly DangerousGoods[], sea: readonly DangerousGoods[]) => {
    const of = ({ goods: [line], ...rest }: TransportDocument, dangerousGoods: readonly DangerousGoods[]) => ({
      ...rest,
      goods: [{ ...line!, dangerousGoods }],
    });
    return recordOf(
      of(read('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json'), rail),
      of(read('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json'), sea),
    );
  };
  const batteries: DangerousGoods = { unNumber: '3480', hazardClass: '9', regulation: 'RID' };
  const packed: DangerousGoods = { unNumber: '3481', hazardClass: '9', properShippingName: 'X', regulation: 'IMDG' };

  const declaredIn = (format: string, of: OneDocument) =>
    written(format, of).goods.flatMap(({ dangerousGoods }) =>
      dangerousGoods.map(({ unNumber, regulation }) => `${regulation} ${unNumber}`),
    );
  const differences = (format: string, of: OneDocument) =>
    encoded(format, of)
      .findings.filter(({ code }) => code === 'RECORD.SIDES_DIFFER')
      .map(({ path, message }) => [path, message.en, message.zh]);
  const told = (index: number, unNumber: string) => [
    `/goodsItems/0/dangerousGoods/${index}`,
    expect.stringContaining(`UN ${unNumber}`),
    expect.stringContaining(`UN ${unNumber}`),
  ];

  it.each(SEA_FORMS)('%s: not what rail alone declares, and says so', (format) => {
    const silent = declaring([batteries], []);
    expect([declaredIn(format, silent), differences(format, silent)]).toEqual([[], [told(0, '3480')]]);
    const other = declaring([batteries], [packed]);
    expect([declaredIn(format, other), differences(format, other)]).toEqual([['IMDG 3481'], [told(0, '3480')]]);
  });

  it(`${RAIL_FORM}: not what the bill alone declares, and says so`, () => {
    const silent = declaring([], [packed]);
    expect([declaredIn(RAIL_FORM, silent), differences(RAIL_FORM, silent)]).toEqual([[], [told(0, '3481')]]);
    const other = declaring([batteries], [packed]);
    expect([declaredIn(RAIL_FORM, other), differences(RAIL_FORM, other)]).toEqual([['RID 3480'], [told(1, '3481')]]);
  });

  it('the whole journey has both, each under its own regulation', () => {
    expect(declaredIn('edifact-iftmcs', declaring([batteries], [packed]))).toEqual(['RID 3480', 'IMDG 3481']);
  });

  it('a report has goods under the regulation that the bill declares them under', () => {
    expect(declaredIn('edifact-cuscar', declaring([], [{ ...packed, regulation: 'RID' }]))).toEqual(['RID 3481']);
  });
});
