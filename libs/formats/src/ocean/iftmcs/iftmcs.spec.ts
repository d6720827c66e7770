import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDocument, type DocumentReading } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { iftmcs } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.iftmcs.edi`, import.meta.url), 'latin1');
const paint = sample('qinzhou-singapore-paint');

const read = (text: string, encoding: BufferEncoding = 'latin1'): DocumentReading =>
  readDocument(Buffer.from(text, encoding), [iftmcs]);

function changed(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

describeFormat(iftmcs, new URL('./', import.meta.url));

describe('times', () => {
  const departure = (time: string) => read(changed(paint, '202611151830?+0800:205', time)).document?.legs[0]?.departsAt;

  it.each([
    ['20261115:102', '2026-11-15'],
    ['261115:101', '2026-11-15'],
    ['2611151830:201', '2026-11-15T18:30'],
    ['20261115183059:204', '2026-11-15T18:30:59'],
    ['202611151830-0500:205', '2026-11-15T18:30-05:00'],
  ])('%s is %s', (time, expected) => {
    expect(departure(time)).toBe(expected);
  });

  it('what has really happened goes before what was planned', () => {
    const both = changed(paint, "DTM+133:202611151830?+0800:205'", "DTM+133:20261115:102'DTM+186:20261116:102'");
    expect(read(both.replace('UNT+55+', 'UNT+56+')).document?.legs[0]).toMatchObject({
      departsAt: '2026-11-16',
      departure: 'actual',
    });
  });
});

describe('the number', () => {
  it.each([
    ['RFF+BM goes before BGM', 'BGM+705+HBLQZH2611057', 'BGM+705+SYS0001', 'HBLQZH2611057'],
    ['BGM without RFF+BM', 'RFF+BM:', 'RFF+CU:', 'HBLQZH2611057'],
  ])('%s', (_, from, to, expected) => {
    expect(read(changed(paint, from, to)).document?.number).toBe(expected);
  });
});

describe('codes of parties', () => {
  it.each([
    ['CDJQ', 'PARTY'],
    ['CDJQ:160', 'PARTY'],
    ['CDJQ:CUSTOMS-CN:ZZZ', 'CUSTOMS-CN'],
    ['CDJQ:172:ZZZ', 'CARRIER'],
    ['CDJQ:160:9', 'GLN'],
    ['CDJQ:160:87', 'UNTDID-3055-87'],
  ])('%s is of scheme %s', (code, scheme) => {
    const { document } = read(changed(paint, 'NAD+CZ+CDJQ:160:ZZZ', `NAD+CZ+${code}`));
    expect(document?.parties[0]?.codes[0]).toEqual({ scheme, code: 'CDJQ' });
  });
});

describe('emergency schedules', () => {
  it.each([
    ["DGS+IMD+3+1263+027:CEL+3+F-ES-E'", "FTX+AAC+++MARINE POLLUTANT'"],
    ["DGS+IMD+3+1263+027:CEL+3'", "FTX+AAC+++STOW AWAY FROM HEAT:EMS F-E,S-E'"],
  ])('%s %s', (dgs, ftx) => {
    const [, body = ''] = /(DGS\+.*?')FTX\+AAC.*?'/.exec(paint) ?? [];
    const text = paint.replace(/DGS\+.*?'FTX\+AAC.*?'/, () => dgs + ftx);
    expect(body).not.toBe('');
    expect(read(text).document?.goods[0]?.dangerousGoods[0]?.emergencySchedule).toBe('F-E,S-E');
  });
});

describe('what the sender wrote survives', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'摩托车ж ไ😀é?+:\'*"\\/<&0 '), minLength: 1, maxLength: 30 })
    .map((written) => written.trim())
    .filter((written) => written !== '');
  const leadingZeros = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'0012'), minLength: 1, maxLength });
  const decimal = fc
    .tuple(fc.integer({ min: 1, max: 9 }), leadingZeros(8), leadingZeros(8))
    .map(([first, whole, fraction]) => `${first}${whole}.${fraction}`);
  const released = (written: string): string => written.replace(/[?+:']/g, '?$&');
  const inUtf8 = paint.replace('UNOC:3', 'UNOY:3');

  it('texts, codes with leading zeros and decimals, from bytes to the document as JSON', () => {
    const written = fc.record({
      name: text,
      city: text,
      goods: text,
      partyCode: leadingZeros(20),
      postcode: leadingZeros(9),
      hsCode: leadingZeros(10),
      seal: leadingZeros(10),
      mass: decimal,
    });
    fc.assert(
      fc.property(written, ({ name, city, goods, partyCode, postcode, hsCode, seal, mass }) => {
        const message = [
          ['CHENGDU JINQI CHEMICAL CO.,:LTD.', released(name)],
          ['+CHENGDU+', `+${released(city)}+`],
          ['ACRYLIC PAINT,:SOLVENT BASED', released(goods)],
          ['CZ+CDJQ:', `CZ+${partyCode}:`],
          ['610300', postcode],
          ['320820', hsCode],
          ['CD0099120', seal],
          ['KGM:8950.00', `KGM:${mass}`],
          ["CNT+7:14075.50:KGM'", "CNT+2:1'"],
        ].reduce((all, [from = '', to = '']) => changed(all, from, to), inUtf8);
        const { findings, document } = read(message, 'utf8');
        expect(findings).toEqual([]);
        const back = JSON.parse(JSON.stringify(document)) as NonNullable<typeof document>;
        expect(back.parties[0]).toMatchObject({ names: [{ text: name }], address: { city, postcode } });
        expect(back.parties[0]?.codes[0]?.code).toBe(partyCode);
        expect(back.goods[0]).toMatchObject({ names: [{ text: goods }], hsCodes: [hsCode], grossMassKg: mass });
        expect(back.containers[0]?.seals[0]).toBe(seal);
      }),
      { numRuns: 150 },
    );
  });
});

describe('documents of others (only where the reference files are at hand)', () => {
  const place = new URL(
    '../../../../../../shared/samples/02-chengdu-haiphong-tableware/sea.iftmcs.edi',
    import.meta.url,
  );

  it('the sample shipment is taken in', () => {
    if (!existsSync(place)) {
      console.info('Skipped: the sample shipment is not at hand.');
      return;
    }
    const { findings, document } = readDocument(readFileSync(place));
    expect(findings.map(({ code }) => code)).toEqual(['EDIFACT.LINE_BREAKS']);
    expect(document).toMatchObject({
      number: 'VQXHPH25030091',
      parties: [
        { names: [{ text: 'CHENGDU JINCI CERAMIC WARE CO., LTD.' }], address: { countryCode: 'CN' } },
        {},
        {},
        {},
      ],
      goods: [{ names: [{ text: 'CERAMIC TABLEWARE, STONEWARE "JINCI 100+"' }], hsCodes: ['691200'], packages: '960' }],
      containers: [
        { number: 'ZQVU6200179', checkDigitValid: true, sizeType: '22G1', tareKg: '2230', seals: ['CD0045512'] },
      ],
      legs: [{ vessel: 'MANGROVE BREEZE', voyage: '0311W', departsAt: '2025-03-15', arrivesAt: '2025-03-17' }],
      totals: { packages: '960', grossMassKg: '22150.500', containers: '1' },
    });
  });
});
