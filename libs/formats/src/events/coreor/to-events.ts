import type { EventReport, TransportEvent } from '#domain';
import { eventOf, movementsIn, type Layout, type Movement } from '../../edifact-events/equipment-message.js';
import { facilityOf, firstOf, firstTime, placeOf } from '../../edifact-events/parts.js';
import { reportOf } from '../../edifact-events/report.js';
import { given } from '../../mapping/given.js';
import type { SegmentGroup } from '../../syntax/edifact.js';
import { movementOf } from './code-lists.js';
import type { Coreor } from './tree.types.js';

/** The checks have seen to it that the code is known. */
export function toEvents(tree: Coreor): EventReport {
  const movement = movementOf(tree);
  return reportOf(tree.message, tree.beginning, movement ? movementsIn(tree, movement, RELEASES) : []);
}

/** D.95B has the container's places with its transport only. */
function releaseOf(group: SegmentGroup, tree: Coreor, movement: Movement): Omit<TransportEvent, 'occursAt'> {
  const event = eventOf(group, tree, movement);
  const loc = firstOf([group, ...group.groups('TDT'), tree.mainCarriage], 'LOC', movement.places);
  return given({ ...event, place: placeOf(loc), facility: facilityOf(loc) });
}

/** No directory has DTM with EQD itself. */
const datedWithContainer = (group: SegmentGroup): SegmentGroup[] =>
  ['LOC', 'TDT', 'NAD'].flatMap((tag) => group.groups(tag));

/** D.00B dates the release number or the bill (RFF); D.95B knows the parties' times (NAD) and the ship's only. */
const datedWithOrder = ({ message, mainCarriage }: Coreor): SegmentGroup[] => [
  message,
  ...['RFF', 'NAD'].flatMap((tag) => message.groups(tag)),
  ...(mainCarriage ? [mainCarriage, ...mainCarriage.groups('LOC')] : []),
];

/** The container's own time goes before that of the whole order. */
export const RELEASES: Layout = {
  dated: (tree) => [...datedWithOrder(tree), ...tree.equipment.flatMap(datedWithContainer)],
  timeOf: (group, tree, { times }) => firstTime([...datedWithContainer(group), ...datedWithOrder(tree)], times),
  eventOf: releaseOf,
};
