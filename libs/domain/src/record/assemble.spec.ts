import { bill, container, goods, held, waybill } from '../testing/documents.js';
import { assemble } from './assemble.js';
import type { DangerousGoods, Leg, Place } from '../consignment.js';

const engines = { packages: '120', grossMassKg: '9600.000', railCodes: [{ scheme: 'GNG', code: '84073200' }] as const };
const parts = { packages: '310', grossMassKg: '6200.50', railCodes: [{ scheme: 'GNG', code: '87141000' }] as const };

describe('one record from its documents', () => {
  it('pairs goods by code, whatever their order, and agrees', () => {
    const rail = held(waybill({ goods: [goods(engines), goods({ ...parts, sequence: '2' })] }));
    const sea = held(
      bill({
        goods: [
          goods({ hsCodes: ['871410'], packages: '310', grossMassKg: '6200.500' }),
          goods({ sequence: '2', hsCodes: ['840732'], packages: '120', grossMassKg: '9600.000' }),
        ],
      }),
    );
    const record = assemble([rail, sea]);
    expect(record.goods.map(({ railCodes, hsCodes }) => [railCodes[0]?.code, hsCodes[0]])).toEqual([
      ['84073200', '840732'],
      ['87141000', '871410'],
    ]);
    expect(record.goods[1]?.grossMassKg).toEqual({ value: '6200.50', rail: '6200.50', sea: '6200.500' });
    expect(record.totals).toMatchObject({
      packages: { value: '430' },
      grossMassKg: { value: '15800.500' },
      containers: '1',
    });
    expect(record.discrepancies).toEqual([]);
  });

  it('shows both values where gross mass differs by more than one percent, once', () => {
    const rail = held(waybill({ goods: [goods({ grossMassKg: '21480.000' })], totals: { grossMassKg: '21480.000' } }));
    const sea = held(bill({ goods: [goods({ grossMassKg: '22150.500' })], totals: { grossMassKg: '22150.500' } }));
    const record = assemble([rail, sea]);
    expect(record.goods[0]?.grossMassKg).toEqual({ rail: '21480.000', sea: '22150.500' });
    expect(record.discrepancies).toEqual([
      {
        code: 'GROSS_MASS',
        field: 'grossMassKg',
        path: '/goodsItems/0/grossMassKg',
        rail: { value: '21480.000', sources: [rail.source.documentId] },
        sea: { value: '22150.500', sources: [sea.source.documentId] },
      },
    ]);
  });

  it('says which container stands on one side only, and where seals differ', () => {
    const rail = held(
      waybill({ containers: [container('XQLU3054382', { seals: ['CQ1'] }), container('XQLU1182044')] }),
    );
    const sea = held(bill({ containers: [container('XQLU3054382', { seals: ['CQ2'] })] }));
    const { discrepancies, equipment } = assemble([rail, sea]);
    expect(discrepancies.map(({ code, path }) => [code, path])).toEqual([
      ['SEALS', '/equipment/0/seals'],
      ['CONTAINER_ONE_SIDE', '/equipment/1'],
    ]);
    expect(equipment[0]?.seals).toEqual(['CQ1', 'CQ2']);
  });

  it('keeps what the next railway calls the goods that the first one counts', () => {
    const domestic = goods({
      names: [{ text: '摩托车发动机' }],
      railCodes: [{ scheme: 'CN-RAIL', code: '1290000' }],
      packages: '120',
      grossMassKg: '9600',
    });
    const abroad = goods({
      ...engines,
      names: [{ text: 'Двигатели' }],
      grossMassKg: '9600.5',
      dangerousGoods: [{ unNumber: '3528', regulation: 'SMGS-2' }],
      stowage: [{ containerNumber: 'XQLU1182044', packages: '120' }],
    });
    const [first, second] = [held(waybill({ goods: [domestic] })), held(waybill({ number: 'SM1', goods: [abroad] }))];
    const record = assemble([first, second]);
    expect(record.goods).toMatchObject([
      {
        railNames: [{ text: '摩托车发动机' }, { text: 'Двигатели' }],
        railCodes: [{ code: '1290000' }, { code: '84073200' }],
        packages: { value: '120' },
        grossMassKg: { value: '9600' },
        dangerousGoods: [{ unNumber: '3528' }],
        containers: ['XQLU1182044'],
        sources: [first.source.documentId, second.source.documentId],
      },
    ]);
    expect(record.discrepancies).toEqual([]);
  });

  it('takes two spellings of a seal for one', () => {
    const rail = held(waybill({ containers: [container('XQLU3054382', { seals: ['CQ 771-201', 'QZ9'] })] }));
    const sea = held(bill({ containers: [container('XQLU3054382', { seals: ['qz9', 'CQ771201'] })] }));
    const { discrepancies, equipment } = assemble([rail, sea]);
    expect(discrepancies).toEqual([]);
    expect(equipment[0]).toMatchObject({
      seals: ['CQ 771-201', 'QZ9'],
      sealsByMode: { rail: ['CQ 771-201', 'QZ9'], sea: ['qz9', 'CQ771201'] },
    });
  });

  it('says where two railways have no seal in common', () => {
    const sealed = (number: string, ...seals: string[]) =>
      held(waybill({ number, containers: [container('XQLU3054382', { seals })] }));
    const [first, second] = [sealed('CIM1', 'DB 17'), sealed('SM1', 'CN0620')];
    expect(assemble([first, second]).discrepancies).toEqual([
      {
        code: 'SEALS',
        field: 'seals',
        path: '/equipment/0/seals',
        rail: { value: 'DB 17', sources: [first.source.documentId] },
        sea: null,
        other: [{ value: 'CN0620', sources: [second.source.documentId] }],
      },
    ]);
    expect(assemble([first, sealed('SM2', 'CN0621', 'DB17')]).discrepancies).toEqual([]);
  });

  it('says which masses are more than containers carry', () => {
    const grams = { grossMassKg: '21480000' };
    const rail = held(waybill({ containers: [container('XQLU3054382', grams)], goods: [goods(grams)] }));
    const found = assemble([rail]).discrepancies;
    expect(found.map(({ code, path, rail, sea }) => [code, path, rail, sea])).toEqual([
      [
        'GROSS_MASS_UNBELIEVABLE',
        '/equipment/0/grossMassKg',
        { value: '21480000', sources: [rail.source.documentId] },
        null,
      ],
      [
        'GROSS_MASS_UNBELIEVABLE',
        '/totals/grossMassKg',
        { value: '21480000', sources: [rail.source.documentId] },
        null,
      ],
    ]);
    expect(assemble([held(waybill({ containers: [], goods: [goods(grams)] }))]).discrepancies).toEqual([]);
  });

  it('says where goods are dangerous on one document only, or differently', () => {
    const substance = (more: Partial<DangerousGoods>): DangerousGoods => ({
      unNumber: '1263',
      regulation: 'IMDG',
      hazardClass: '3',
      ...more,
    });
    const rail = waybill({ goods: [goods({ dangerousGoods: [substance({ packingGroup: 'III' })] })] });
    expect(assemble([held(rail), held(bill({ goods: [goods()] }))]).discrepancies.map(({ code }) => code)).toEqual([
      'DG_ONE_SIDE',
    ]);
    const sea = bill({ goods: [goods({ dangerousGoods: [substance({ packingGroup: 'II' })] })] });
    expect(assemble([held(rail), held(sea)]).discrepancies.map(({ code }) => code)).toEqual(['DG_PACKING_GROUP']);
    expect(assemble([held(rail)]).discrepancies).toEqual([]);
  });

  it('counts goods once that two documents of one mode repeat, and says where their totals differ', () => {
    const first = held(waybill({ goods: [goods({ grossMassKg: '1000' })] }));
    const second = held(waybill({ number: 'SM2', goods: [goods({ grossMassKg: '1100' })] }));
    const record = assemble([first, second]);
    expect(record.totals.grossMassKg).toEqual({ value: '1000', rail: '1000' });
    expect(record.discrepancies).toMatchObject([
      { code: 'GROSS_MASS', rail: { value: '1000' }, sea: null, other: [{ value: '1100' }] },
    ]);
  });

  it('adds up waybills that carry their own containers', () => {
    const first = held(waybill({ goods: [goods({ ...engines })] }));
    const second = held(
      waybill({ number: 'CQ2', containers: [container('XQLU1182044')], goods: [goods({ ...engines })] }),
    );
    const sea = held(
      bill({
        containers: [container('XQLU3054382'), container('XQLU1182044')],
        goods: [goods({ hsCodes: ['840732'], packages: '240', grossMassKg: '19200' })],
      }),
    );
    const record = assemble([first, second, sea]);
    expect(record.goods).toHaveLength(1);
    expect(record.goods[0]?.packages).toEqual({ value: '240', rail: '240', sea: '240' });
    expect(record.discrepancies).toEqual([]);
  });

  it('merges a party named in two languages, and parts two whose codes differ', () => {
    const chinese = {
      role: 'consignor',
      names: [{ text: '重庆山涧动力机械有限公司', language: 'zh' }],
      codes: [],
    } as const;
    const english = { role: 'consignor', names: [{ text: 'CHONGQING SHANJIAN' }], codes: [] } as const;
    expect(assemble([held(waybill({ parties: [chinese] })), held(bill({ parties: [english] }))]).parties).toHaveLength(
      1,
    );
    const coded = (party: typeof chinese | typeof english, code: string) => ({
      ...party,
      codes: [{ scheme: 'PARTY', code }],
    });
    const record = assemble([
      held(waybill({ parties: [coded(chinese, '1')] })),
      held(bill({ parties: [coded(english, '2')] })),
    ]);
    expect(record.parties).toHaveLength(2);
    expect(record.discrepancies).toMatchObject([{ code: 'PARTY', field: 'consignor' }]);
  });

  it('does not take the forwarder who hands goods over to the railway for their shipper', () => {
    const forwarder = {
      names: [{ text: '重庆巴蜀国际货运代理有限公司' }],
      codes: [{ scheme: 'PARTY', code: 'FWD-BASHU' }],
    };
    const shipper = { role: 'consignor', names: [{ text: 'CHIANG MAI LONGAN CO LTD' }], codes: [] } as const;
    const record = assemble([
      held(bill({ parties: [shipper, { ...forwarder, role: 'forwarder' }] })),
      held(waybill({ parties: [{ ...forwarder, role: 'consignor' }] })),
    ]);
    expect(record.parties.map(({ role, codes }) => [role, codes.length])).toEqual([
      ['consignor', 0],
      ['consignor', 1],
      ['forwarder', 1],
    ]);
    expect(record.discrepancies).toMatchObject([{ code: 'PARTY', field: 'consignor' }]);
  });

  it('orders legs by travel, not by arrival of their documents, and leaves out what a cancelled document said', () => {
    const sea = held(bill());
    const rail = held(waybill());
    expect(assemble([sea, rail]).legs.map(({ mode, sequence }) => [sequence, mode])).toEqual([
      [1, 'rail'],
      [2, 'sea'],
    ]);
    const cancelled = { ...rail, source: { ...rail.source, status: 'cancelled' as const } };
    const record = assemble([sea, cancelled]);
    expect(record.legs.map(({ mode }) => mode)).toEqual(['sea']);
    expect(record.transportDocuments).toHaveLength(2);
  });
});

describe('the legs of a record', () => {
  const leg = (mode: Leg['mode'], from: Partial<Place>, to: Partial<Place>, more: Partial<Leg> = {}): Leg => ({
    mode,
    from: { names: [], ...from },
    to: { names: [], ...to },
    path: '',
    ...more,
  });
  const [QINZHOU, LAEM_CHABANG, STATION] = [
    { unLocode: 'CNQZH' },
    { unLocode: 'THLCH' },
    { stationCode: '07481', countryCode: 'CN' },
  ];
  const CHONGQING = { unLocode: 'CNCKG' };
  const order = (...legs: Leg[]) => assemble([held(waybill({ legs }))]).legs.map(({ mode }) => mode);
  const train = (from: Partial<Place>, departsAt?: string) =>
    leg('rail', from, CHONGQING, departsAt === undefined ? {} : { departsAt });

  it('follow their places where a ship has only its planned day of arrival and came earlier', () => {
    const ship = leg('sea', LAEM_CHABANG, QINZHOU, { arrivesAt: '2026-11-18' });
    expect(order(train(QINZHOU, '2026-11-17T12:00:00+08:00'), ship)).toEqual(['sea', 'rail']);
  });

  it('follow their places on one day', () => {
    const ship = leg('sea', LAEM_CHABANG, QINZHOU, { departsAt: '2026-11-17' });
    expect(order(train(QINZHOU, '2026-11-17T16:00:00+08:00'), ship)).toEqual(['sea', 'rail']);
  });

  it('follow their countries where port and station are coded differently', () => {
    const ship = leg('sea', LAEM_CHABANG, QINZHOU);
    expect(order(train(STATION, '2026-11-17T12:00:00+08:00'), ship)).toEqual(['sea', 'rail']);
    const toSea = leg('rail', CHONGQING, STATION);
    expect(order(leg('sea', QINZHOU, LAEM_CHABANG, { departsAt: '2026-11-17' }), toSea)).toEqual(['rail', 'sea']);
  });

  it('are one where a vessel is written in two ways, with what either document tells', () => {
    const sea = bill().legs[0]!;
    const { departsAt: _day, ...undated } = sea;
    const record = assemble([
      held(bill({ legs: [{ ...undated, vessel: 'Haibei Concord', voyage: '046S' }] })),
      held(
        bill({
          kind: 'multimodalDocument',
          number: 'MT1',
          legs: [{ ...sea, vessel: 'HAIBEI CONCORD', voyage: '046 S' }],
        }),
      ),
    ]);
    expect(record.legs).toMatchObject([{ vessel: 'Haibei Concord', departsAt: '2026-11-12', sources: { length: 2 } }]);
  });

  it('have a time and whether it has come from one document: from one that says it has, else from the first', () => {
    const planned: Leg = { ...bill().legs[0]!, departsAt: '2026-11-12', departure: 'planned' };
    const sailed: Leg = { ...planned, departsAt: '2026-11-13', departure: 'actual' };
    const told = (...legs: Leg[]) =>
      assemble(legs.map((one, index) => held(bill({ kind: 'multimodalDocument', number: `MT${index}`, legs: [one] }))))
        .legs;
    const merged = { departsAt: '2026-11-13', departure: 'actual' };
    expect(told(planned, sailed)).toMatchObject([merged]);
    expect(told(sailed, planned)).toMatchObject([merged]);
    expect(told(planned, { ...planned, departsAt: '2026-11-14' })).toMatchObject([{ departsAt: '2026-11-12' }]);
  });
});

describe('documents over others’ carriage', () => {
  const asked = goods({ names: [{ text: 'ENGINES AS ASKED' }], packages: '121' });
  const agreed = goods({ names: [{ text: 'ENGINES' }], packages: '120' });
  const instruction = held(bill({ kind: 'shippingInstruction', number: 'SI1', goods: [asked] }));

  it('an instruction speaks until a contract does, whichever came first', () => {
    expect(assemble([instruction]).goods[0]?.packages.sea).toBe('121');
    const record = assemble([instruction, held(bill({ goods: [agreed] }))]);
    expect(record.goods).toMatchObject([{ customsNames: [{ text: 'ENGINES' }], packages: { sea: '120' } }]);
    expect(record.discrepancies).toEqual([]);
    expect(record.transportDocuments.map(({ kind }) => kind)).toEqual(['shippingInstruction', 'billOfLading']);
  });

  it('a multimodal document adds its legs, and its goods only where no carrier states them', () => {
    const [rail, sea] = [waybill().legs[0]!, bill().legs[0]!];
    const whole = held(bill({ kind: 'multimodalDocument', number: 'MT1', legs: [rail, sea], goods: [asked] }));
    expect(assemble([whole]).legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
    const record = assemble([whole, held(bill({ goods: [agreed] }))]);
    expect(record.goods).toMatchObject([{ customsNames: [{ text: 'ENGINES' }] }]);
    expect(record.legs.map(({ mode, sources }) => [mode, sources.length])).toEqual([
      ['rail', 1],
      ['sea', 2],
    ]);
  });

  it('a multimodal document declares a substance under both lists', () => {
    const substance = (regulation: DangerousGoods['regulation']): DangerousGoods => ({ unNumber: '1263', regulation });
    const dangerousGoods = [substance('IMDG'), substance('SMGS-2')];
    const whole = held(bill({ kind: 'multimodalDocument', goods: [goods({ dangerousGoods })] }));
    expect(assemble([whole]).goods[0]?.dangerousGoods).toEqual([
      { unNumber: '1263', declared: { sea: substance('IMDG'), rail: substance('SMGS-2') } },
    ]);
  });
});

describe('a report to customs', () => {
  const report = held(bill({ kind: 'cargoReport', number: 'R1', goods: [goods({ packages: '121' })] }));

  it('speaks until the carrier’s own document does, whichever came first', () => {
    expect(assemble([report]).goods[0]?.packages.sea).toBe('121');
    const record = assemble([report, held(bill({ goods: [goods({ packages: '120' })] }))]);
    expect(record.goods).toHaveLength(1);
    expect(record.goods[0]?.packages.sea).toBe('120');
    expect(record.discrepancies).toEqual([]);
    expect(record.transportDocuments.map(({ kind }) => kind)).toEqual(['cargoReport', 'billOfLading']);
  });
});
