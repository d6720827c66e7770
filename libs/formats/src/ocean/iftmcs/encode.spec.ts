import { readFileSync } from 'node:fs';
import type { GoodsLine, ReeferSettings, TransportDocument } from '#domain';
import fc from 'fast-check';
import { catalogue } from '../../catalogue.js';
import { anyBill, anyWholeJourney } from '../../edifact-transport/testing/any-carriable-document.js';
import { comesBack, writtenAndRead } from '../../edifact-transport/testing/written-and-read.js';
import { readDocument } from '../../read-document.js';
import { recordOf } from '../../testing/record-of.js';
import { encode, encodeBill } from './encode.js';

const read = (sample: string): TransportDocument =>
  readDocument(readFileSync(new URL(`../../${sample}`, import.meta.url)), catalogue).document!;
const note = read('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json');
const bill = read('ocean/uncefact-bill-of-lading/samples/valid/qinzhou-singapore-engines-and-paint.bl.json');
const record = recordOf(note, bill);

describe('the multimodal transport document of a record', () => {
  it('is the whole journey: both carriers, both names and both codes of the goods, both documents by number', () => {
    const { document, found, isAcknowledged, text } = writtenAndRead(record, encode);
    expect([found, isAcknowledged]).toEqual([[], true]);
    expect(text).toContain("BGM+760+0000000000007000800000000000000A:1+9'");
    expect(text).toContain("RFF+RCN:CQ26110417'RFF+BM:NYLQZH26110077'");
    expect(document).toMatchObject({
      kind: 'multimodalDocument',
      mode: 'sea',
      legs: [
        { mode: 'rail', train: 'X9560', from: { unLocode: 'CNCQD', stationCode: '68312' } },
        { mode: 'sea', vessel: 'LANTERN OF QINZHOU', vesselImo: '9321483' },
      ],
      goods: [
        {
          names: [
            { text: 'MOTORCYCLE ENGINES, 150 CC', language: 'en' },
            { text: '摩托车发动机(150cc)', language: 'zh' },
            {},
          ],
          railCodes: [{ scheme: 'GNG', code: '84073200' }],
          hsCodes: ['84073200'],
        },
        { names: [{ text: '摩托车零件' }, {}] },
        { names: [{ text: 'PAINT' }], dangerousGoods: [{ unNumber: '1263', regulation: 'IMDG' }] },
      ],
      containers: [{ seals: ['CQ771201', 'NL0001188'] }, { seals: ['CQ771202'] }],
      wagons: [{ number: '52001403' }],
    });
    const roles = document?.parties.map(({ role }) => role);
    expect(roles).toEqual([
      'consignor',
      'consignee',
      'railCarrier',
      'forwarder',
      'notify',
      'notify',
      'seaCarrier',
      'other',
    ]);
  });

  it('says what it has no place for, and where rail and sea disagree', () => {
    expect(writtenAndRead(record, encode).lost).toEqual([
      'RECORD.SIDES_DIFFER /totals/packages',
      'RECORD.SIDES_DIFFER /totals/grossMassKg',
      'RECORD.NOT_CARRIED /goodsItems/2/dangerousGoods',
      'RECORD.NOT_CARRIED /parties/0/names',
      'RECORD.NOT_CARRIED /parties/0/codes',
      'RECORD.NOT_CARRIED /parties/2/names',
      'RECORD.NOT_CARRIED /parties/3/names',
      'RECORD.NOT_CARRIED /parties/6/codes',
    ]);
  });

  describe('of goods in several containers', () => {
    const [, parts] = note.goods as [GoodsLine, GoodsLine];
    const split = (...packages: string[]) =>
      parts.stowage.map((part, index) => ({ ...part, packages: packages[index] as string }));
    const over = (document: TransportDocument, packages: string, stowage: GoodsLine['stowage']) => ({
      ...document,
      goods: [{ ...parts, packages, stowage }],
    });
    const packagesOf = (document: TransportDocument | undefined) =>
      document?.goods[0]?.stowage.map(({ packages }) => packages);

    it('has the split that one side knows, in the bill as well while both agree on the whole', () => {
      const known = recordOf(over(note, '310', split('130', '180')), over(bill, '310', parts.stowage));
      expect(writtenAndRead(known, encode).text).toContain("SGP+YDAU2004174+130'SGP+YDAU2004180+180'");
      expect(packagesOf(writtenAndRead(known, encodeBill).document)).toEqual(['130', '180']);
      const disputed = recordOf(over(note, '310', split('130', '180')), over(bill, '300', parts.stowage));
      expect(packagesOf(writtenAndRead(disputed, encodeBill).document)).toEqual([undefined, undefined]);
      expect(packagesOf(writtenAndRead(disputed, encode).document)).toEqual([undefined, undefined]);
    });

    it("has the sea's where the sides disagree, and says so", () => {
      const disputed = recordOf(over(note, '310', split('130', '180')), over(bill, '310', split('131', '179')));
      const { document, lost } = writtenAndRead(disputed, encode);
      expect(packagesOf(document)).toEqual(['131', '179']);
      expect(lost).toContain('RECORD.SIDES_DIFFER /goodsItems/0/perContainer/0/packages');
    });
  });

  it('has reefers as the sea wants them where the sides disagree, and says so', () => {
    const cold = (document: TransportDocument, reeferSettings: ReeferSettings): TransportDocument => ({
      ...document,
      containers: document.containers.map((container) => ({ ...container, reeferSettings })),
    });
    const disputed = recordOf(
      cold(note, { setPoint: { value: '2', unit: 'CEL' } }),
      cold(bill, { setPoint: { value: '-18.0', unit: 'CEL' } }),
    );
    const { text, lost } = writtenAndRead(disputed, encode);
    expect(text).toContain("TMP+2+-18.0:CEL'");
    expect(text).not.toContain('TMP+2+2:CEL');
    expect(lost).toContain('RECORD.SIDES_DIFFER /equipment/0/reeferSettings');
    const exact = writtenAndRead(
      recordOf(note, cold(bill, { setPoint: { value: '-18.1234567890123456', unit: 'CEL' } })),
      encodeBill,
    );
    expect(exact.text).not.toContain('TMP');
    expect(exact.lost).toContain('RECORD.NOT_CARRIED /equipment/0/reeferSettings');
    const off = recordOf(note, cold(bill, { nonOperating: true }));
    expect(writtenAndRead(off, encodeBill).lost).toContain('RECORD.NOT_CARRIED /equipment/0/reeferSettings');
  });

  it('has the number that the carriers call the through document by', () => {
    const through = { ...note, references: [{ type: 'throughDocument' as const, value: 'MT-2026-7' }] };
    const { document, lost } = writtenAndRead(recordOf(through, bill), encode);
    expect(document?.number).toBe('MT-2026-7');
    expect(lost).not.toContainEqual(expect.stringContaining('/references'));
  });

  it('refers to contracts of carriage, not to what was instructed', () => {
    const instruction = { ...bill, kind: 'shippingInstruction' as const, number: 'SI-1' };
    const { document } = writtenAndRead(recordOf(note, bill, instruction), encode);
    const referred = document?.references.filter(({ type }) => type === 'transportDocument');
    expect(referred?.map(({ value }) => value)).toEqual(['CQ26110417', 'NYLQZH26110077']);
  });

  it('is in Latin 1 where that holds every character, else in UTF-8', () => {
    const latin = recordOf(read('ocean/iftmcs/samples/valid/qinzhou-singapore-paint.iftmcs.edi'));
    expect(writtenAndRead(latin, encode).text).toMatch(/^UNB\+UNOC:3\+/);
    expect(writtenAndRead(record, encode).text).toMatch(/^UNB\+UNOY:4\+/);
  });

  it('leaves out what the directory has no room for, and says so', () => {
    const seals = Array.from({ length: 101 }, (_, index) => `S${index}`);
    const tooMuch = recordOf({
      ...bill,
      containers: bill.containers.map((container) => ({ ...container, seals, tareKg: '3880.0000000000000000' })),
      goods: bill.goods.map((line) => ({ ...line, packages: '1234567890', names: [{ text: 'TAB\tIN IT' }] })),
    });
    const { document, found, lost } = writtenAndRead(tooMuch, encode);
    expect(found).toEqual([]);
    expect(document?.containers[0]?.seals).toEqual(seals.slice(0, 99));
    expect(lost).toEqual(
      expect.arrayContaining(
        ['goodsItems/0/names', 'goodsItems/0/packages', 'equipment/0/seals', 'equipment/0/tareKg'].map(
          (place) => `RECORD.NOT_CARRIED /${place}`,
        ),
      ),
    );
  });

  it('is not written of a record without a leg', () => {
    const { bytes, findings } = encode(recordOf({ ...note, legs: [] }));
    expect(bytes).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['IFTMCS.NO_CARRIAGE']);
  });
});

describe('the house bill of a record', () => {
  const house = { ...bill, number: 'JQ-1', billLevel: 'house', masterBill: bill.number, references: [] } as const;

  it('is written in place of its master bill, whose number it gives, and comes back', () => {
    const { text, document, found, lost } = writtenAndRead(recordOf(note, bill, house), encodeBill);
    expect(text).toContain("BGM+714+JQ-1+9'");
    expect(text).toContain(`RFF+BH:JQ-1'RFF+MB:${bill.number}'`);
    expect(document).toMatchObject({ number: 'JQ-1', billLevel: 'house', masterBill: bill.number });
    expect([found, lost.filter((one) => /number|billLevel|masterBill|references/.test(one))]).toEqual([[], []]);
  });

  it('and its master bill stand in the whole journey by their numbers', () => {
    const { text } = writtenAndRead(recordOf(note, bill, house), encode);
    expect(text).toContain(`RFF+RCN:CQ26110417'RFF+MB:${bill.number}'RFF+BH:JQ-1'`);
  });

  it('is a master bill where no house bill has come', () => {
    const { text, document } = writtenAndRead(recordOf(note, { ...bill, billLevel: 'master' }), encodeBill);
    expect(text).toContain(`BGM+704+${bill.number}`);
    expect(document).toMatchObject({ number: bill.number, billLevel: 'master' });
  });
});

describe('the bill of a record', () => {
  it('is what the bill said', () => {
    const { document, found, isAcknowledged, text } = writtenAndRead(record, encodeBill);
    expect([found, isAcknowledged]).toEqual([[], true]);
    expect(text).toContain("BGM+705+NYLQZH26110077+9'");
    expect(document).toMatchObject({ kind: 'billOfLading', number: 'NYLQZH26110077', legs: [{ mode: 'sea' }] });
  });

  it('is a sea waybill where the record rests on one, and none where it rests on neither', () => {
    const { document } = writtenAndRead(recordOf({ ...bill, kind: 'seaWaybill' }), encodeBill);
    expect(document?.kind).toBe('seaWaybill');
    expect(encodeBill(recordOf(note)).findings.map(({ code }) => code)).toEqual(['RECORD.NO_DOCUMENT']);
  });
});

describe('whatever the message can carry comes back as it was, acknowledged and without a finding of the directory', () => {
  it('the whole journey', () => {
    const any = anyWholeJourney('multimodalDocument').map(({ issuedAt: _issuedAt, ...document }) => document);
    fc.assert(
      fc.property(any, (document) => comesBack(document, encode)),
      { numRuns: 1000 },
    );
  }, 600_000);

  it('the bill', () => {
    fc.assert(
      fc.property(anyBill, (document) => comesBack(document, encodeBill)),
      { numRuns: 200 },
    );
  }, 600_000);
});
