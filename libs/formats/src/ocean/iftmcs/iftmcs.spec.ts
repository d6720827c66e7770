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

describe('house and master bills', () => {
  it.each([
    ['a house bill and the number of its master', '714', 'RFF+MB:HBL-M', ['HBLQZH2611057', 'house', 'HBL-M']],
    ['a master bill over the house bill it names', '704', 'RFF+BH:JQ-1', ['HBLQZH2611057', 'master', undefined]],
    ['a house bill by the master bill that it names', '705', 'RFF+MB:HBL-M', ['HBLQZH2611057', 'house', 'HBL-M']],
    ['a master bill by the house bill that it names', '705', 'RFF+BH:JQ-1', ['HBLQZH2611057', 'master', undefined]],
    ['a bill that is its own master', '705', 'RFF+MB:HBLQZH2611057', ['HBLQZH2611057', undefined, undefined]],
    ['a house bill by its own number', '714', 'RFF+BH:JQ-1', ['JQ-1', 'house', undefined]],
    ['a waybill under a master bill', '710', 'RFF+MB:HBL-M', ['HBLQZH2611057', 'house', 'HBL-M']],
  ])('%s', (_, code, reference, expected) => {
    const text = changed(changed(paint, 'BGM+705', `BGM+${code}`), 'RFF+FF:FW26-0455', reference);
    const { document } = read(text);
    expect([document?.number, document?.billLevel, document?.masterBill]).toEqual(expected);
  });

  it('nothing is said by a bill that names both', () => {
    const both = changed(changed(paint, 'RFF+FF:FW26-0455', 'RFF+MB:HBL-M'), 'RFF+CT:HBC-2026-118', 'RFF+BH:JQ-1');
    expect(read(both).document).toMatchObject({ number: 'HBLQZH2611057' });
    expect(read(both).document).not.toHaveProperty('billLevel');
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

describe('packages in packages', () => {
  it.each([
    ['+10:PX::6:PALLETS+400:DR::6:STEEL DRUMS', ['400 DR STEEL DRUMS'], ['27:GID/3']],
    ['+10:PX++400:DR', ['400 DR'], ['27:GID/4']],
    ['+10:PX+20:CT+400:BO', ['20 CT', '400 BO'], ['27:GID/3', '27:GID/4']],
  ])('GID+1%s: the inner ones are told', (written, said, paths) => {
    const { document, findings } = read(changed(paint, 'GID+1+400:DR::6:STEEL DRUMS', `GID+1${written}`));
    const told = findings.filter(({ code }) => code === 'IFTMCS.INNER_PACKAGES');
    expect(document?.goods[0]).toMatchObject({ packages: '10', packageType: 'PX' });
    expect(told.map(({ path }) => path)).toEqual(paths);
    told.forEach(({ message }, index) => {
      expect(message.en).toContain(`(${said[index]})`);
      expect(message.zh).toContain(said[index]);
    });
  });
});

describe('the total mass of goods in other units', () => {
  it.each([
    ['CNT+7:14075.50:KGM', 'LBR:19731.37', undefined],
    ['CNT+7:14075.49:KGM', 'LBR:19731.37', '14075.49, what is listed makes 14075.50'],
    ['CNT+7:14075:KGM', 'LBR:19731.37', undefined],
    ['CNT+7:14076:KGM', 'KGM:8950.00', '14076, what is listed makes 14075.50'],
    ['CNT+7:14075.5:KGM', 'TNE:8.95', undefined],
    ['CNT+7:31031.2:LBR', 'KGM:8950.00', undefined],
    ['CNT+7:31031.2:LBR', 'LBR:19731.37', undefined],
    ['CNT+7:31031:LBR', 'TNE:8.951', '31031, what is listed makes 31033'],
  ])('%s over MEA %s', (total, stated, told) => {
    const text = changed(changed(paint, 'CNT+7:14075.50:KGM', total), 'G+KGM:8950.00', `G+${stated}`);
    const [finding, ...others] = read(text).findings;
    expect(others).toEqual([]);
    if (told === undefined) expect(finding).toBeUndefined();
    else expect(finding?.message.en).toContain(told);
  });
});

describe('subsidiary hazards', () => {
  it.each<[string, string[] | undefined, string[]]>([
    ['3:6.1+1263+027:CEL+3', ['6.1'], []],
    ['6.1:3+1263+027:CEL+3', ['3'], []],
    ['3:6.1/8+1263+027:CEL+3', ['6.1', '8'], []],
    ['3:(6.1)+1263+027:CEL+3', ['6.1'], []],
    ['3:6.1?+8+1263+027:CEL+3+++++6.1:4.3', ['6.1', '4.3', '8'], []],
    ['3:3+1263+027:CEL+3+++++3:6.1', ['6.1'], []],
    ['3:3372+1263+027:CEL+3', undefined, ['IFTMCS.SUBSIDIARY_HAZARD 38:DGS/2/2']],
    ['3:1.4S+1263+027:CEL+3', ['1.4S'], []],
  ])('DGS+IMD+%s has %j', (written, expected, told) => {
    const { document, findings } = read(changed(paint, 'DGS+IMD+3+1263+027:CEL+3', `DGS+IMD+${written}`));
    expect(document?.goods[0]?.dangerousGoods[0]?.subsidiaryHazards).toEqual(expected);
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual(told);
  });
});

describe('reefers', () => {
  const lemons = sample('chongqing-qinzhou-lemons');
  const cold = (...changes: readonly [from: string, to: string][]) => {
    const text = changes.reduce((before, [from, to]) => changed(before, from, to), lemons);
    const { document, findings } = read(text);
    return {
      settings: document?.containers.map(({ reeferSettings }) => reeferSettings),
      told: findings.map(({ code, path }) => `${code} ${path}`),
    };
  };
  const WHOLE = {
    setPoint: { value: '10.5', unit: 'CEL' },
    minimum: { value: '8', unit: 'CEL' },
    maximum: { value: '12.0', unit: 'CEL' },
    humidityPercent: '90',
    airExchangeM3PerHour: '25.0',
  };
  const { minimum: _minimum, maximum: _maximum, ...OWN } = WHOLE;
  const { setPoint: _setPoint, ...UNSET } = WHOLE;

  it.each([
    ['+010.50:CEL', { value: '10.50', unit: 'CEL' }],
    ['+0050:FAH', { value: '50', unit: 'FAH' }],
  ])('a set point TMP+2%s has the zeros that count, and its unit', (written, setPoint) => {
    const { settings, told } = cold(['TMP+2+10.5:CEL', `TMP+2${written}`]);
    expect([settings?.[0]?.setPoint, told]).toEqual([setPoint, []]);
  });

  it('is in degrees Celsius without a unit in D.95B and D.99B, which say so, and not read in D.00B', () => {
    const unitless: [string, string] = ['10.5:CEL', '-018'];
    const colder: [string, string] = ['8:12.0', '-20'];
    const { settings, told } = cold(unitless, colder, ['D:00B', 'D:95B']);
    expect([settings?.[0]?.setPoint, told]).toEqual([{ value: '-18', unit: 'CEL' }, []]);
    expect(cold(unitless, colder).told).toEqual(['IFTMCS.REEFER_UNIT 33:TMP']);
  });

  it.each([
    ['TMP+2+10.5:CEL', 'TMP+5+55:CEL', [UNSET], []],
    ['TMP+2+10.5:CEL', 'TMP+2+283:KEL', [UNSET], ['IFTMCS.REEFER_UNIT 33:TMP']],
    ['P1:90', 'KGM:90', [{ ...WHOLE, humidityPercent: undefined }], ['IFTMCS.REEFER_UNIT 30:MEA']],
    ['MQH:25.0', '2K:100', [{ ...WHOLE, airExchangeM3PerHour: '2.8316846592' }], []],
    ['RNG+5', 'RNG+4', [OWN], []],
    ['RNG+5', 'RNG+12', [WHOLE], []],
    ['CEL:8:12.0', 'CEL:8', [{ ...WHOLE, maximum: undefined }], []],
    ['CEL:8:12.0', 'CEL:12.0:8', [OWN], ['IFTMCS.TEMPERATURE_RANGE 17:RNG', 'IFTMCS.REEFER_SETTING 17:RNG']],
    ['CEL:8:12.0', 'CEL:2:8', [OWN], ['IFTMCS.REEFER_SETTING 17:RNG']],
    ['SGP+YDAU3001225+1400', 'SGP+YDAU3001210+1400', [WHOLE], []],
  ])('%s → %s', (from, to, settings, told) => {
    const result = cold([from, to]);
    expect({ ...result, settings: result.settings?.slice(0, 1) }).toEqual({ settings, told });
  });

  it('what is said of goods is said of all containers that they are in', () => {
    const { settings, told } = cold(
      ['GID+2+1400:CT', "GID+2+1400:CT'TMP+2+10.5:CEL"],
      ['SGP+YDAU3001225+1400', "SGP+YDAU3001210+1000'SGP+YDAU3001225+400"],
      ['UNT+36+1', 'UNT+38+1'],
    );
    expect({ settings, told }).toEqual({ settings: [WHOLE, { setPoint: WHOLE.setPoint }], told: [] });
  });

  it('is not taken from goods where those in a container want different things, or are in none', () => {
    const two = cold(
      ['GID+2+1400:CT', "GID+2+1400:CT'TMP+2+4:CEL"],
      ['SGP+YDAU3001225+1400', 'SGP+YDAU3001210+1400'],
      ["SEL+CR0088101'TMP+2+10.5:CEL", 'SEL+CR0088101'],
    );
    expect(two.settings).toEqual([{ humidityPercent: '90', airExchangeM3PerHour: '25.0' }, undefined]);
    expect(two.told).toEqual(['IFTMCS.REEFER_SETTING 17:RNG', 'IFTMCS.REEFER_SETTING 24:TMP']);
    expect(cold(['SGP+YDAU3001210+1610', 'PCI'], ["MEA+AAE+G+KGM:24150.0'GID+2", "PCI'GID+2"]).told).toEqual([
      'IFTMCS.REEFER_SETTING 17:RNG',
    ]);
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
