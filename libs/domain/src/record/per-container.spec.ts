import type { Stowage } from '../consignment.js';
import { bill, container, goods, held, waybill } from '../testing/documents.js';
import { assemble } from './assemble.js';

const [FIRST, SECOND] = ['XQLU3054382', 'XQLU1182044'] as const;
const containers = [container(FIRST), container(SECOND)];
const inFirst = (more: Partial<Stowage> = {}): Stowage => ({ containerNumber: FIRST, ...more });
const inSecond = (more: Partial<Stowage> = {}): Stowage => ({ containerNumber: SECOND, ...more });

const note = (...stowage: Stowage[]) =>
  held(waybill({ containers, goods: [goods({ packages: '310', grossMassKg: '6200.50', stowage })] }));
const billOf = (...stowage: Stowage[]) =>
  held(bill({ containers, goods: [goods({ packages: '310', grossMassKg: '6200.500', stowage })] }));

describe('goods over several containers', () => {
  it('are split as the document has it that splits them', () => {
    const rail = note(inFirst(), inSecond());
    const sea = billOf(
      inFirst({ packages: '130', grossMassKg: '2600.50', netMassKg: '2400', volumeM3: '8.250' }),
      inSecond({ packages: '180', grossMassKg: '3600.000' }),
    );
    const { goods: items, discrepancies } = assemble([rail, sea]);
    const sources = [sea.source.documentId];
    expect(items[0]?.perContainer).toEqual([
      {
        container: FIRST,
        packages: { value: '130', sea: '130' },
        grossMassKg: { value: '2600.50', sea: '2600.50' },
        netMassKg: '2400',
        volumeM3: '8.250',
        sources,
      },
      {
        container: SECOND,
        packages: { value: '180', sea: '180' },
        grossMassKg: { value: '3600.000', sea: '3600.000' },
        sources,
      },
    ]);
    expect(discrepancies).toEqual([]);
  });

  it('are never divided', () => {
    const { goods: items } = assemble([note(inFirst(), inSecond())]);
    expect(items[0]).not.toHaveProperty('perContainer');
    expect(items[0]?.containers).toEqual([FIRST, SECOND]);
  });

  it('add up what one document has in one container, when each part of it has a number', () => {
    const twice = (second: Partial<Stowage>) =>
      assemble([note(inFirst({ packages: '300', grossMassKg: '6000' }), inFirst(second))]).goods[0]?.perContainer;
    expect(twice({ packages: '10', grossMassKg: '200.50' })).toMatchObject([
      { packages: { value: '310' }, grossMassKg: { value: '6200.50' } },
    ]);
    const [part] = twice({ packages: '10' }) ?? [];
    expect(part?.packages?.value).toBe('310');
    expect(part).not.toHaveProperty('grossMassKg');
  });

  it('keep both sides of what rail and sea say of a container', () => {
    const rail = note(inFirst({ packages: '130' }), inSecond({ packages: '180' }));
    const sea = billOf(inFirst({ packages: '190' }), inSecond({ packages: '120' }));
    const { goods: items, discrepancies } = assemble([rail, sea]);
    expect(items[0]?.perContainer?.map(({ packages }) => packages)).toEqual([
      { rail: '130', sea: '190' },
      { rail: '180', sea: '120' },
    ]);
    expect(discrepancies).toEqual(
      [
        ['130', '190'],
        ['180', '120'],
      ].map(([onRail, atSea], index) => ({
        code: 'CONTAINER_PACKAGES',
        field: 'packages',
        path: `/goodsItems/0/perContainer/${index}/packages`,
        rail: { value: onRail, sources: [rail.source.documentId] },
        sea: { value: atSea, sources: [sea.source.documentId] },
      })),
    );
  });

  it('that do not make up the item are told, beside what the same side says of it', () => {
    const sea = billOf(
      inFirst({ packages: '130', grossMassKg: '2600' }),
      inSecond({ packages: '181', grossMassKg: '3700' }),
    );
    const place = { rail: null, path: '/goodsItems/0/perContainer' };
    const sources = [sea.source.documentId];
    expect(assemble([sea]).discrepancies).toEqual([
      {
        ...place,
        code: 'SPLIT_PACKAGES',
        field: 'packages',
        sea: { value: '310', sources },
        other: [{ value: '311', sources }],
      },
      {
        ...place,
        code: 'SPLIT_GROSS_MASS',
        field: 'grossMassKg',
        sea: { value: '6200.500', sources },
        other: [{ value: '6300', sources }],
      },
    ]);
  });

  it('are held against what the other side says of the item where their own says nothing', () => {
    const rail = note(inFirst(), inSecond());
    const split = [inFirst({ packages: '130' }), inSecond({ packages: '181' })];
    const sea = held(bill({ containers, goods: [goods({ stowage: split })] }));
    expect(assemble([rail, sea]).discrepancies).toMatchObject([
      { code: 'SPLIT_PACKAGES', rail: { value: '310' }, sea: { value: '311' } },
    ]);
  });

  it('say nothing of their sum while a container is not counted', () => {
    expect(assemble([billOf(inFirst({ packages: '400' }), inSecond())]).discrepancies).toEqual([]);
  });
});

describe('goods in one container', () => {
  const whole = (grossMassKg: string) => ({ grossMassKg, stowage: [inFirst({ grossMassKg })] });

  it('that rail and sea weigh differently are one disagreement', () => {
    const record = assemble([
      held(waybill({ goods: [goods(whole('8800.00'))] })),
      held(bill({ goods: [goods(whole('8950.00'))] })),
    ]);
    expect(record.goods[0]?.perContainer).toMatchObject([{ grossMassKg: { rail: '8800.00', sea: '8950.00' } }]);
    expect(record.discrepancies.map(({ code }) => code)).toEqual(['GROSS_MASS']);
  });

  it('leave a disagreement of the totals to be told', () => {
    const record = assemble([
      held(waybill({ totals: { packages: '10' }, goods: [goods({ stowage: [inFirst({ packages: '10' })] })] })),
      held(bill({ totals: { packages: '12' }, goods: [goods({ stowage: [inFirst({ packages: '12' })] })] })),
    ]);
    expect(record.discrepancies.map(({ code }) => code)).toEqual(['CONTAINER_PACKAGES', 'PACKAGES']);
  });
});
