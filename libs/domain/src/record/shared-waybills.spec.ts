import { bill, container, goods, held, waybill } from '../testing/documents.js';
import type { TransportDocument } from '../consignment.js';
import { assemble } from './assemble.js';

const [BOX, OTHER] = ['XQLU3054382', 'XQLU1182044'];
const named = (role: 'consignor' | 'railCarrier', text: string) => ({ role, names: [{ text }], codes: [] });

const note = (content: Partial<TransportDocument>) =>
  held(
    waybill({
      containers: [container(BOX, { seals: ['S1'], grossMassKg: '16200' }), container(OTHER)],
      wagons: [
        { number: '1', containerNumbers: [BOX], path: '' },
        { number: '2', containerNumbers: [OTHER], path: '' },
      ],
      parties: [named('consignor', 'Consolidator'), named('railCarrier', 'China Railway')],
      references: [{ type: 'booking', value: 'OF-ANOTHER' }],
      totals: { packages: '600', grossMassKg: '12000' },
      ...content,
    }),
    { shared: true },
  );

const shoes = goods({
  names: [{ text: 'Shoes' }],
  hsCodes: ['640399'],
  packages: '400',
  grossMassKg: '8000',
  stowage: [{ containerNumber: BOX }],
});
const own = held(
  bill({
    containers: [container(BOX, { seals: ['S1'] })],
    goods: [shoes],
    parties: [named('consignor', 'Shoemaker')],
    totals: { packages: '400', grossMassKg: '8000' },
  }),
);

const groupage = goods({ names: [{ text: '日用百货' }], packages: '600', grossMassKg: '12000' });

describe('a waybill that other records share', () => {
  it('speaks of this record’s containers, carriage and carriers, and disagrees with nothing that it states of all together', () => {
    const record = assemble([note({ goods: [groupage] }), own]);
    expect(record.discrepancies).toEqual([]);
    expect(record.equipment.map(({ number, grossMassKg }) => [number, grossMassKg])).toEqual([[BOX, '16200']]);
    expect(record.wagons.map(({ number }) => number)).toEqual(['1']);
    expect(record.parties.map(({ names: [name] }) => name?.text)).toEqual(['China Railway', 'Shoemaker']);
    expect(record.references).toEqual([]);
    expect(record.legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
    expect(record.totals).toMatchObject({
      packages: { value: '400', sea: '400' },
      grossMassKg: { value: '8000', sea: '8000' },
    });
  });

  it('adds to what the own documents name, the party’s other names and the reference', () => {
    const names = [{ text: '鞋厂' }, { text: 'Shoemaker' }];
    const booking = [{ type: 'booking', value: 'B1' } as const];
    const ofOwn = { ...own, content: { ...own.content, references: booking } };
    const record = assemble([note({ parties: [{ role: 'consignor', names, codes: [] }], references: booking }), ofOwn]);
    expect(record.parties.map(({ names: all }) => all.map(({ text }) => text))).toEqual([['鞋厂', 'Shoemaker']]);
    expect(record.references.map(({ sources }) => sources.length)).toEqual([2]);
  });

  it('names the goods where it has one name for all and the bill one line, counting nothing', () => {
    const [item, ...others] = assemble([note({ goods: [groupage] }), own]).goods;
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      railNames: [{ text: '日用百货' }],
      customsNames: [{ text: 'Shoes' }],
      packages: { value: '400', sea: '400' },
    });
  });

  it('speaks of the goods by the lines that state as much as the bill’s', () => {
    const lines = [
      goods({ names: [{ text: '鞋' }], packages: '400', grossMassKg: '8000' }),
      goods({ sequence: '2', names: [{ text: '灯具' }], packages: '200', grossMassKg: '4000' }),
    ];
    const record = assemble([note({ goods: lines }), own]);
    expect(record.goods.map(({ railNames, packages }) => [railNames[0]?.text, packages.value])).toEqual([
      ['鞋', '400'],
    ]);
    expect(JSON.stringify(record)).not.toContain('灯具');
    expect(record.discrepancies).toEqual([]);
  });

  it.each([
    ['the bill was corrected', [{ ...shoes, packages: '360', grossMassKg: '7200' }]],
    [
      'the bill has more lines than one',
      [shoes, shoes].map((line, index) => ({ ...line, sequence: `${index}`, packages: '200' })),
    ],
  ])('says that no line can be told to be theirs where %s, and not what the lines say', (_what, ofBill) => {
    const lines = [
      goods({ names: [{ text: '鞋' }], packages: '400', grossMassKg: '8000' }),
      goods({ sequence: '2', names: [{ text: '灯具' }], packages: '200', grossMassKg: '4000' }),
    ];
    const record = assemble([
      note({ goods: lines }),
      { ...own, content: { ...own.content, goods: ofBill, totals: {} } },
    ]);
    expect(record.discrepancies).toEqual([
      {
        code: 'GOODS_ONE_SIDE',
        field: 'goodsItem',
        path: '/goodsItems/0',
        rail: null,
        sea: { value: 'Shoes', sources: [own.source.documentId] },
        message: expect.objectContaining({ en: expect.stringContaining('other bills') }),
      },
    ]);
    for (const others of ['鞋', '灯具']) expect(JSON.stringify(record)).not.toContain(others);
  });

  it('says nothing of goods under a code that contradicts theirs, but that', () => {
    const other = goods({ names: [{ text: '灯具' }], railCodes: [{ scheme: 'GNG', code: '940511' }], packages: '600' });
    const record = assemble([note({ goods: [other] }), own]);
    expect(record.goods.map(({ railNames }) => railNames)).toEqual([[]]);
    expect(record.discrepancies.map(({ code }) => code)).toEqual(['GOODS_ONE_SIDE']);
  });

  it('tells the dangerous goods of others in this record’s containers', () => {
    const dangerous = (unNumber: string, ...containers: string[]) =>
      goods({
        dangerousGoods: [{ unNumber, regulation: 'SMGS-2' }],
        stowage: containers.map((containerNumber) => ({ containerNumber })),
      });
    const paint = { ...own, content: { ...own.content, goods: [{ ...shoes, ...dangerous('1263', BOX) }] } };
    const waybillOfAll = note({
      goods: [dangerous('1263', BOX), dangerous('1942', BOX, OTHER), dangerous('1017', OTHER)],
    });
    expect(
      assemble([waybillOfAll, paint]).beside.map(({ declared, containers }) => [declared.unNumber, containers]),
    ).toEqual([['1942', [BOX]]]);
    expect(assemble([paint]).beside).toEqual([]);
  });

  it('tells of seals that differ', () => {
    const resealed = note({ containers: [container(BOX, { seals: ['S9'] })] });
    expect(assemble([resealed, own]).discrepancies.map(({ code }) => code)).toEqual(['SEALS']);
  });

  it('speaks whole where no bill is left beside it', () => {
    const cancelled = { ...own, source: { ...own.source, status: 'cancelled' as const } };
    expect(assemble([note({ goods: [groupage] }), cancelled])).toMatchObject({
      totals: { packages: { value: '600' } },
      references: [{ value: 'OF-ANOTHER' }],
    });
  });
});
