import { hasValidCheckDigit, normaliseContainerNumber, type Container, type Wagon } from '#domain';
import { given } from '../mapping/given.js';
import type { ReeferStatement } from '../mapping/reefers.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { amountOf, measurementOf } from './quantities.js';
import { statementsOfContainer } from './reefers.js';

/** 8053. */
export const CONTAINER = 'CN';
export const WAGON = 'RR';

interface ListedContainer {
  readonly container: Container;
  readonly reefer: readonly ReeferStatement[];
}

export const containersIn = (equipment: readonly SegmentGroup[], usualUnit: string): ListedContainer[] =>
  ofKind(equipment, CONTAINER).map((group) => listedContainer(group, usualUnit));
export const wagonsIn = (equipment: readonly SegmentGroup[]): Wagon[] => ofKind(equipment, WAGON).map(wagonOf);

const ofKind = (equipment: readonly SegmentGroup[], kind: string): SegmentGroup[] =>
  equipment.filter(({ opening }) => opening.code(1) === kind);

const numberOf = ({ opening }: SegmentGroup): string => normaliseContainerNumber(opening.text(2, 1));

function listedContainer(group: SegmentGroup, usualUnit: string): ListedContainer {
  const number = numberOf(group);
  const measurements = group.segments('MEA').map(measurementOf);
  const container = given({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    sizeType: group.opening.given(3, 1),
    tareKg: amountOf('tareMass', measurements),
    grossMassKg: amountOf('grossMass', measurements),
    seals: group.segments('SEL').flatMap((seal) => seal.given(1) ?? []),
    path: group.opening.path(),
  });
  return { container, reefer: statementsOfContainer(container, group, measurements, usualUnit) };
}

/** EQA names what is attached to the wagon. */
const wagonOf = (group: SegmentGroup): Wagon => ({
  number: group.opening.text(2, 1),
  containerNumbers: group.groups('EQA', CONTAINER).map(numberOf),
  path: group.opening.path(),
});
