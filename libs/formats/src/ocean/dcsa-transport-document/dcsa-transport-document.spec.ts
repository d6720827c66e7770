import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Finding } from '#domain';
import { readDocument, type DocumentReading } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { dcsaTransportDocument } from './index.js';

const format = dcsaTransportDocument;
/** On one line; its numbers as they are written. */
const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.dcsa.json`, import.meta.url), 'utf8').replace(/\s*\n\s*/g, '');
const engines = sample('qinzhou-singapore-engines');
const paint = sample('qinzhou-singapore-paint');

const read = (text: string): DocumentReading => readDocument(Buffer.from(text), [format]);
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code, path }) => `${code} ${path}`);

/** The sample with one piece of its text replaced, so that numbers stay as they are written. */
function changed(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

describeFormat(format, new URL('./', import.meta.url));

describe('the document is found', () => {
  it.each([
    ['alone', '', (document: string) => document],
    [
      'in a PINT envelope',
      '/transportDocument',
      (document: string) => `{"transportDocument":${document},"envelopeManifestSignedContent":"x"}`,
    ],
    [
      'in an issuance request',
      '/document',
      (document: string) => `{"document":${document},"issueTo":{"partyName":"X"}}`,
    ],
    [
      'in a notification',
      '/data/transportDocument',
      (document: string) => `{"specversion":"1.0","data":{"transportDocument":${document}}}`,
    ],
  ])('%s', (_, pointer, wrap) => {
    const { document } = read(wrap(engines));
    expect(document?.goods[1]?.path).toBe(`${pointer}/consignmentItems/1`);
    const { findings } = read(wrap(changed(engines, '"transportDocumentReference"', '"reference"')));
    expect(codes(findings)).toEqual([
      `SCHEMA.REQUIRED ${pointer}/transportDocumentReference`,
      `DCSA.UNKNOWN_FIELD ${pointer}/reference`,
    ]);
  });

  it.each([
    '{"transportDocumentTypeCode":"BOL","consignmentItems":[],"documentParties":{}}',
    '{"surrenderRequestReference":"1","transportDocumentReference":"2"}',
    '{"transportDocument":null}',
    '{"__proto__":{"transportDocumentReference":"1","transports":{}}}',
    '[]',
  ])('not in %s', (text) => {
    expect(codes(read(text).findings)).toEqual(['DOCUMENT.UNKNOWN_FORMAT ']);
  });

  it('and any JSON in its place ends in findings, not in a throw', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('documentParties', 'transports', 'consignmentItems', 'utilizedTransportEquipments'),
        (value, member) => {
          const document = { ...(JSON.parse(paint) as object), [member]: value };
          expect(read(JSON.stringify(document)).findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('quantities', () => {
  const gross = (written: string, unit = 'KGM') =>
    read(changed(paint, '"value": 5125.5,"unit": "KGM"', `"value": ${written}, "unit": "${unit}"`)).document?.goods[1]
      ?.grossMassKg;

  it.each([
    ['1.10', 'KGM', '1.10'],
    ['12345678901234567890.123456789', 'KGM', '12345678901234567890.123456789'],
    ['1.5e3', 'KGM', '1500'],
    ['1e-7', 'KGM', '0.0000001'],
    ['100', 'LBR', '45.359237'],
    ['9.6', 'TNE', '9600'],
  ])('%s %s is %s kg', (written, unit, expected) => {
    expect(gross(written, unit)).toBe(expected);
  });

  it.each(['0', '-1', '1e999999999', '1e-999999999'])('%s kg is no mass', (written) => {
    const { findings, document } = read(changed(paint, '"value": 5125.5', `"value": ${written}`));
    expect(document).toBeUndefined();
    expect(findings.map(({ path }) => path)).toEqual(['/consignmentItems/1/cargoItems/0/cargoGrossWeight/value']);
  });

  it('a number longer than anybody adds up is refused', () => {
    const codesOf = (written: string): string[] =>
      read(changed(paint, '"value": 5125.5', `"value": ${written}`)).findings.map(({ code }) => code);
    expect(codesOf('5125.5'.padEnd(100, '0'))).toEqual([]);
    expect(codesOf('5125.5'.padEnd(101, '0'))).toEqual(['DCSA.NUMBER_TOO_LONG']);
  });

  it('leaves a net mass out that only some cargo items give', () => {
    const text = changed(
      engines,
      '"value": 2600.50,"unit": "KGM"}',
      '"value": 2600.50, "unit": "KGM" }, "cargoNetWeight": {"value": 2000, "unit": "KGM"}',
    );
    expect(read(text).document?.goods[1]).not.toHaveProperty('netMassKg');
  });

  it('turns a flash point in degrees Fahrenheit to Celsius', () => {
    const text = changed(
      paint,
      '"temperatureUnit": "CEL","flashPoint": 27.0',
      '"temperatureUnit": "FAH", "flashPoint": 73.4',
    );
    expect(read(text).document?.goods[0]?.dangerousGoods[0]?.flashpointCelsius).toBe('23');
  });
});

describe('reefers', () => {
  const lemons = sample('qinzhou-singapore-lemons');
  const AIR = '"airExchangeUnit": "MQH"';

  it('keep the unit of their set point; air is exchanged in cubic metres', () => {
    const text = changed(lemons, '10.50,"temperatureUnit": "CEL"', '50.9,"temperatureUnit": "FAH"');
    expect(read(changed(text, AIR, '"airExchangeUnit": "FQH"')).document?.containers[0]?.reeferSettings).toEqual({
      setPoint: { value: '50.9', unit: 'FAH' },
      humidityPercent: '90',
      airExchangeM3PerHour: '0.7079211648',
    });
  });

  it.each([
    [
      '"isNonOperatingReefer": false,',
      '"isNonOperatingReefer": true,',
      'DCSA.NON_OPERATING_REEFER',
      'isNonOperatingReefer',
    ],
    ['"isNonOperatingReefer": false,', '', 'DCSA.REEFER_OPERATION', 'isNonOperatingReefer'],
    ['"temperatureUnit": "CEL",', '', 'DCSA.NO_REEFER_UNIT', 'activeReeferSettings/temperatureUnit'],
    ['"temperatureUnit": "CEL"', '"temperatureUnit": "KEL"', 'SCHEMA.CODE', 'activeReeferSettings/temperatureUnit'],
    [`${AIR},`, '', 'DCSA.NO_REEFER_UNIT', 'activeReeferSettings/airExchangeUnit'],
    ['"humiditySetpoint": 90', '"humiditySetpoint": 190', 'SCHEMA.RANGE', 'activeReeferSettings/humiditySetpoint'],
    ['10.50', '"cold"', 'SCHEMA.TYPE', 'activeReeferSettings/temperatureSetpoint'],
    [
      '"isVentilationOpen": true',
      '"isVentilationOpen": "yes"',
      'SCHEMA.TYPE',
      'activeReeferSettings/isVentilationOpen',
    ],
  ])('%s → %s', (from, to, code, place) => {
    const { findings, document } = read(changed(lemons, from, to));
    expect(codes(findings)).toEqual([`${code} /utilizedTransportEquipments/0/${place}`]);
    expect(document === undefined).toBe(findings[0]?.severity === 'error');
  });

  it('that are to be run without anybody saying how', () => {
    const text = changed(lemons, '"isNonOperatingReefer": true', '"isNonOperatingReefer": false');
    const { findings, document } = read(text);
    expect(codes(findings)).toEqual(['DCSA.NO_REEFER_SETTINGS /utilizedTransportEquipments/1/activeReeferSettings']);
    expect(document?.containers[1]).not.toHaveProperty('reeferSettings');
  });
});

describe('what is missing', () => {
  it.each([
    [
      '"HSCodes": ["691110"]',
      '"extendedHSCodes": ["691110000012"]',
      ['SCHEMA.REQUIRED /consignmentItems/1/HSCodes'],
      '691110000012',
    ],
    [
      '"HSCodes": ["691110"]',
      '"x": 1',
      ['DCSA.NO_HS_CODE /consignmentItems/1/HSCodes', 'DCSA.UNKNOWN_FIELD /consignmentItems/1/x'],
      undefined,
    ],
    ['"PORCELAIN TABLEWARE"', '', ['DCSA.NO_DESCRIPTION /consignmentItems/1/descriptionOfGoods'], '691110'],
  ])('%s → %s', (from, to, expected, hsCode) => {
    const { findings, document } = read(changed(paint, from, to));
    expect(codes(findings)).toEqual(expected);
    expect(document?.goods[1]?.hsCodes[0]).toBe(hsCode);
  });
});

describe('status and version', () => {
  it.each([
    ['ISSUED', 'original', []],
    ['SURRENDERED_FOR_AMENDMENT', 'original', []],
    ['VOIDED', 'cancellation', []],
    ['APPROVED', 'original', ['DCSA.NOT_ISSUED /transportDocumentStatus']],
    ['LOST', 'original', ['DCSA.UNKNOWN_STATUS /transportDocumentStatus']],
  ])('%s is %s', (status, purpose, expected) => {
    const { findings, document } = read(changed(engines, 'ISSUED', status));
    expect(document?.purpose).toBe(purpose);
    expect(codes(findings)).toEqual(expected);
  });

  it.each([
    ['Version_2', '2'],
    ['03', '03'],
    ['amended for consignee', undefined],
  ])('sub-reference %s is version %s', (subReference, version) => {
    const text = changed(
      engines,
      '"isElectronic"',
      `"transportDocumentSubReference": "${subReference}", "isElectronic"`,
    );
    expect(read(text).document?.version).toBe(version);
  });
});

describe('codes of parties', () => {
  const codesWith = (member: string) =>
    read(changed(paint, '"identifyingCodes": [', `${member}`)).document?.parties[0]?.codes;

  it.each([
    ['{"codeListProvider":"GLEIF","codeListName":"LEI","partyCode":"5299"}', 'LEI'],
    ['{"codeListProvider":"W3C","codeListName":"DID","partyCode":"5299"}', 'DID'],
    ['{"codeListProvider":"WAVE","partyCode":"5299"}', 'WAVE'],
    ['{"codeListProvider":"ZZZ","codeListName":"AEO","partyCode":"5299"}', 'AEO'],
    ['{"codeListProvider":"ZZZ","codeListName":"customer number","partyCode":"5299"}', 'customer number'],
    ['{"codeListProvider":"ZZZ","partyCode":"5299"}', 'PARTY'],
  ])('%s is of scheme %s', (code, scheme) => {
    expect(codesWith(`"identifyingCodes": [${code},`)?.[0]).toEqual({ scheme, code: '5299' });
  });
});

describe('what the sender wrote survives', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'摩托车发动机ж Щё ไทย ประ😀🚢é"\\/<&0 '), minLength: 1, maxLength: 30 })
    .map((written) => written.trim())
    .filter((written) => written !== '');
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const leadingZeros = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'0012'), minLength: 1, maxLength });
  const decimal = fc
    .tuple(fc.integer({ min: 1, max: 9 }), leadingZeros(25), leadingZeros(12))
    .map(([first, whole, fraction]) => `${first}${whole}.${fraction}`);

  it('texts, codes with leading zeros and decimals, from bytes to the document as JSON', () => {
    fc.assert(
      fc.property(
        fc.record({
          name: text,
          city: text,
          goods: text,
          partyCode: leadingZeros(20),
          postCode: leadingZeros(10),
          hsCode: digits(10),
          seal: leadingZeros(15),
          un: digits(4),
        }),
        decimal,
        (written, mass) => {
          const tree = JSON.parse(paint);
          const { shipper } = tree.documentParties;
          shipper.partyName = written.name;
          shipper.address = { street: written.city, city: written.city, postCode: written.postCode, countryCode: 'CN' };
          shipper.identifyingCodes = [{ codeListProvider: 'ZZZ', partyCode: written.partyCode }];
          const [item] = tree.consignmentItems;
          item.descriptionOfGoods = [written.goods];
          item.HSCodes = [written.hsCode];
          item.cargoItems[0].outerPackaging.dangerousGoods[0].UNNumber = written.un;
          item.cargoItems[0].cargoGrossWeight.value = 424242;
          tree.utilizedTransportEquipments[0].seals = [{ number: written.seal }];

          const { findings, document } = read(JSON.stringify(tree).replace('424242', mass));
          expect(findings).toEqual([]);
          const back = JSON.parse(JSON.stringify(document)) as NonNullable<typeof document>;
          expect(back.parties[0]).toMatchObject({
            names: [{ text: written.name }],
            codes: [{ scheme: 'PARTY', code: written.partyCode }],
            address: { lines: [written.city], city: written.city, postcode: written.postCode },
          });
          expect(back.goods[0]).toMatchObject({
            names: [{ text: written.goods }],
            hsCodes: [written.hsCode],
            grossMassKg: mass,
            stowage: [{ grossMassKg: mass }],
            dangerousGoods: [{ unNumber: written.un }],
          });
          expect(back.containers[0]?.seals).toEqual([written.seal]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const shared = new URL('../../../../../../shared/', import.meta.url);

describe('documents of others (only where the reference files are at hand)', () => {
  const whenThere = (path: string, test: (text: string) => void) => {
    const place = new URL(path, shared);
    if (!existsSync(place)) {
      console.info(`Skipped: ${path} is not at hand.`);
      return;
    }
    test(readFileSync(place, 'utf8'));
  };

  it('the sample shipment has no findings', () => {
    whenThere('samples/01-chongqing-singapore-motorcycles/sea.dcsa.json', (text) => {
      const { findings, document } = read(text);
      expect(findings).toEqual([]);
      expect(document?.goods.map(({ grossMassKg }) => grossMassKg)).toEqual(['38750.000', '1.10']);
      expect(document?.totals).toEqual({ packages: '187', grossMassKg: '38751.100' });
    });
  });

  it.each(['pint-3.0.0-transport-document.json', 'eblissuance-v3.0.0-request.json'])(
    'DCSA template %s is accepted',
    (name) => {
      whenThere(`reference/dcsa/samples/${name}`, (text) => {
        const { findings, document } = read(text.replaceAll(/"[A-Z_]+_PLACEHOLDER"/g, '"FILLED-IN"'));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(document?.number).toBe('FILLED-IN');
      });
    },
  );
});
