import { instantAt, type Place, type TradeTime } from '#domain';

/** Steps of a journey, in the order of travel. */
interface Timed {
  readonly occursAt: TradeTime;
  readonly place?: Place;
}

/**
 * The instant each step of a journey is ordered by. A day without a time of day may stand anywhere in its day; so that a ship never
 * sails before the train of the same morning has come, it gives way to its neighbours of that day. All times must be real ones.
 */
export function journeyInstants(journey: readonly Timed[]): number[] {
  const instants = journey.map(({ occursAt, place }) => instantAt(occursAt, place) ?? Number.NaN);
  const settle = (index: number, neighbour: number, bound: (one: number, other: number) => number) => {
    if (mayMove(journey[index], journey[neighbour])) {
      instants[index] = bound(instants[index] as number, instants[neighbour] as number);
    }
  };
  for (let index = 1; index < journey.length; index += 1) settle(index, index - 1, Math.max);
  for (let index = journey.length - 2; index >= 0; index -= 1) settle(index, index + 1, Math.min);
  return instants;
}

const DAY_LENGTH = '2026-11-12'.length;

const mayMove = (step: Timed | undefined, neighbour: Timed | undefined): boolean =>
  step !== undefined &&
  step.occursAt.length === DAY_LENGTH &&
  neighbour?.occursAt.slice(0, DAY_LENGTH) === step.occursAt;
