import { shipmentA, withItem } from '../testing/shipment-a.js';
import { buildDeclaration } from '../lodge-declaration/build-declaration.js';
import { isOutdated } from './outdated.js';

const declaration = buildDeclaration(shipmentA, () => undefined, {
  declarationId: '01a00000-0000-7000-8000-0000000000d1',
  type: 'export',
  mode: 'advance',
  declarant: 'FWD-YUXIN',
  preparedAt: '2026-11-12T02:00:02.000Z',
  aeoAsOf: '2026-11-12',
});

const next = (record: typeof shipmentA) => ({ ...record, version: 3 });

describe('a declaration', () => {
  it('holds while the record does not move, or moves elsewhere', () => {
    expect(isOutdated(declaration, shipmentA)).toBe(false);
    expect(isOutdated(declaration, next({ ...shipmentA, references: [] }))).toBe(false);
    expect(isOutdated(declaration, next(withItem(0, { railNaming: { source: 'table', certainty: 'exact' } })))).toBe(
      false,
    );
  });

  it('is outdated when goods or masses have changed', () => {
    expect(isOutdated(declaration, next(withItem(0, { grossMassKg: { value: '9601.000' } })))).toBe(true);
    expect(isOutdated(declaration, next(withItem(1, { hsCode: '871411' })))).toBe(true);
    expect(isOutdated(declaration, next({ ...shipmentA, goodsItems: shipmentA.goodsItems.slice(1) }))).toBe(true);
  });

  it('is outdated when the record is no longer open', () => {
    expect(isOutdated(declaration, next({ ...shipmentA, state: 'cancelled' }))).toBe(true);
  });
});
