import type { Container, Place } from '../consignment.js';
import { bill, container, goods, held, waybill } from '../testing/documents.js';
import { assemble } from './assemble.js';

describe('totals', () => {
  it('there is none where a line has no number: a sum of the others would pass for the whole', () => {
    const rail = held(
      waybill({ goods: [goods({ packages: '10', grossMassKg: '100' }), goods({ grossMassKg: '50' })] }),
    );
    const { packages, grossMassKg } = assemble([rail]).totals;
    expect([packages, grossMassKg]).toEqual([{}, { value: '150', rail: '150' }]);
  });

  it('there is none where a document has no total, beside one that has', () => {
    const first = held(waybill({ totals: { packages: '10' }, goods: [goods()] }));
    const second = held(waybill({ number: 'CQ2', containers: [container('XQLU1182044')], goods: [goods()] }));
    const sea = held(bill({ goods: [goods({ packages: '12' })] }));
    expect(assemble([first, second, sea]).totals.packages).toEqual({ value: '12', sea: '12' });
  });

  describe('of one note over two containers and of two trains with one each', () => {
    const [A, B] = [container('XQLU3054382'), container('XQLU1182044')];
    const ofOne = (number: string, box: typeof A, packages: string) =>
      held(waybill({ number, containers: [box], goods: [goods({ packages })] }));
    const note = held(waybill({ number: 'SM1', containers: [A, B], goods: [goods({ packages: '30' })] }));
    const [first, second] = [ofOne('CQ1', A, '10'), ofOne('CQ2', B, '20')];

    it.each([
      ['the note first', [note, first, second]],
      ['the trains first', [first, second, note]],
      ['the note between', [first, note, second]],
    ])('is the same whatever came first, and no difference: %s', (_what, documents) => {
      const { totals, discrepancies } = assemble(documents);
      expect([totals.packages.value, discrepancies]).toEqual(['30', []]);
    });

    it('differs where both trains together carry something else', () => {
      const { discrepancies } = assemble([note, first, ofOne('CQ2', B, '21')]);
      expect(discrepancies).toMatchObject([
        {
          code: 'PACKAGES',
          path: '/totals/packages',
          rail: { value: '30' },
          other: [{ value: '31', sources: { length: 2 } }],
        },
      ]);
    });
  });

  describe('of a note to the border and of one over it', () => {
    const place = (unLocode: string): Place => ({ unLocode, names: [] });
    const [DUISBURG, BREST, CHONGQING] = [place('DEDUI'), place('BYBQT'), place('CNCKG')];
    const [A, B] = [container('XQLU3054382'), container('XQLU1182044')];
    const noteOf = (number: string, [from, to]: [Place, Place], boxes: Container[], packages: string) =>
      held(
        waybill({
          number,
          containers: boxes,
          goods: [goods({ packages })],
          legs: [{ mode: 'rail', from, to, path: '' }],
        }),
      );
    const cim = noteOf('CIM1', [DUISBURG, BREST], [A, B], '31');
    const ofBoth = noteOf('SM1', [BREST, CHONGQING], [A, B], '30');

    it.each([
      ['the one to it first', [cim, ofBoth]],
      ['the one over it first', [ofBoth, cim]],
    ])('are those of the one over it: %s', (_what, documents) => {
      const { totals, goods: items, discrepancies } = assemble(documents);
      expect([totals.packages.value, items[0]?.packages.value]).toEqual(['30', '30']);
      expect(items[0]?.sources).toEqual([ofBoth.source.documentId, cim.source.documentId]);
      expect(discrepancies).toMatchObject([{ code: 'PACKAGES', rail: { value: '30' }, other: [{ value: '31' }] }]);
    });

    it('are those of several over it that carry all', () => {
      const over = [noteOf('SM1', [BREST, CHONGQING], [A], '10'), noteOf('SM2', [BREST, CHONGQING], [B], '20')];
      expect(assemble([cim, ...over]).totals.packages.value).toBe('30');
    });

    it('are those of the one to it while that alone has all containers', () => {
      const ofOne = noteOf('SM1', [BREST, CHONGQING], [A], '10');
      for (const documents of [
        [cim, ofOne],
        [ofOne, cim],
      ])
        expect(assemble(documents).totals.packages.value).toBe('31');
    });
  });

  it.each([
    ['the narrow one first', false],
    ['the wide one first', true],
  ])(
    'of two notes, the second over all containers of the first and more, are those of the wide one: %s',
    (_what, turned) => {
      const [A, B] = [container('XQLU3054382'), container('XQLU1182044')];
      const narrow = held(waybill({ containers: [A], goods: [goods({ packages: '10' })] }));
      const wide = held(waybill({ number: 'CQ2', containers: [A, B], goods: [goods({ packages: '30' })] }));
      const { totals, goods: items } = assemble(turned ? [wide, narrow] : [narrow, wide]);
      expect([totals.packages.value, items.map(({ packages }) => packages.value)]).toEqual(['30', ['30']]);
    },
  );

  it('lack the containers of a note that shares others with one that is counted, and say so', () => {
    const [A, B, C] = [container('XQLU3054382'), container('XQLU1182044'), container('YDAU2004174')];
    const first = held(waybill({ containers: [A, B], goods: [goods({ packages: '20' })] }));
    const second = held(waybill({ number: 'CQ2', containers: [B, C], goods: [goods({ packages: '20' })] }));
    const { totals, discrepancies } = assemble([first, second]);
    expect(totals.packages.value).toBe('20');
    expect(discrepancies).toEqual([
      {
        code: 'CONTAINER_NOT_COUNTED',
        field: 'container',
        path: '/equipment/2',
        rail: { value: C.number, sources: [second.source.documentId] },
        sea: null,
        other: [{ value: B.number, sources: [first.source.documentId] }],
      },
    ]);
  });

  it('a document that repeats one without goods is counted', () => {
    const list = held(waybill({ number: 'WL1' }));
    expect(assemble([list, held(waybill({ goods: [goods({ packages: '10' })] }))]).totals.packages.value).toBe('10');
  });

  it('a document without goods adds nothing', () => {
    const first = held(waybill({ goods: [goods({ packages: '10' })] }));
    const empty = held(waybill({ number: 'CQ2', containers: [container('XQLU1182044')] }));
    expect(assemble([first, empty]).totals.packages).toEqual({ value: '10', rail: '10' });
  });

  it('an item of several lines has no number where one of them has none', () => {
    const engines = { railCodes: [{ scheme: 'GNG', code: '84073200' }] as const };
    const first = held(waybill({ goods: [goods({ ...engines, packages: '10' })] }));
    const second = held(waybill({ number: 'CQ2', containers: [container('XQLU1182044')], goods: [goods(engines)] }));
    expect(assemble([first, second]).goods.map(({ packages }) => packages)).toEqual([{}]);
  });

  it('two documents of one mode are not held against each other where one has no total', () => {
    const first = held(waybill({ goods: [goods({ packages: '10' }), goods()] }));
    const second = held(waybill({ number: 'CQ2', goods: [goods({ packages: '12' })] }));
    expect(assemble([first, second]).discrepancies).toEqual([]);
  });
});
