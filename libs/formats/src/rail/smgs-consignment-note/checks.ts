import type { Finding } from '#domain';
import { inForm } from '../../uncefact/form.js';
import { checkNote } from '../../uncefact/rail-note/checks.js';
import { SMGS_FORM } from './code-lists.js';
import type { SmgsNote } from './tree.types.js';

export const check = (note: SmgsNote): Finding[] => inForm(SMGS_FORM, checkNote(note));
