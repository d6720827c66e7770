import { hasValidCheckDigit, isContainerNumber, normaliseContainerNumber, type Container, type Wagon } from '#domain';
import { given } from '../mapping/given.js';
import type { Consignment, TransportEquipment } from './building-blocks.types.js';
import { CONTAINER, RAIL_WAGON } from './code-lists.js';
import { kilograms } from './quantities.js';

/** A container or wagon with its place in the document. */
export interface ListedEquipment {
  readonly kind: 'container' | 'wagon' | 'unknown';
  /** Containers without spaces and hyphens and in capitals; wagons as written. */
  readonly number: string;
  readonly equipment: TransportEquipment;
  readonly path: string;
}

export const listedEquipment = ({ utilizedLogisticsTransportEquipment: listed }: Consignment): ListedEquipment[] =>
  (listed ?? []).map((equipment, index) => {
    const kind = kindOf(equipment);
    const written = equipment.id?.content ?? '';
    return {
      kind,
      number: kind === 'container' ? normaliseContainerNumber(written) : written,
      equipment,
      path: `/specifiedConsignment/0/utilizedLogisticsTransportEquipment/${index}`,
    };
  });

/** By its category; equipment of another or no category is a container when its number is one by ISO 6346. */
function kindOf({ id, categoryCode }: TransportEquipment): ListedEquipment['kind'] {
  if (categoryCode?.content === CONTAINER) return 'container';
  if (categoryCode?.content === RAIL_WAGON) return 'wagon';
  return isContainerNumber(normaliseContainerNumber(id?.content ?? '')) ? 'container' : 'unknown';
}

export const containersOf = (listed: readonly ListedEquipment[]): Container[] =>
  numbered(listed, 'container').map(({ number, equipment, path }) => ({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    ...given({
      sizeType: equipment.characteristicCode?.content,
      tareKg: equipment.tareWeight && kilograms(equipment.tareWeight),
      grossMassKg: equipment.grossWeight && kilograms(equipment.grossWeight),
    }),
    seals: (equipment.affixedLogisticsSeal ?? []).flatMap(({ id }) => (id ?? []).map(({ content }) => content)),
    path,
  }));

export const wagonsOf = (listed: readonly ListedEquipment[]): Wagon[] =>
  numbered(listed, 'wagon').map(({ number, equipment, path }) => ({
    number,
    containerNumbers: carriedOn(equipment),
    path,
  }));

/** Numbers of what is listed and is no container: an item that names one of them is not in a container. */
export const otherNumbers = (listed: readonly ListedEquipment[]): ReadonlySet<string> =>
  new Set(listed.filter(({ kind }) => kind !== 'container').map(({ number }) => number));

const numbered = (listed: readonly ListedEquipment[], kind: ListedEquipment['kind']): ListedEquipment[] =>
  listed.filter((entry) => entry.kind === kind && entry.number !== '');

/** Numbers of the containers on a wagon, each once. */
export const carriedOn = ({ carriedAssociatedTransportEquipment: carried }: TransportEquipment): string[] => [
  ...new Set((carried ?? []).flatMap(({ id }) => (id ?? []).map(({ content }) => normaliseContainerNumber(content)))),
];
