import {
  normaliseContainerNumber,
  sumOf,
  type DangerousGoods,
  type DecimalText,
  type GoodsLine,
  type Stowage,
} from '#domain';
import { given } from '../mapping/given.js';
import type { ConsignmentItem, DangerousSubstance, LogisticsPackage, Quantity } from './building-blocks.types.js';
import { CELSIUS, PACKING_GROUPS, REGULATION_NAMES, REGULATIONS } from './code-lists.js';
import type { CommodityCode } from './commodity-codes.js';
import { decimal, kilograms } from './quantities.js';
import { contentOf, contents, first, joined, localTexts } from './texts.js';

/** What a form tells of its items beside the items themselves. */
export interface GoodsContext {
  /** The commodity codes of each item. */
  readonly codes: readonly (readonly CommodityCode[])[];
  /** Numbers of the equipment that is no container. */
  readonly others: ReadonlySet<string>;
  /** The list dangerous goods are declared under when they name none. */
  readonly regulation: DangerousGoods['regulation'];
}

export function goodsLine(item: ConsignmentItem, index: number, context: GoodsContext): GoodsLine {
  const codes = context.codes[index] ?? [];
  const packages = packagesOf(item);
  const grossMassKg = item.grossWeight?.[0] && kilograms(item.grossWeight[0]);
  const marks = marksOf(item);
  return {
    sequence: item.sequenceNumeric?.content ?? String(index + 1),
    names: localTexts(item.natureIdCargo?.[0]?.id),
    railCodes: codes.flatMap(({ scheme, code }) => (scheme === 'HS' ? [] : [{ scheme, code }])),
    hsCodes: codes.filter(({ scheme }) => scheme === 'HS').map(({ code }) => code),
    ...given({
      packages,
      ...packaging(item.transportLogisticsPackage ?? []),
      grossMassKg,
      marks: marks.length > 0 ? marks : undefined,
    }),
    stowage: stowageOf(containersNamed(item, context.others), given({ packages, grossMassKg })),
    dangerousGoods: (item.applicableDangerousGoods ?? []).map((substance) =>
      dangerousGoods(substance, context.regulation),
    ),
    path: `/specifiedConsignment/0/includedConsignmentItem/${index}`,
  };
}

/** Marks of the item and of its packages. */
const marksOf = ({ physicalLogisticsShippingMarks: marks, transportLogisticsPackage: kinds }: ConsignmentItem) =>
  [marks, ...(kinds ?? []).map((kind) => kind.physicalLogisticsShippingMarks)]
    .flatMap((list) => list ?? [])
    .flatMap(({ marking }) => contents(marking));

/** Number of packages over all kinds of packaging, when each kind gives it. */
export const packagesOf = ({ transportLogisticsPackage: kinds }: ConsignmentItem) =>
  sumOf((kinds ?? []).map(({ itemQuantity }) => itemQuantity && decimal(itemQuantity)));

/** The package type when there is one kind only; its text names every kind. */
function packaging(kinds: readonly LogisticsPackage[]) {
  const codes = [...new Set(kinds.flatMap(({ typeCode }) => contents(typeCode)))];
  return {
    packageType: codes.length === 1 ? codes[0] : undefined,
    packageText: joined(kinds.flatMap(({ type }) => type ?? [])),
  };
}

/** The containers an item says it is in, each once. */
export const containersNamed = (item: ConsignmentItem, others: ReadonlySet<string>): string[] => [
  ...new Set(
    (item.associatedReferencedLogisticsTransportEquipment ?? [])
      .flatMap(({ id }) => (id && !others.has(id.content) ? [normaliseContainerNumber(id.content)] : []))
      .filter((number) => number !== ''),
  ),
];

/** An item in one container is there whole; of an item in several, the document does not say how much is in which. */
const stowageOf = (containers: readonly string[], whole: Omit<Stowage, 'containerNumber'>): Stowage[] =>
  containers.map((containerNumber) => ({ containerNumber, ...(containers.length === 1 ? whole : {}) }));

/** UN numbers are written with or without `UN`, in Russian `ООН`. */
const UN_NUMBER = /^(?:UN|ООН)?\s*(\d{4})$/i;

export const unNumberOf = ({ undgIdCode }: DangerousSubstance): string | undefined =>
  UN_NUMBER.exec(undgIdCode?.content.trim() ?? '')?.[1];

const dangerousGoods = (substance: DangerousSubstance, undeclared: DangerousGoods['regulation']): DangerousGoods => ({
  unNumber: unNumberOf(substance) ?? '',
  ...given({
    properShippingName: contentOf(substance.properShippingName) ?? extensionText(substance['x-properShippingName']),
    hazardClass: contentOf(substance.hazardClassificationId),
    packingGroup: PACKING_GROUPS[contentOf(substance.packagingDangerLevelCode) ?? ''],
    emergencySchedule: contentOf(substance.emsId),
    flashpointCelsius: flashpointCelsius(substance),
  }),
  regulation: REGULATIONS[contentOf(substance.regulationCode) ?? ''] ?? regulationNamed(substance) ?? undeclared,
});

/** The regulation whose name is given, when it is one: a substance under RID and SMGS Annex 2 is declared under either. */
function regulationNamed({ regulationName }: DangerousSubstance): DangerousGoods['regulation'] | undefined {
  const name = joined(regulationName) ?? '';
  const named = REGULATION_NAMES.filter(([pattern]) => pattern.test(name));
  return named.length === 1 ? named[0]?.[1] : undefined;
}

const extensionText = (written: unknown): string | undefined =>
  typeof written === 'string' && written !== '' ? written : undefined;

/** The flashpoint as measured, in whatever unit. */
export const flashpointOf = ({ flashpointTemperatureMeasurement }: DangerousSubstance): Quantity | undefined =>
  first(first(flashpointTemperatureMeasurement)?.actual);

function flashpointCelsius(substance: DangerousSubstance): DecimalText | undefined {
  const flashpoint = flashpointOf(substance);
  return flashpoint?.unitCode === CELSIUS ? decimal(flashpoint) : undefined;
}
