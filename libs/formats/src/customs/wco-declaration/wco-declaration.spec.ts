import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import type { Declaration, DeclaredDocument, DeclaredItem } from '#domain';
import { writeWcoDeclaration } from './index.js';
import { wcoSchema } from './testing/wco-schema.js';

const published = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../../schemas/declaration/v1/examples/${name}.json`, import.meta.url), 'utf8'),
  ) as Declaration;
const engines = published('export-rail-sea');
const flour = published('transit-rail-sea');
const sample = readFileSync(new URL('samples/engines.wco.xml', import.meta.url), 'utf8');

const written = (declaration: Declaration): string => writeWcoDeclaration(declaration).bytes?.toString() ?? '';
const told = (declaration: Declaration): string[] =>
  writeWcoDeclaration(declaration).findings.map(({ code, path }) => `${code} ${path}`);
const element = (name: string, text: string): RegExp => new RegExp(`<${name}[^>]*>${text}</${name}>`);
const withItem = (change: Partial<DeclaredItem>): Declaration => ({
  ...engines,
  goodsItems: engines.goodsItems.with(0, { ...(engines.goodsItems[0] as DeclaredItem), ...change }),
});
const crossing = (change: Partial<Declaration['borderCrossing']>): Declaration => ({
  ...engines,
  borderCrossing: { ...engines.borderCrossing, ...change },
});

describe('a WCO declaration', () => {
  it('of an export by sea', () => expect(written(engines)).toBe(sample));

  it('tells what has no place in it', () => {
    expect(told(engines)).toEqual(
      [
        '/mode',
        '/parties/0/names/1',
        '/parties/2',
        '/borderCrossing/placeOfDischarge',
        '/borderCrossing/arrivesAt',
        '/borderCrossing/meansOfTransport/voyage',
        '/transportDocuments/0/issuedAt',
        '/transportDocuments/1/issuedAt',
        '/containers/0/sizeType',
        '/containers/1/sizeType',
      ].map((path) => `DECLARATION.NOT_CARRIED ${path}`),
    );
  });

  it('names house and master bill by their types, the master bill also where the house bill alone does', () => {
    const [rail, bill] = engines.transportDocuments as [DeclaredDocument, DeclaredDocument];
    const house = { ...bill, number: 'YX-1', billLevel: 'house', masterBill: bill.number } as const;
    const additional = (...bills: DeclaredDocument[]) =>
      [
        ...written({ ...engines, transportDocuments: [rail, ...bills] }).matchAll(
          /<AdditionalDocument>\s*<ID[^>]*>([^<]*)<\/ID>\s*<TypeCode>(\d+)/g,
        ),
      ].map(([, id, type]) => `${type} ${id}`);
    const both = [`704 ${bill.number}`, '714 YX-1'];
    expect(additional({ ...bill, billLevel: 'master' }, house)).toEqual(both);
    expect(additional(house)).toEqual(both);
  });

  it('leaves out what is longer than an element takes, and says so', () => {
    const long = withItem({
      customsName: '机'.repeat(513),
      grossMassKg: { declared: '12345678901234567', basis: 'record' },
    });
    expect(written(long)).not.toContain('机机');
    expect(told(long)).toEqual(
      expect.arrayContaining([
        'DECLARATION.DOES_NOT_FIT /goodsItems/0/customsName',
        'DECLARATION.DOES_NOT_FIT /goodsItems/0/grossMassKg/declared',
      ]),
    );
    expect(written(withItem({ hsCode: '8'.repeat(19) })).match(/>HS</g)).toHaveLength(1);
  });

  it('keeps decimals as they are written, and texts in one line', () => {
    const item = withItem({ customsName: 'ENGINES\n  NEW', grossMassKg: { declared: '0.100000', basis: 'record' } });
    expect(written(item)).toMatch(element('GrossMassMeasure', '0\\.100000'));
    expect(written(item)).toMatch(element('Description', 'ENGINES NEW'));
  });

  it.each([
    ['2026-11-12', '102', '20261112'],
    ['2026-11-12T08:30:00+08:00', '304', '20261112083000\\+08'],
    ['2026-11-12T08:30:00.250Z', '304', '20261112083000Z'],
    ['2026-11-12T08:30+05:30', '304', '20261112030000Z'],
  ])('that leaves at %s', (departsAt, format, text) => {
    expect(written(crossing({ departsAt }))).toMatch(
      new RegExp(`<ExitDateTime>\\s*<ds:DateTimeString formatCode="${format}">${text}<`),
    );
  });

  it('has no place for a time without a zone', () => {
    const local = crossing({ departsAt: '2026-11-12T08:30:00' });
    expect(written(local)).not.toContain('ExitDateTime');
    expect(told(local)).toContain('DECLARATION.NOT_CARRIED /borderCrossing/departsAt');
  });

  it('names a ship by its IMO number, a train by its number, else by its only wagon', () => {
    const means = (meansOfTransport: Declaration['borderCrossing']['meansOfTransport']) =>
      crossing({ mode: 'rail', meansOfTransport });
    expect(written(crossing({ meansOfTransport: { vessel: 'HAIBEI CONCORD', vesselImo: '9074729' } }))).toMatch(
      /<ID>9074729<\/ID>\s*<IdentificationTypeCode>IMO</,
    );
    expect(written(means({ train: '80123', wagons: ['5401234'] }))).toMatch(/<ID>80123<\/ID>\s*<ModeCode>2</);
    expect(written(means({ wagons: ['5401234'] }))).toMatch(/<ID>5401234<\/ID>\s*<ModeCode>2</);
    expect(told(means({ wagons: ['1', '2'] }))).toContain('DECLARATION.NOT_CARRIED /borderCrossing/meansOfTransport');
  });

  it('claims recognition only for who is certified', () => {
    const parties = engines.parties.map((party) =>
      party.aeo ? { ...party, aeo: { ...party.aeo, status: 'expired' as const } } : party,
    );
    expect(written({ ...engines, parties })).not.toContain('AEOMutualRecognitionParty');
    expect(told({ ...engines, parties })).toContain('DECLARATION.NOT_CARRIED /parties/1/aeo');
  });

  it('carries an AEO code that a document states too', () => {
    const parties = engines.parties.map((party) =>
      party.aeo ? { ...party, codes: [{ scheme: 'AEO', code: party.aeo.aeoCode }] } : party,
    );
    expect(told({ ...engines, parties }).filter((one) => one.includes('/parties/1'))).toEqual([]);
  });

  it("carries customs' number, which fits or is told", () => {
    expect(String(writeWcoDeclaration(engines, '800120260426000417').bytes)).toMatch(
      /<\/FunctionalReferenceID>\s*<ID>800120260426000417<\/ID>\s*<IssueDateTime>/,
    );
    expect(writeWcoDeclaration(engines, '8'.repeat(71)).findings[0]).toMatchObject({
      code: 'DECLARATION.DOES_NOT_FIT',
      path: '/customsNumber',
    });
  });

  it('tells for whom a broker declares, which has no place in it', () => {
    expect(told({ ...engines, principal: 'SHIPPER' })).toContain('DECLARATION.NOT_CARRIED /principal');
  });

  it('names a party by the code that customs knows best and the model has room for', () => {
    const codes = [
      { scheme: 'USCC', code: '91500000MA5U000000' },
      { scheme: 'PARTY', code: 'FWD-YUXIN' },
      { scheme: 'CUSTOMS-CN', code: '5000160001' },
    ];
    const parties = engines.parties.map((party) => (party.role === 'forwarder' ? { ...party, codes } : party));
    expect(written({ ...engines, parties })).toMatch(/<Declarant>[^]*<ID schemeID="CUSTOMS-CN">5000160001</);
    expect(told({ ...engines, parties })).toEqual(
      expect.arrayContaining([
        'DECLARATION.NOT_CARRIED /parties/3/codes/0',
        'DECLARATION.NOT_CARRIED /parties/3/codes/1',
      ]),
    );
  });

  it('says of dangerous goods their number', () => {
    const listed = {
      unNumber: '1263',
      declared: { sea: { unNumber: '1263', hazardClass: '3', regulation: 'IMDG' } },
    } as const;
    expect(written(withItem({ dangerousGoods: [listed] }))).toMatch(element('UNDGID', '1263'));
    expect(told(withItem({ dangerousGoods: [listed] }))).toContain(
      'DECLARATION.NOT_CARRIED /goodsItems/0/dangerousGoods/0/declared',
    );
  });

  it('of a transit is one on what enters, with the documents of both ways over the border', () => {
    expect(written(flour)).toMatch(element('TypeCode', '950'));
    expect(written(flour)).toMatch(/<BorderTransportMeans>\s*<ID>1416<\/ID>\s*<ModeCode>2</);
    expect(written(flour)).toMatch(element('RoutingCountryCode', 'CN'));
    expect(written(flour).match(/<AdditionalDocument>/g)).toHaveLength(2);
    expect(written(flour)).not.toMatch(/PreviousDocument|ExportCountry|<Destination>|ExitDateTime/);
  });

  it('has no place for how goods in transit leave', () => {
    expect(told(flour)).toContain('DECLARATION.NOT_CARRIED /exitCrossing');
    expect(told(flour).join()).not.toMatch(/crossesExit|legSequence/);
  });

  it('holds 999 goods items', () => {
    const goodsItems = Array.from({ length: 1000 }, (_, index) => ({
      ...(engines.goodsItems[0] as DeclaredItem),
      sequence: index + 1,
    }));
    expect(writeWcoDeclaration({ ...engines, goodsItems })).toEqual({
      findings: [
        expect.objectContaining({ code: 'DECLARATION.TOO_MANY_ITEMS', severity: 'error', path: '/goodsItems' }),
      ],
    });
  });
});

const schema = wcoSchema();
if (!schema) console.warn('The schemas of the WCO declaration are not present: nothing is held against them.');

(schema ? describe : describe.skip)("WCO's schema takes", () => {
  const check = (declaration: Declaration): void => {
    const document = XmlDocument.fromString(written(declaration));
    try {
      schema?.validate(document);
    } finally {
      document.dispose();
    }
  };

  it('the sample, and nothing out of order', () => {
    expect(() => check(engines)).not.toThrow();
    const swapped = XmlDocument.fromString(sample.replace(/(<TypeCode>830<\/TypeCode>)(\s*<GoodsItem[^]*?y>)/, '$2$1'));
    expect(() => schema?.validate(swapped)).toThrow();
    swapped.dispose();
  });

  it('an import by rail', () => {
    check({
      ...crossing({ mode: 'rail', meansOfTransport: { train: '80123' }, arrivesAt: '2026-11-18T10:00:00+08:00' }),
      type: 'import',
    });
  });

  it('a transit', () => check(flour));

  it('whatever a declaration says', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 });
    const number = fc.stringMatching(/^-?\d{1,18}(\.\d{1,8})?$/);
    const code = fc.record({ scheme: fc.constantFrom('PARTY', 'USCC', 'TIN', 'AEO'), code: text });
    const party = fc.record({
      role: fc.constantFrom('consignor' as const, 'consignee' as const, 'seaCarrier' as const),
      names: fc.array(fc.record({ text }), { maxLength: 2 }),
      codes: fc.array(code, { maxLength: 3 }),
      address: fc.record({ city: text, countryCode: fc.stringMatching(/^[A-Z]{2}$/), lines: fc.array(text) }),
    });
    const change = fc.record({
      parties: fc.array(party, { maxLength: 4 }),
      totals: fc.record({
        packages: fc.record({ declared: number, basis: fc.constant('record' as const) }),
        grossMassKg: fc.record({ declared: number, basis: fc.constant('record' as const) }),
        containers: fc.constant('2'),
      }),
      customsOffice: text,
      declarant: text,
    });
    fc.assert(
      fc.property(change, text, number, (changed, name, count) => {
        const item = { customsName: name, railName: name, hsCode: name, packageType: name, netMassKg: count };
        check({ ...withItem(item), ...changed });
      }),
      { numRuns: 50 },
    );
  });
});
