import {
  hasErrors,
  normaliseContainerNumber,
  type EventCertainty,
  type EventEquipment,
  type TransportEvent,
  type TransportEventKind,
} from '#domain';
import type { Reading } from '../format.js';
import { given } from '../mapping/given.js';
import { withSettings, type ReeferStatement } from '../mapping/reefers.js';
import type { EdifactSource, Message, Segment, SegmentGroup } from '../syntax/edifact.js';
import { statementsIn } from '../syntax/edifact/temperatures.js';
import { CONTAINER } from './code-lists.js';
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
} from './parts.js';
import { statementOf } from './report.js';

/** CODECO, COARRI, COPRAR or COREOR: containers one by one, under the ship's voyage they are for. */
export interface EquipmentMessage {
  readonly message: Message;
  /** BGM. */
  readonly beginning: Segment;
  /** TDT+20, with its places and times. */
  readonly mainCarriage: SegmentGroup | undefined;
  /** EQD. */
  readonly equipment: readonly SegmentGroup[];
  /** What is said of goods, by the container that they are in; '' where they are in none. */
  readonly reefersOfGoods: ReadonlyMap<string, readonly ReeferStatement[]>;
}

/** What such a message says of each of its containers. */
export interface Movement {
  readonly kind: TransportEventKind;
  readonly certainty: EventCertainty;
  /** 2005, the nearer word first: of the container, else of the ship's voyage. */
  readonly times: readonly string[];
  /** 3227, likewise. */
  readonly places: readonly string[];
  /** Containers pass a gate by lorry or train (TDT of the container), and go over the quay by ship. */
  readonly isByLand: boolean;
}

/** The message held against its directory. Findings are `EDIFACT.*`. */
export function readEquipmentMessage(source: EdifactSource): Reading<EquipmentMessage> {
  const { message, findings } = source.read();
  const beginning = message?.segment('BGM');
  if (!message || !beginning || hasErrors(findings)) return { findings };
  const [mainCarriage] = message.groups('TDT');
  const tree = {
    message,
    beginning,
    mainCarriage,
    equipment: message.groups('EQD'),
    reefersOfGoods: reefersOfGoods(message),
  };
  return { tree, findings };
}

const reefersOfGoods = (message: Message): Map<string, ReeferStatement[]> =>
  Map.groupBy(
    message
      .groups('GID')
      .flatMap((goods) => containersOf(goods).flatMap((number) => statementsIn(goods, number, message.directory))),
    ({ containers: [number = ''] }) => number,
  );

function containersOf(goods: SegmentGroup): string[] {
  const splits = [...goods.segments('SGP'), ...goods.groups('SGP').map(({ opening }) => opening)];
  return splits.length > 0 ? splits.map((sgp) => normaliseContainerNumber(sgp.text(1, 1))) : [''];
}

export const containersIn = ({ equipment }: EquipmentMessage): SegmentGroup[] =>
  equipment.filter(({ opening }) => opening.code(1) === CONTAINER);

/** The container's own time goes before the ship's; at either, D.00B has times of a place with the place. */
const timeOf = (group: SegmentGroup, { mainCarriage }: EquipmentMessage, { times, places }: Movement) =>
  firstTime(
    [group, mainCarriage].flatMap((holder) => [
      holder,
      ...places.flatMap((qualifier) => holder?.groups('LOC', qualifier) ?? []),
    ]),
    times,
  );

/** Where a message has what is read of its containers. */
export interface Layout {
  /** What holds times that are looked at. */
  dated(tree: EquipmentMessage): readonly (SegmentGroup | undefined)[];
  timeOf(group: SegmentGroup, tree: EquipmentMessage, movement: Movement): ReturnType<typeof firstTime>;
  eventOf(group: SegmentGroup, tree: EquipmentMessage, movement: Movement): Omit<TransportEvent, 'occursAt'>;
}

/** The containers whose time is known. */
export function movementsIn(tree: EquipmentMessage, movement: Movement, layout: Layout = USUAL): TransportEvent[] {
  const statement = statementOf(tree.message);
  return containersIn(tree).flatMap((group) => {
    const time = layout.timeOf(group, tree, movement);
    return time ? [{ ...layout.eventOf(group, tree, movement), ...given(statement), occursAt: time.time }] : [];
  });
}

/** What is said of the container itself, and of the goods in it. */
export const reefersOf = (group: SegmentGroup, number: string, { message, reefersOfGoods }: EquipmentMessage) => ({
  own: statementsIn(group, number, message.directory),
  ofGoods: reefersOfGoods.get(number) ?? [],
});

function asItIsRun(group: SegmentGroup, tree: EquipmentMessage): EventEquipment | undefined {
  const equipment = equipmentOf(group);
  if (!equipment) return undefined;
  const { own, ofGoods } = reefersOf(group, equipment.number, tree);
  return withSettings([equipment], own, ofGoods)[0];
}

export function eventOf(
  group: SegmentGroup,
  tree: EquipmentMessage,
  { kind, certainty, places, isByLand }: Movement,
): Omit<TransportEvent, 'occursAt'> {
  const { message, beginning, mainCarriage } = tree;
  const loc = firstOf([group, mainCarriage], 'LOC', places);
  const own = isByLand ? group.group('TDT')?.opening : undefined;
  return given({
    kind,
    code: { scheme: 'UNTDID-1001', code: beginning.text(1, 1) },
    certainty,
    place: placeOf(loc),
    facility: facilityOf(loc),
    equipment: asItIsRun(group, tree),
    means: meansOf(own) ?? meansOf(mainCarriage?.opening),
    references: referencesOf([...segmentsIn(message, 'RFF'), ...segmentsIn(group, 'RFF')]),
    remarks: remarksOf(group),
    path: group.opening.path(),
  });
}

/** With the container and with the ship's voyage. */
export const USUAL: Layout = {
  dated: ({ mainCarriage, equipment }) => [mainCarriage, ...equipment],
  timeOf,
  eventOf,
};
