import type { EventEquipment } from '#domain';
import { withSettings, type ReeferStatement } from '../reefers.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { rangeIn, setPointIn, TRANSPORT_TEMPERATURE, usualUnitIn } from '../syntax/edifact/temperatures.js';
import { segmentsIn } from './parts.js';

/** How a container is to be run: TMP, and RNG, which D.00B has with the TMP. */
export function reeferStatements(
  { number }: EventEquipment,
  group: SegmentGroup,
  directory: string,
): readonly ReeferStatement[] {
  const ranges = [group, ...group.groups('TMP')].flatMap((holder) => holder.segments('RNG'));
  return [
    ...segmentsIn(group, 'TMP', TRANSPORT_TEMPERATURE).flatMap((tmp) => setPointIn(tmp, usualUnitIn(directory))),
    ...ranges.flatMap(rangeIn),
  ].map((said) => ({ ...said, containers: [number] }));
}

export const asItIsRun = (
  equipment: EventEquipment,
  group: SegmentGroup,
  directory: string,
): EventEquipment | undefined => withSettings([equipment], reeferStatements(equipment, group, directory), [])[0];
