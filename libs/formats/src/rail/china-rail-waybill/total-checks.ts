import type { Finding } from '#domain';
import { warning } from './findings.js';
import { addsUp } from './goods-checks.js';
import type { RailWaybill } from './tree.types.js';

/** Each total against the sum of what it totals, as far as every part is stated. */
export function checkTotals({ Totals, GoodsItem, Container, Charge }: RailWaybill): Finding[] {
  if (Totals === undefined) return [];
  const sums = [
    ['Packages', GoodsItem.map(({ Packages }) => Packages)],
    ['ConsignorMassKg', GoodsItem.map(({ ConsignorMassKg }) => ConsignorMassKg)],
    ['CarrierMassKg', GoodsItem.map(({ CarrierMassKg }) => CarrierMassKg)],
    ['Containers', Container.length === 0 ? ['0'] : Container.map(() => '1')],
    ['ChargesCny', Charge.map(({ AmountCny }) => AmountCny)],
  ] as const;
  return sums.flatMap(([name, parts]) =>
    addsUp(parts, [Totals[name]]) ? [] : [totalDiffers(`${Totals.path}/${name}`)],
  );
}

const totalDiffers = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.TOTAL',
    path,
    en: 'The total differs from the sum of its parts on this waybill. Correct the total or the parts.',
    zh: '合计与运单各项之和不符。请改正合计或各项数据。',
  });
