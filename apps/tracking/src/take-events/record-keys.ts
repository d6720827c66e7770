import { instantOf, isKeyOfRecords, type OneDocument } from '#domain';
import type { EventKey } from './event-keys.js';

export interface RecordKey extends EventKey {
  readonly oneDocumentId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * What events can find a record by. A merged record has nothing left to be found by; the container of a cancelled one is somebody else's to use,
 * while its documents' numbers stay its own.
 */
export function recordKeysOf(record: OneDocument): RecordKey[] {
  if (record.state === 'merged') return [];
  const keys: EventKey[] = [
    ...record.transportDocuments.map(({ number }): EventKey => ({ type: 'transportDocument', value: number })),
    ...record.references.flatMap(({ type, value }): EventKey[] => (isKeyOfRecords(type) ? [{ type, value }] : [])),
    ...(record.state === 'cancelled' ? [] : containersOf(record)),
  ];
  const journey = journeyOf(record);
  const distinct = new Map(keys.map((key) => [`${key.type} ${key.value}`, key]));
  return [...distinct.values()].map((key) => ({ ...key, ...journey, oneDocumentId: record.id }));
}

/** A container whose check digit is wrong may be another one's number mistyped. */
const containersOf = ({ equipment }: OneDocument): EventKey[] =>
  equipment
    .filter(({ checkDigitValid }) => checkDigitValid)
    .map(({ number }) => ({ type: 'container', value: number }));

/** From the first time that the legs know to the last; else from when the documents were issued or came. */
function journeyOf({ legs, transportDocuments }: OneDocument): Pick<RecordKey, 'startsAt' | 'endsAt'> {
  const ofLegs = instants(legs.flatMap(({ departsAt, arrivesAt }) => [departsAt, arrivesAt]));
  const ofDocuments = instants(transportDocuments.map(({ issuedAt, receivedAt }) => issuedAt ?? receivedAt));
  const times = ofLegs.length > 0 ? ofLegs : ofDocuments;
  return {
    startsAt: new Date(Math.min(...times)).toISOString(),
    endsAt: new Date(Math.max(...times)).toISOString(),
  };
}

const instants = (times: readonly (string | undefined)[]): number[] => times.flatMap((time) => instantOf(time) ?? []);
