import type { TransportDocument } from '#domain';
import { noteToConsignment } from '../../uncefact/rail-note/to-consignment.js';
import type { SmgsNote } from './tree.types.js';

/** Dangerous goods that do not say under which list they are declared are under SMGS Annex 2. */
export const toConsignment = (note: SmgsNote): TransportDocument => noteToConsignment(note);
