import type { Container, Temperature, Wagon } from '#domain';
import { TRANSPORT_TEMPERATURE } from '../../syntax/edifact/temperatures.js';
import { CONTAINER, WAGON } from '../equipment.js';
import { measurement } from './goods.js';
import { group, type WrittenGroup } from './message-tree.js';

/** 8155 of ISO 6346 (1131: 102, 3055: 5). */
export const container = ({ number, sizeType, tareKg, grossMassKg, seals, reeferSettings }: Container): WrittenGroup =>
  group(
    ['EQD', CONTAINER, [number], sizeType === undefined ? undefined : [sizeType, '102', '5']],
    ...measurement('T', 'KGM', tareKg),
    ...measurement('AET', 'KGM', grossMassKg),
    ...measurement('AAO', 'P1', reeferSettings?.humidityPercent),
    ...measurement('AAS', 'MQH', reeferSettings?.airExchangeM3PerHour),
    ...seals.map((seal) => group(['SEL', seal])),
    ...setPoint(reeferSettings?.setPoint),
  );

export const setPoint = (temperature: Temperature | undefined): WrittenGroup[] =>
  temperature ? [group(['TMP', TRANSPORT_TEMPERATURE, [temperature.value, temperature.unit]])] : [];

export const wagon = ({ number, containerNumbers }: Wagon): WrittenGroup =>
  group(['EQD', WAGON, [number]], ...containerNumbers.map((each) => group(['EQA', CONTAINER, [each]])));
