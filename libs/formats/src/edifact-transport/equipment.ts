import { hasValidCheckDigit, normaliseContainerNumber, type Container, type Wagon } from '#domain';
import { given } from '../given.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { GROSS, TARE } from './code-lists.js';
import { amountIn, measurementOf } from './quantities.js';

/** 8053. */
export const CONTAINER = 'CN';
export const WAGON = 'RR';

export const containersIn = (equipment: readonly SegmentGroup[]): SegmentGroup[] => ofKind(equipment, CONTAINER);
export const wagonsIn = (equipment: readonly SegmentGroup[]): SegmentGroup[] => ofKind(equipment, WAGON);

const ofKind = (equipment: readonly SegmentGroup[], kind: string): SegmentGroup[] =>
  equipment.filter(({ opening }) => opening.code(1) === kind);

export const numberOf = ({ opening }: SegmentGroup): string => normaliseContainerNumber(opening.text(2, 1));

export function containerOf(group: SegmentGroup): Container {
  const number = numberOf(group);
  const measurements = group.segments('MEA').map(measurementOf);
  return given({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    sizeType: group.opening.given(3, 1),
    tareKg: amountIn(measurements, TARE),
    grossMassKg: amountIn(measurements, GROSS),
    seals: group.segments('SEL').flatMap((seal) => seal.given(1) ?? []),
    path: group.opening.path(),
  });
}

/** EQA names what is attached to the wagon. */
export const wagonOf = (group: SegmentGroup): Wagon => ({
  number: group.opening.text(2, 1),
  containerNumbers: group.groups('EQA', CONTAINER).map(({ opening }) => normaliseContainerNumber(opening.text(2, 1))),
  path: group.opening.path(),
});
