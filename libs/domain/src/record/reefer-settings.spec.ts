import type { ReeferSettings } from '../consignment.js';
import { bill, container, held, waybill } from '../testing/documents.js';
import { assemble } from './assemble.js';

const setAt = (value: string, unit: 'CEL' | 'FAH' = 'CEL'): ReeferSettings => ({ setPoint: { value, unit } });
const cold = (...all: readonly (ReeferSettings | undefined)[]) => ({
  containers: all.map((reeferSettings) => container('XQLU3054382', reeferSettings && { reeferSettings })),
});
const settingsIn = ({ equipment }: ReturnType<typeof assemble>) => equipment[0]?.reeferSettings;

describe('how a container is to be run', () => {
  it('is absent where no document says it', () => {
    expect(assemble([held(waybill())]).equipment[0]).not.toHaveProperty('reeferSettings');
  });

  it('is what one side says, or what both say in two units', () => {
    const sea = held(bill(cold(setAt('-18'))));
    expect(settingsIn(assemble([held(waybill()), sea]))).toEqual({ value: setAt('-18'), sea: setAt('-18') });
    const record = assemble([held(waybill(cold(setAt('-0.4', 'FAH')))), sea]);
    expect(settingsIn(record)).toEqual({
      value: setAt('-0.4', 'FAH'),
      rail: setAt('-0.4', 'FAH'),
      sea: setAt('-18'),
    });
    expect(record.discrepancies).toEqual([]);
  });

  it('is both together where a set point lies in the range of the other side', () => {
    const range: ReeferSettings = { minimum: { value: '2', unit: 'CEL' }, maximum: { value: '8', unit: 'CEL' } };
    const record = assemble([held(waybill(cold(range))), held(bill(cold(setAt('5'))))]);
    expect(settingsIn(record)?.value).toEqual({ ...range, ...setAt('5') });
  });

  it('has no value where the sides differ, and a discrepancy says what each of them wants', () => {
    const [rail, sea] = [held(waybill(cold(setAt('2')))), held(bill(cold(setAt('-18.0'))))];
    const record = assemble([rail, sea]);
    expect(settingsIn(record)).toEqual({ rail: setAt('2'), sea: setAt('-18.0') });
    expect(record.discrepancies).toEqual([
      {
        code: 'REEFER_SETTINGS',
        field: 'reeferSettings',
        path: '/equipment/0/reeferSettings',
        rail: { value: '2 °C', sources: [rail.source.documentId] },
        sea: { value: '-18.0 °C', sources: [sea.source.documentId] },
      },
    ]);
  });

  it('is told where two railways differ; the first one counts, and what others add', () => {
    const [first, second] = [held(waybill(cold(setAt('2')))), held(waybill({ number: 'CQ2', ...cold(setAt('4')) }))];
    const third = held(waybill({ number: 'CQ3', ...cold({ ...setAt('2.0'), humidityPercent: '60' }) }));
    const record = assemble([first, second, third]);
    expect(settingsIn(record)?.value).toEqual({ ...setAt('2'), humidityPercent: '60' });
    expect(record.discrepancies).toContainEqual({
      code: 'REEFER_SETTINGS',
      field: 'reeferSettings',
      path: '/equipment/0/reeferSettings',
      rail: { value: '2 °C, 60 % RH', sources: [first.source.documentId, third.source.documentId] },
      sea: null,
      other: [{ value: '4 °C', sources: [second.source.documentId] }],
    });
  });
});
