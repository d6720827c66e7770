import type { RailNote } from '../../uncefact/rail-note/tree.types.js';

/** The SMGS note as Yidan reads it: the rail consignment note of D.23B and nothing else. Boxes of the paper form are in README.md. */
export type SmgsNote = RailNote;
