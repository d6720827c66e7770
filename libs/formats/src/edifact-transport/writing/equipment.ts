import type { Container, Wagon } from '#domain';
import { CONTAINER, WAGON } from '../equipment.js';
import { measurement } from './goods.js';
import { group, type WrittenGroup } from './message-tree.js';

/** 8155 of ISO 6346 (1131: 102, 3055: 5). */
export const container = ({ number, sizeType, tareKg, grossMassKg, seals }: Container): WrittenGroup =>
  group(
    ['EQD', CONTAINER, [number], sizeType === undefined ? undefined : [sizeType, '102', '5']],
    ...measurement('T', 'KGM', tareKg),
    ...measurement('AET', 'KGM', grossMassKg),
    ...seals.map((seal) => group(['SEL', seal])),
  );

export const wagon = ({ number, containerNumbers }: Wagon): WrittenGroup =>
  group(['EQD', WAGON, [number]], ...containerNumbers.map((each) => group(['EQA', CONTAINER, [each]])));
