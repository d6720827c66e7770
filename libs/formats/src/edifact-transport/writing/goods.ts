import type { GoodsLine, LocalText, ReeferSettings, Stowage } from '#domain';
import { rangeOfGoods } from '../../mapping/reefers.js';
import { TEMPERATURE_RANGE } from '../../syntax/edifact/temperatures.js';
import { RAIL_CODE_LISTS } from '../code-lists.js';
import { substance } from './dangerous-goods.js';
import { group, type WrittenGroup } from './message-tree.js';
import { codeFor, fitting, inPieces, linesOf, listed } from './texts.js';

export const goodsItem = (line: GoodsLine, settings: ReadonlyMap<string, ReeferSettings>): WrittenGroup =>
  group(
    ['GID', line.sequence, packaging(line)],
    ...temperatureRange(rangeOfGoods(line, settings)),
    ...commodityCodes(
      '5',
      line.hsCodes.map((code) => [code, 'HS']),
    ),
    ...commodityCodes(
      '1',
      line.railCodes.map(({ scheme, code }) => [code, 'CC', codeFor(RAIL_CODE_LISTS, scheme), 'ZZZ']),
    ),
    ...line.names.map(description),
    ...measurements(line),
    ...inPieces(
      (line.marks ?? []).flatMap((mark) => fitting(mark, 35) ?? []),
      10,
    ).map((marks) => group(['PCI', undefined, marks])),
    ...line.stowage.map(split),
    ...line.dangerousGoods.map(substance),
  );

/** Its two ends in one unit. */
export function temperatureRange(range: Pick<ReeferSettings, 'minimum' | 'maximum'> = {}): WrittenGroup[] {
  const unit = (range.minimum ?? range.maximum)?.unit;
  const [minimum, maximum] = [range.minimum, range.maximum].map((end) => (end?.unit === unit ? end?.value : undefined));
  return unit === undefined ? [] : [group(['RNG', TEMPERATURE_RANGE, [unit, minimum, maximum]])];
}

/** 7065 of UN/ECE Recommendation 21. */
function packaging({ packages, packageType, packageText }: GoodsLine): readonly (string | undefined)[] | undefined {
  if (packageType === undefined && packageText === undefined) return packages === undefined ? undefined : [packages];
  return [packages, packageType, undefined, '6', fitting(packageText, 35)];
}

const commodityCodes = (function_: string, codes: readonly (readonly (string | undefined)[])[]): WrittenGroup[] =>
  inPieces(codes, 5).map((pieces) => group(['PIA', function_, ...pieces]));

/** Names behind the first are numbered, so that two in one language stay two. */
const description = ({ text, language }: LocalText, index: number): WrittenGroup =>
  group([
    'FTX',
    'AAA',
    undefined,
    index === 0 ? undefined : [String(index + 1), undefined, 'ZZZ'],
    listed(linesOf(text, 5, 512)),
    language?.toUpperCase(),
  ]);

const measurements = ({ grossMassKg, netMassKg, volumeM3 }: Omit<Stowage, 'containerNumber'>): WrittenGroup[] => [
  ...measurement('G', 'KGM', grossMassKg),
  ...measurement('N', 'KGM', netMassKg),
  ...measurement('AAW', 'MTQ', volumeM3),
];

export const measurement = (attribute: string, unit: string, value: string | undefined): WrittenGroup[] =>
  value === undefined ? [] : [group(['MEA', 'AAE', attribute, [unit, value]])];

const split = ({ containerNumber, packages, ...measured }: Stowage): WrittenGroup =>
  group(['SGP', [containerNumber], packages], ...measurements(measured));
