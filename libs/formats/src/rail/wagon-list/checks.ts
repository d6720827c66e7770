import type { Finding } from '#domain';
import { error } from '../../findings.js';
import { ANY_FORM, inForm, ruleOf } from '../../uncefact/form.js';
import { checkNote } from '../../uncefact/rail-note/checks.js';
import { asNote, placeInList } from './as-note.js';
import { WAGON_LIST_FORM } from './code-lists.js';
import type { WagonList } from './tree.types.js';

export const check = (list: WagonList): Finding[] =>
  inForm(WAGON_LIST_FORM, [
    ...checkNote(asNote(list)).map((finding) => ({ ...finding, path: placeInList(finding.path) })),
    ...checkNumber(list),
  ]);

/** Two papers of one sender under one number are versions of one paper, and the later would take the place of the note. */
function checkNumber({ exchangedDocument, specifiedConsignment }: WagonList): Finding[] {
  const noteNumber = specifiedConsignment?.[0]?.id?.[0]?.content;
  return noteNumber !== undefined && noteNumber === exchangedDocument?.id?.content ? [numberOfNote] : [];
}

const numberOfNote = error({
  code: `${ANY_FORM}.NUMBER_OF_NOTE`,
  path: '/exchangedDocument/id/content',
  en: 'The list has the number of its consignment note. Give the list a number of its own; the note’s number stands with the consignment.',
  zh: '清单号码与运单号码相同。请为清单使用独立的号码，运单号码填写在托运货物处。',
  rule: ruleOf('number'),
});
