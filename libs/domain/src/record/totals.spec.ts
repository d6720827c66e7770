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
