import type { Leg, Place } from '../consignment.js';
import type { RecordLeg } from '../one-document.js';
import { instantOf } from '../trade-time.js';
import { groupBy, sourcesOf, statementsOf, type HeldDocument, type Statement } from './held-document.js';

/** Legs of all documents in the order of travel, each once, resting on the documents that prove it. */
export function gatherLegs(documents: readonly HeldDocument[]): RecordLeg[] {
  const groups = [
    ...groupBy(
      statementsOf(documents, ({ legs }) => legs),
      ({ value }) => legKey(value),
    ).values(),
  ];
  return inTravelOrder(groups).map(toRecordLeg);
}

const legKey = ({ mode, from, to, train, vessel, voyage }: Leg): string =>
  JSON.stringify([mode, placeKey(from), placeKey(to), train ?? vessel ?? '', voyage ?? '']);

export const placeKey = ({ unLocode, stationCode, names }: Place): string =>
  unLocode ?? stationCode ?? names[0]?.text ?? '';

type LegGroup = readonly Statement<Leg>[];

/** By departure; a leg without times goes where its places put it. */
function inTravelOrder(groups: readonly LegGroup[]): LegGroup[] {
  const dated = groups
    .filter((group) => startOf(group) !== undefined)
    .sort((one, other) => (startOf(one) as number) - (startOf(other) as number));
  const undated = groups.filter((group) => startOf(group) === undefined);
  return undated.reduce((ordered: LegGroup[], group) => insertByPlace(ordered, group), dated);
}

function insertByPlace(ordered: readonly LegGroup[], group: LegGroup): LegGroup[] {
  const leg = legOf(group);
  const before = ordered.findIndex((other) => placeKey(legOf(other).from) === placeKey(leg.to));
  const position = before >= 0 ? before : ordered.length;
  return ordered.toSpliced(position, 0, group);
}

const legOf = (group: LegGroup): Leg => (group[0] as Statement<Leg>).value;

const startOf = (group: LegGroup): number | undefined => {
  const { departsAt, arrivesAt } = legOf(group);
  return instantOf(departsAt) ?? instantOf(arrivesAt);
};

function toRecordLeg(group: LegGroup, index: number): RecordLeg {
  const { path: _path, ...leg } = legOf(group);
  return { sequence: index + 1, ...leg, sources: sourcesOf(group) };
}
