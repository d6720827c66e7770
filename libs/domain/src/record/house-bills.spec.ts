import type { TransportDocument } from '../consignment.js';
import { bill, container, goods, held, waybill } from '../testing/documents.js';
import { assemble } from './assemble.js';

const [BOX, OTHER] = ['XQLU3054382', 'XQLU1182044'];
const party = (role: 'consignor' | 'consignee' | 'notify' | 'seaCarrier', text: string) => ({
  role,
  names: [{ text }],
  codes: [],
});
const shoes = goods({ names: [{ text: 'Shoes' }], hsCodes: ['640399'], packages: '400', grossMassKg: '8000' });
const totals = { packages: '400', grossMassKg: '8000' };
const [carriage] = bill().legs as [TransportDocument['legs'][0]];
const sailing = { ...carriage, vessel: 'HAI BEI 7', voyage: '014E' };

const house = (more: Partial<TransportDocument> = {}) =>
  held(
    bill({
      number: 'H1',
      billLevel: 'house',
      masterBill: 'M1',
      references: [{ type: 'transportDocument', value: 'M1' }],
      issuedAt: '2026-11-12',
      containers: [container(BOX, { seals: ['S1'] })],
      goods: [shoes],
      totals,
      parties: [party('consignor', 'Shoemaker'), party('consignee', 'Shoe shop'), party('notify', 'Shoe shop')],
      legs: [sailing],
      ...more,
    }),
  );
const master = (more: Partial<TransportDocument> = {}, source = {}) =>
  held(
    bill({
      number: 'M1',
      issuedAt: '2026-11-13',
      containers: [container(BOX, { seals: ['s-1'], sizeType: '45G1' })],
      goods: [goods({ names: [{ text: 'Freight all kinds' }], hsCodes: ['990000'], ...totals })],
      totals,
      parties: [
        party('consignor', 'Forwarder'),
        party('consignee', 'Agent'),
        party('notify', 'Agent'),
        party('seaCarrier', 'Line'),
      ],
      legs: [sailing],
      references: [{ type: 'booking', value: 'B1' }],
      ...more,
    }),
    source,
  );

describe.each([
  ['the master bill first', (...documents: ReturnType<typeof held>[]) => documents],
  ['the house bill first', (...documents: ReturnType<typeof held>[]) => documents.toReversed()],
])('a house bill beside its master bill, %s', (_order, inOrder) => {
  it('says whose and which goods they are; the master bill adds the carrier, its booking and what it says of the container', () => {
    const record = assemble(inOrder(master(), house()));
    expect(record.discrepancies).toEqual([]);
    expect(record.parties.map(({ names: [name] }) => name?.text).sort()).toEqual([
      'Line',
      'Shoe shop',
      'Shoe shop',
      'Shoemaker',
    ]);
    expect(record.goods).toMatchObject([{ customsNames: [{ text: 'Shoes' }], hsCodes: ['640399'] }]);
    expect(record.goods[0]?.sources).toHaveLength(1);
    expect(record.equipment).toMatchObject([{ sizeType: '45G1' }]);
    expect(record.references.map(({ value }) => value).sort()).toEqual(['B1', 'M1']);
    expect(record.totals.packages).toEqual({ value: '400', sea: '400' });
  });

  it('is one carriage with it, told by either', () => {
    const { vessel: _vessel, voyage: _voyage, ...silent } = sailing;
    for (const documents of [
      [master({ legs: [silent] }), house()],
      [master(), house({ legs: [{ ...silent, from: { names: [{ text: 'Qinzhou' }], unLocode: 'CNQZH' } }] })],
    ] as const) {
      const record = assemble(inOrder(...documents));
      expect(record.legs).toMatchObject([{ vessel: 'HAI BEI 7', voyage: '014E', sources: { length: 2 } }]);
      expect(record.discrepancies).toEqual([]);
    }
  });

  it.each([
    ['VESSEL', '/legs/0/vessel', { legs: [{ ...sailing, vessel: 'NAN HAI 1' }] }, 'NAN HAI 1', 'HAI BEI 7'],
    ['VOYAGE', '/legs/0/voyage', { legs: [{ ...sailing, voyage: '015E' }] }, '015E', '014E'],
    [
      'PORT_OF_LOADING',
      '/legs/0/from',
      { legs: [{ ...sailing, from: { unLocode: 'CNBHY', names: [] } }] },
      'CNBHY',
      'CNQZH',
    ],
    [
      'PORT_OF_DISCHARGE',
      '/legs/0/to',
      { legs: [{ ...sailing, to: { unLocode: 'MYPKG', names: [] } }] },
      'MYPKG',
      'SGSIN',
    ],
    ['PACKAGES', '/totals/packages', { totals: { ...totals, packages: '600' } }, '400', '600'],
    ['GROSS_MASS', '/totals/grossMassKg', { totals: { ...totals, grossMassKg: '9000' } }, '8000', '9000'],
    ['CONTAINER_NOT_ON_MASTER_BILL', '/equipment/0', { containers: [container(OTHER)] }, undefined, undefined],
    ['SEALS', '/equipment/0/seals', { containers: [container(BOX, { seals: ['S9'] })] }, undefined, undefined],
  ])('%s is told where it is another on the master bill', (code, path, more, first, other) => {
    const record = assemble(inOrder(master(more), house()));
    expect(record.discrepancies.map((one) => [one.code, one.path])).toEqual([[code, path]]);
    if (first !== undefined)
      expect(record.discrepancies).toMatchObject([{ rail: null, sea: { value: first }, other: [{ value: other }] }]);
    expect(record.legs).toHaveLength(1);
  });

  it('tells of the carriage alone where the master bill is over others’ goods too', () => {
    const whole = { totals: { packages: '600', grossMassKg: '12000' }, containers: [container(BOX), container(OTHER)] };
    const record = assemble(
      inOrder(master({ ...whole, legs: [{ ...sailing, voyage: '015E' }] }, { shared: true }), house()),
    );
    expect(record.discrepancies.map(({ code }) => code)).toEqual(['VOYAGE']);
    expect(record.equipment.map(({ number }) => number)).toEqual([BOX]);
    expect(record.references.map(({ value }) => value)).toEqual(['M1']);
  });

  it('has its own parties also where the waybill names the master bill’s', () => {
    const note = waybill({
      goods: [shoes],
      parties: [party('consignor', 'FORWARDER'), party('consignee', 'Shoe shop')],
    });
    const record = assemble([held(note), ...inOrder(master(), house())]);
    expect(record.discrepancies.map(({ code }) => code)).toEqual([]);
    expect(record.parties.filter(({ role }) => role === 'consignor').map(({ names: [name] }) => name?.text)).toEqual([
      'Shoemaker',
    ]);
  });

  it('knows dangerous goods that the master bill alone declares', () => {
    const paint = { ...totals, dangerousGoods: [{ unNumber: '1263', regulation: 'IMDG' as const }] };
    expect(assemble(inOrder(master({ goods: [goods(paint)] }), house())).beside).toMatchObject([
      { declared: { unNumber: '1263' }, containers: [BOX] },
    ]);
  });

  it('tells which is which, and of another master bill than it names', () => {
    const levels = (record: ReturnType<typeof assemble>) =>
      record.transportDocuments.map(({ number, billLevel, masterBill }) => [number, billLevel, masterBill]).sort();
    const { masterBill: _named, ...unnamed } = house().content;
    expect(levels(assemble(inOrder(master(), { ...house(), content: unnamed })))).toEqual([
      ['H1', undefined, 'M1'],
      ['M1', 'master', undefined],
    ]);
    const other = { ...house(), content: { ...house().content, masterBill: 'M2', references: [] } };
    expect(assemble(inOrder(master(), other)).discrepancies).toMatchObject([
      { code: 'MASTER_BILL', sea: { value: 'M2' }, other: [{ value: 'M1' }] },
    ]);
  });

  it('leaves a feeder’s bill, another house bill and a cancelled one what they are', () => {
    const feeder = master({
      legs: [{ ...sailing, from: { unLocode: 'SGSIN', names: [] }, to: { unLocode: 'IDJKT', names: [] } }],
    });
    const cancelled = { ...house(), source: { ...house().source, status: 'cancelled' as const } };
    for (const documents of [
      [feeder, house()],
      [master({ billLevel: 'house' }), house()],
      [master(), cancelled],
    ] as const)
      expect(assemble(inOrder(...documents)).transportDocuments.map(({ billLevel }) => billLevel)).not.toContain(
        'master',
      );
  });
});
