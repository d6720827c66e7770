import type { Finding } from '#domain';
import { error } from '../../findings.js';
import { ANY_FORM, inForm, ruleOf } from '../../uncefact/form.js';
import { kilograms } from '../../uncefact/quantities.js';
import { checkNote } from '../../uncefact/rail-note/checks.js';
import { withDeparture } from './acceptance.js';
import { CIM_SMGS_FORM } from './code-lists.js';
import type { CimSmgsNote } from './tree.types.js';

export const check = (note: CimSmgsNote): Finding[] =>
  inForm(CIM_SMGS_FORM, [...checkNote(withDeparture(note)), ...checkNetMass(note)]);

function checkNetMass({ specifiedConsignment }: CimSmgsNote): Finding[] {
  const net = specifiedConsignment?.[0]?.netWeight?.[0];
  return net && kilograms(net).startsWith('-') ? [negativeNetMass] : [];
}

const negativeNetMass = error({
  code: `${ANY_FORM}.NEGATIVE_MASS`,
  path: '/specifiedConsignment/0/netWeight/0/content',
  en: 'A mass cannot be below zero. Correct it.',
  zh: '重量不能为负数，请更正。',
  rule: ruleOf('grossMass'),
});
