import {
  hasValidCheckDigit,
  normaliseContainerNumber,
  type EventEquipment,
  type EventReport,
  type Reference,
  type TransportEvent,
  type TransportEventKind,
} from '#domain';
import { CONTAINER } from '../../edifact-events/code-lists.js';
import {
  equipmentOf,
  facilityOf,
  firstOf,
  firstTime,
  meansOf,
  placeOf,
  referencesOf,
  remarksOf,
  segmentsIn,
} from '../../edifact-events/parts.js';
import { reportOf, statementOf } from '../../edifact-events/report.js';
import { given } from '../../mapping/given.js';
import { REC_24, REC_24_SCHEME } from '../../mapping/transport-status-codes.js';
import type { Segment } from '../../syntax/edifact.js';
import { REC_24_KEEPERS, STATUS_PLACES, STATUS_TIMES } from './code-lists.js';
import type { Iftsta, Status } from './tree.types.js';

export const toEvents = (tree: Iftsta): EventReport =>
  reportOf(
    tree.message,
    tree.beginning,
    tree.statuses.flatMap((status) => eventsOf(status, tree)),
  );

export const timeOf = ({ group }: Status) => firstTime([group], [...STATUS_TIMES.keys()]);

/** A status of several containers is an event of each; of none, of the consignment. */
export function eventsOf(status: Status, tree: Iftsta): TransportEvent[] {
  const time = timeOf(status);
  if (!time) return [];
  const event = eventOf(status, tree, time);
  const containers = containersOf(status, tree);
  return containers.length === 0 ? [event] : containers.map((equipment) => ({ ...event, equipment }));
}

function eventOf(
  { group, sts, consignment }: Status,
  { message }: Iftsta,
  { time, qualifier }: NonNullable<ReturnType<typeof timeOf>>,
): TransportEvent {
  const loc = group.segments('LOC')[0] ?? firstOf(group.groups('TDT'), 'LOC', STATUS_PLACES);
  return given({
    kind: kindOf(sts),
    code: { scheme: schemeOf(sts), code: sts.text(2, 1) },
    certainty: STATUS_TIMES.get(qualifier) ?? 'actual',
    occursAt: time,
    ...given(statementOf(message)),
    place: placeOf(loc),
    facility: facilityOf(loc),
    means: meansOf(group.group('TDT')?.opening),
    references: unique([
      ...consignmentReference(consignment.opening),
      ...referencesOf([...segmentsIn(message, 'RFF'), ...segmentsIn(group, 'RFF')]),
    ]),
    remarks: remarksIn({ group, sts }),
    path: sts.path(),
  });
}

/** A code of Recommendation 24, unless another keeper's list is named. */
export const kindOf = (sts: Segment): TransportEventKind =>
  (schemeOf(sts) === REC_24_SCHEME ? REC_24.get(sts.text(2, 1)) : undefined) ?? 'other';

const schemeOf = (sts: Segment): string =>
  REC_24_KEEPERS.has(sts.code(2, 3)) ? REC_24_SCHEME : `UNTDID-3055-${sts.code(2, 3)}`;

/** CNI names the consignment by its bill or waybill. */
const consignmentReference = (cni: Segment): Reference[] =>
  [cni.given(2, 1)].flatMap((value) => (value === undefined ? [] : [{ type: 'transportDocument', value } as const]));

const unique = (references: readonly Reference[]): Reference[] => [
  ...new Map(references.map((one) => [`${one.type} ${one.value}`, one])).values(),
];

/** EQD under the status; else RFF+EQ with the status, else with the message. */
export function containersOf({ group }: Pick<Status, 'group'>, { message }: Iftsta): EventEquipment[] {
  const listed = group.groups('EQD', CONTAINER).flatMap((eqd) => equipmentOf(eqd) ?? []);
  if (listed.length > 0) return listed;
  const named = segmentsIn(group, 'RFF', 'EQ');
  return (named.length > 0 ? named : segmentsIn(message, 'RFF', 'EQ')).flatMap(containerNamed);
}

function containerNamed(rff: Segment): EventEquipment[] {
  const number = normaliseContainerNumber(rff.text(1, 2));
  return number === '' ? [] : [{ number, checkDigitValid: hasValidCheckDigit(number), seals: [] }];
}

/** The status in words (4404), then what stands in FTX. */
function remarksIn({ group, sts }: Pick<Status, 'group' | 'sts'>): TransportEvent['remarks'] {
  const words = sts.given(2, 4);
  const remarks = [...(words === undefined ? [] : [{ text: words }]), ...(remarksOf(group) ?? [])];
  return remarks.length > 0 ? remarks : undefined;
}
