import type { EventReport, TransportEvent } from '#domain';
import { containersIn, eventOf, type Movement } from '../../edifact-events/equipment-message.js';
import { facilityOf, firstOf, firstTime, placeOf } from '../../edifact-events/parts.js';
import { reportOf, statementOf } from '../../edifact-events/report.js';
import { given } from '../../given.js';
import type { SegmentGroup } from '../../syntax/edifact.js';
import { movementOf } from './code-lists.js';
import type { Coreor } from './tree.types.js';

/** The checks have seen to it that the code is known. */
export function toEvents(tree: Coreor): EventReport {
  const movement = movementOf(tree);
  return reportOf(tree.message, tree.beginning, movement ? releasesIn(tree, movement) : []);
}

/** The containers whose time is known. */
function releasesIn(tree: Coreor, movement: Movement): TransportEvent[] {
  const statement = given(statementOf(tree.message));
  return containersIn(tree).flatMap((group) => {
    const time = timeOf(group, tree, movement);
    return time ? [{ ...releaseOf(group, tree, movement), ...statement, occursAt: time.time }] : [];
  });
}

/** D.95B has the container's places with its transport only. */
export function releaseOf(group: SegmentGroup, tree: Coreor, movement: Movement): Omit<TransportEvent, 'occursAt'> {
  const event = eventOf(group, tree, movement);
  const loc = firstOf([group, ...group.groups('TDT'), tree.mainCarriage], 'LOC', movement.places);
  return given({ ...event, place: placeOf(loc), facility: facilityOf(loc) });
}

/** The container's own time goes before that of the whole order. */
export const timeOf = (group: SegmentGroup, tree: Coreor, { times }: Movement) =>
  firstTime([...datedWithContainer(group), ...datedWithOrder(tree)], times);

/** No directory has DTM with EQD itself. */
export const datedWithContainer = (group: SegmentGroup): SegmentGroup[] =>
  ['LOC', 'TDT', 'NAD'].flatMap((tag) => group.groups(tag));

/** D.00B dates the release number or the bill (RFF); D.95B knows the parties' times (NAD) and the ship's only. */
export const datedWithOrder = ({ message, mainCarriage }: Coreor): SegmentGroup[] => [
  message,
  ...['RFF', 'NAD'].flatMap((tag) => message.groups(tag)),
  ...(mainCarriage ? [mainCarriage, ...mainCarriage.groups('LOC')] : []),
];
