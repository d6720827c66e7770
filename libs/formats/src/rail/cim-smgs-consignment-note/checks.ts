import type { Finding } from '#domain';
import { belowZero, isBelowZero } from '../../checks/amount-checks.js';
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
  return net && isBelowZero(kilograms(net)) ? [belowZero(ANY_FORM, 'MASS', NET_MASS, ruleOf('grossMass'))] : [];
}

const NET_MASS = '/specifiedConsignment/0/netWeight/0/content';
