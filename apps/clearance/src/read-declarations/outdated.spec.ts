import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { enteringLeg, flourInTransit, leavingLeg } from '../testing/flour-in-transit.js';
import { billOfEngines, shipmentA, withItem } from '../testing/shipment-a.js';
import { buildDeclaration } from '../lodge-declaration/build-declaration.js';
import { sameNumber, sumOf, type Declaration, type GoodsItem, type OneDocument } from '#domain';
import type { RequestView } from '../change-declaration/declaration-request.js';
import { changesBetween, movedAway } from './outdated.js';

const declaration = buildDeclaration(shipmentA, () => undefined, {
  declarationId: '01a00000-0000-7000-8000-0000000000d1',
  type: 'export',
  mode: 'advance',
  declarant: 'FWD-YUXIN',
  preparedAt: '2026-11-12T02:00:02.000Z',
  aeoAsOf: '2026-11-12',
});

const isOutdated = (of: Declaration, record: OneDocument) => movedAway(of, record).length > 0;
const next = (record: typeof shipmentA) => ({ ...record, version: 3 });

describe('a declaration', () => {
  it('holds while the record does not move, or moves elsewhere', () => {
    expect(isOutdated(declaration, shipmentA)).toBe(false);
    expect(isOutdated(declaration, next({ ...shipmentA, references: [] }))).toBe(false);
    expect(isOutdated(declaration, next(withItem(0, { railNaming: { source: 'table', certainty: 'exact' } })))).toBe(
      false,
    );
  });

  it('holds while a mass is the same number, however it is written', () => {
    const written = { value: '9600', rail: '9600.0', sea: '9600' };
    expect(movedAway(declaration, next(withItem(0, { grossMassKg: written })))).toEqual([]);
    expect(isOutdated(declaration, next(withItem(0, { hsCode: '0840732' })))).toBe(true);
  });

  it('holds when the other document comes and agrees, and not when it disagrees', () => {
    const arrived = (grossMassKg: GoodsItem['grossMassKg']) =>
      movedAway(bySeaAlone, next(withItem(0, { grossMassKg })));
    const bySeaAlone = buildDeclaration(
      withItem(0, { grossMassKg: { value: '9600.5', sea: '9600.5' } }),
      () => undefined,
      declaration,
    );
    expect(arrived({ value: '9600', rail: '9600', sea: '9600.5' })).toEqual([]);
    expect(arrived({ rail: '9000', sea: '9600.5' })).toEqual([
      { path: '/goodsItems/0/grossMassKg/rail', now: '9000' },
      { path: '/goodsItems/0/grossMassKg/sea', now: '9600.5' },
    ]);
  });

  it('is outdated when goods or masses have changed', () => {
    expect(isOutdated(declaration, next(withItem(0, { grossMassKg: { value: '9601.000' } })))).toBe(true);
    expect(isOutdated(declaration, next(withItem(1, { hsCode: '871411' })))).toBe(true);
    expect(isOutdated(declaration, next({ ...shipmentA, goodsItems: shipmentA.goodsItems.slice(1) }))).toBe(true);
  });

  it('follows the goods of the bill over the border, not what the waybill alone states', () => {
    const [engines, parts] = billOfEngines.goodsItems as [GoodsItem, GoodsItem];
    const { totals } = billOfEngines;
    const ofEngines = buildDeclaration(billOfEngines, () => undefined, declaration);
    const more = { ...parts, packages: { value: '400', rail: '400' } };
    const now = { ...billOfEngines, totals: { ...totals, packages: { rail: '520', sea: '120' } } };
    expect(movedAway(ofEngines, next({ ...now, goodsItems: [more, engines] }))).toEqual([]);
    const { packages, grossMassKg } = engines;
    const ofTheBill = { ...billOfEngines, goodsItems: [engines], totals: { ...totals, packages, grossMassKg } };
    expect(movedAway(ofEngines, next(ofTheBill))).toEqual([]);
    expect(movedAway(ofEngines, next(shipmentA)).map(({ path }) => path)).toEqual([
      '/goodsItems/1',
      '/totals/packages/declared',
      '/totals/grossMassKg/declared',
    ]);
    expect(isOutdated(declaration, next(billOfEngines))).toBe(true);
  });

  it('is outdated when the goods go on another vessel, voyage or mode, not when the vessel is spelled otherwise', () => {
    const sailing = (change: object) => {
      const legs = shipmentA.legs.map((leg) => (leg.mode === 'sea' ? { ...leg, ...change } : leg));
      return movedAway(declaration, next({ ...shipmentA, legs })).map(({ path }) => path);
    };
    const { vessel = '' } = declaration.borderCrossing.meansOfTransport;
    expect(sailing({ vessel: vessel.toLowerCase() })).toEqual([]);
    expect(sailing({ departsAt: '2026-11-13', departure: 'actual' })).toEqual([]);
    expect(sailing({ vessel: 'ANOTHER' })).toEqual(['/borderCrossing/meansOfTransport/vessel']);
    expect(sailing({ voyage: '999N' })).toEqual(['/borderCrossing/meansOfTransport/voyage']);
    expect(sailing({ mode: 'rail' })).toContain('/borderCrossing/mode');
    expect(movedAway(declaration, next({ ...shipmentA, legs: [] })).map(({ path }) => path)).toContain(
      '/borderCrossing',
    );
  });

  it('is outdated when the bill over the border has another number, not when it comes as another version', () => {
    const withBill = (change: object) => {
      const transportDocuments = shipmentA.transportDocuments.map((document) =>
        document.mode === 'sea' ? { ...document, ...change } : document,
      );
      return movedAway(declaration, next({ ...shipmentA, transportDocuments }));
    };
    const [index, bill] = [...declaration.transportDocuments.entries()].find(([, one]) => one.crossesBorder) ?? [];
    const path = `/transportDocuments/${index}/number`;
    expect(withBill({ number: 'HBL-NEW' })).toEqual([{ path, declared: bill?.number, now: 'HBL-NEW' }]);
    expect(withBill({ version: '2' })).toEqual([]);
  });

  it('of goods in transit is outdated when they enter or leave otherwise, not when their ship comes to be known', () => {
    const built = (legs: OneDocument['legs']) =>
      buildDeclaration({ ...flourInTransit, legs }, () => undefined, { ...declaration, type: 'transit' });
    const moved = (...legs: OneDocument['legs']) =>
      movedAway(built([enteringLeg, leavingLeg]), next({ ...flourInTransit, legs })).map(({ path }) => path);
    expect(moved({ ...enteringLeg, train: '1418' }, { ...leavingLeg, vessel: 'ANOTHER', voyage: '022S' })).toEqual([
      '/borderCrossing/meansOfTransport/train',
      '/exitCrossing/meansOfTransport/vessel',
      '/exitCrossing/meansOfTransport/voyage',
    ]);
    expect(moved(enteringLeg, { ...leavingLeg, mode: 'rail' })).toEqual(['/exitCrossing/mode']);
    expect(moved(enteringLeg)).toEqual(['/borderCrossing']);
    const { vessel: _vessel, voyage: _voyage, ...announced } = leavingLeg;
    expect(movedAway(built([enteringLeg, announced]), next(flourInTransit))).toEqual([]);
    const qingdao = { ...announced, from: { unLocode: 'CNTAO', names: [] } };
    expect(moved(enteringLeg, qingdao)).toEqual(['/exitCrossing/placeOfLoading/unLocode']);
  });

  it('is outdated when the record is no longer open', () => {
    expect(isOutdated(declaration, next({ ...shipmentA, state: 'cancelled' }))).toBe(true);
  });

  it('says where, and whose answer the declared code rests on', () => {
    const resolution = { id: '01a00000-0000-7000-8000-0000000000e1', version: 1 };
    const settled = { source: 'resolution', certainty: 'exact', resolution } as const;
    const lodged = {
      ...declaration,
      goodsItems: declaration.goodsItems.map((item) => ({ ...item, customsNaming: settled })),
    };
    const { hsCode: _revoked, ...unnamed } = shipmentA.goodsItems[1] as (typeof shipmentA.goodsItems)[number];
    const goodsItems = shipmentA.goodsItems.with(1, { ...unnamed, grossMassKg: { value: '6200.60' } });
    expect(movedAway(lodged, next({ ...shipmentA, goodsItems }))).toEqual([
      { path: '/goodsItems/1/hsCode', declared: '871410', resolution },
      { path: '/goodsItems/1/grossMassKg/declared', declared: '6200.50', now: '6200.60' },
      { path: '/totals/grossMassKg/declared', declared: '15800.50', now: '15800.600' },
    ]);
    expect(movedAway(declaration, next({ ...shipmentA, state: 'cancelled' }))).toEqual([
      { path: '/state', declared: 'open', now: 'cancelled' },
    ]);
  });
});

it('the request that the API shows names every change', () => {
  const example = new URL('schemas/api/examples/declaration-request.json', projectRoot);
  const { declared, proposed, changes } = JSON.parse(readFileSync(example, 'utf8')) as RequestView;
  expect(changesBetween(declared, proposed as Declaration)).toEqual(changes);
  const { goodsItems, totals } = proposed as Declaration;
  const masses = [...goodsItems, totals].map(({ grossMassKg }) => grossMassKg);
  const agreed = masses.filter(({ basis }) => basis === 'record').map(({ basis: _, ...sides }) => Object.values(sides));
  expect(agreed.filter(([value = '', ...others]) => others.some((one) => !sameNumber(one, value)))).toEqual([]);
  expect(sumOf(goodsItems.map(({ grossMassKg }) => grossMassKg.declared))).toBe(totals.grossMassKg.declared);
});
