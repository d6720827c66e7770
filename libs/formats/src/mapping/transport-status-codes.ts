import type { TransportEventKind } from '#domain';

/** UN/ECE Recommendation 24, trade and transport status codes: those that have a word of ours. */
export const REC_24: ReadonlyMap<string, TransportEventKind> = new Map([
  ['1', 'arrived'],
  ['12', 'customsReleased'],
  ['13', 'pickedUp'],
  ['17', 'customsHold'],
  ['21', 'delivered'],
  ['22', 'delivered'],
  ['24', 'departed'],
  ['28', 'stripped'],
  ['29', 'discharged'],
  ['40', 'arrived'],
  ['48', 'loaded'],
  ['72', 'received'],
  ['74', 'received'],
  ['79', 'loaded'],
  ['93', 'stuffed'],
  ['94', 'stuffed'],
  ['127', 'departed'],
  ['128', 'customsHold'],
  ['130', 'received'],
  ['208', 'resealed'],
  ['346', 'discharged'],
  ['359', 'documentStatus'],
]);

export const REC_24_SCHEME = 'UNECE-REC24';
