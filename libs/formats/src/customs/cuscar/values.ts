import type { DecimalText } from '#domain';
import type { SegmentGroup } from '../../syntax/edifact.js';
import { CUBIC_METRES, KILOGRAMS, TONNES } from './code-lists.js';

/** MEA with one of these attributes, in kilograms or cubic metres; tonnes are moved by three places, exactly. */
export function measured(group: SegmentGroup, attributes: readonly string[]): DecimalText | undefined {
  const found = attributes.flatMap((attribute) =>
    group.segments('MEA').filter((mea) => mea.code(2, 1) === attribute),
  )[0];
  const value = found?.decimal(3, 2);
  if (!found || value === undefined) return undefined;
  return isReadUnit(found.code(3, 1)) ? inUnit(value, found.code(3, 1)) : undefined;
}

export const isReadUnit = (unit: string): boolean => [KILOGRAMS, TONNES, CUBIC_METRES].includes(unit);

function inUnit(value: DecimalText, unit: string): DecimalText {
  if (unit !== TONNES) return value;
  const [whole = '', fraction = ''] = value.split('.');
  const moved = `${whole}${fraction.slice(0, 3).padEnd(3, '0')}`.replace(/^(-?)0+(?=\d)/, '$1');
  return fraction.length > 3 ? `${moved}.${fraction.slice(3)}` : moved;
}
