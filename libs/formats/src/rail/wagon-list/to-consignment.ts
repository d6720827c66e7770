import type { TransportDocument } from '#domain';
import { noteToConsignment } from '../../uncefact/rail-note/to-consignment.js';
import { asNote } from './as-note.js';
import type { WagonList } from './tree.types.js';

/** The rail side of one consignment, under the list's own number; a movement that the list does not describe has no place in it. */
export function toConsignment(list: WagonList): TransportDocument {
  const document = noteToConsignment(asNote(list));
  return { ...document, legs: document.legs.map((leg) => ({ ...leg, path: '/specifiedConsignment/0' })) };
}
