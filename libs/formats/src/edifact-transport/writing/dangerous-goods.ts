import type { DangerousGoods } from '#domain';
import { OTHER_REGULATIONS, PACKING_GROUPS, REGULATIONS } from '../code-lists.js';
import { group, type WrittenGroup } from './message-tree.js';
import { codeFor, linesOf, listed } from './texts.js';

export const substance = (goods: DangerousGoods): WrittenGroup =>
  group(
    [
      'DGS',
      codeFor(REGULATIONS, goods.regulation) ?? 'ZZZ',
      goods.hazardClass === undefined ? undefined : [goods.hazardClass],
      [goods.unNumber],
      goods.flashpointCelsius === undefined ? undefined : [inThreeDigits(goods.flashpointCelsius), 'CEL'],
      goods.packingGroup && codeFor(PACKING_GROUPS, goods.packingGroup),
      shortSchedule(goods),
      undefined,
      undefined,
      undefined,
      listed(goods.subsidiaryHazards ?? []),
    ],
    ...texts('AAC', notes(goods)),
    ...texts('AAD', linesOf(goods.properShippingName, 5, 512)),
  );

/** 7106 has three digits, sign and decimal mark aside. */
const inThreeDigits = (celsius: string): string => {
  const short = celsius.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  const missing = 3 - short.replace(/\D/g, '').length;
  return missing > 0 ? short.replace(/\d/, (digit) => '0'.repeat(missing) + digit) : short;
};

/** 8364 has six characters: `F-E,S-D` without its comma. */
const shortSchedule = ({ emergencySchedule }: DangerousGoods): string | undefined =>
  /^F-[A-J],S-[A-Z]$/.test(emergencySchedule ?? '') ? emergencySchedule?.replace(',', '') : undefined;

/** What has no element of its own. */
function notes(goods: DangerousGoods): string[] {
  const { emergencySchedule, limitedQuantity, marinePollutant, chinaRailNumber, regulation } = goods;
  return [
    emergencySchedule !== undefined && shortSchedule(goods) === undefined ? `EMS: ${emergencySchedule}` : undefined,
    marinePollutant === true ? 'MARINE POLLUTANT' : undefined,
    limitedQuantity === true ? 'LIMITED QUANTITY' : undefined,
    codeFor(OTHER_REGULATIONS, regulation),
    chinaRailNumber === undefined ? undefined : `CHINA RAIL NUMBER ${chinaRailNumber}`,
  ].filter((note) => note !== undefined);
}

const texts = (subject: string, lines: readonly string[]): WrittenGroup[] =>
  lines.length === 0 ? [] : [group(['FTX', subject, undefined, undefined, lines])];
