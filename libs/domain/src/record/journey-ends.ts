import type { EndsOfCarriage, Place } from '../consignment.js';
import type { OneDocument, RecordLeg } from '../one-document.js';

export interface JourneyEnd {
  readonly place: Place;
  /** A JSON pointer into the record. */
  readonly path: string;
}

type Journey = Pick<OneDocument, 'legs' | 'transportDocuments'>;

/** Where the goods are received for their journey: as a document of the first leg says, else where that leg begins. */
export const journeyStart = (record: Journey): JourneyEnd | undefined =>
  statedReceipt(record) ?? endOf(record.legs, 0, 'from');

/** Where they are delivered: as a document of the last leg says, else where that leg ends. */
export const journeyEnd = (record: Journey): JourneyEnd | undefined =>
  statedDelivery(record) ?? endOf(record.legs, record.legs.length - 1, 'to');

/** What a document of the first leg calls the place of receipt. */
export const statedReceipt = (record: Journey): JourneyEnd | undefined =>
  statedBy(record, record.legs[0], 'placeOfReceipt');

/** What a document of the last leg calls the place of delivery. */
export const statedDelivery = (record: Journey): JourneyEnd | undefined =>
  statedBy(record, record.legs.at(-1), 'placeOfDelivery');

function statedBy(
  { transportDocuments }: Journey,
  leg: RecordLeg | undefined,
  end: keyof EndsOfCarriage,
): JourneyEnd | undefined {
  const found = transportDocuments.flatMap((document, index) => {
    const place = document[end];
    const proves = document.status === 'current' && leg?.sources.includes(document.documentId);
    return place && proves ? [{ place, path: `/transportDocuments/${index}/${end}` }] : [];
  });
  return found[0];
}

const endOf = (legs: readonly RecordLeg[], index: number, end: 'from' | 'to'): JourneyEnd | undefined => {
  const leg = legs[index];
  return leg && { place: leg[end], path: `/legs/${index}/${end}` };
};
