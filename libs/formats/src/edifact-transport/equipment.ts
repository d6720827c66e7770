import { hasValidCheckDigit, normaliseContainerNumber, type Container, type Wagon } from '#domain';
import { given } from '../given.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { amountOf, measurementOf } from './quantities.js';

/** 8053. */
export const CONTAINER = 'CN';
export const WAGON = 'RR';

export const containersIn = (equipment: readonly SegmentGroup[]): Container[] =>
  ofKind(equipment, CONTAINER).map(containerOf);
export const wagonsIn = (equipment: readonly SegmentGroup[]): Wagon[] => ofKind(equipment, WAGON).map(wagonOf);

const ofKind = (equipment: readonly SegmentGroup[], kind: string): SegmentGroup[] =>
  equipment.filter(({ opening }) => opening.code(1) === kind);

const numberOf = ({ opening }: SegmentGroup): string => normaliseContainerNumber(opening.text(2, 1));

function containerOf(group: SegmentGroup): Container {
  const number = numberOf(group);
  const measurements = group.segments('MEA').map(measurementOf);
  return given({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    sizeType: group.opening.given(3, 1),
    tareKg: amountOf('tareMass', measurements),
    grossMassKg: amountOf('grossMass', measurements),
    seals: group.segments('SEL').flatMap((seal) => seal.given(1) ?? []),
    path: group.opening.path(),
  });
}

/** EQA names what is attached to the wagon. */
const wagonOf = (group: SegmentGroup): Wagon => ({
  number: group.opening.text(2, 1),
  containerNumbers: group.groups('EQA', CONTAINER).map(numberOf),
  path: group.opening.path(),
});
