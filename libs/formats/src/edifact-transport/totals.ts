import type { Totals } from '#domain';
import { given } from '../mapping/given.js';
import type { Message } from '../syntax/edifact.js';
import { KILOGRAMS, TOTALS } from './code-lists.js';
import { convert } from '../mapping/convert.js';

export function totalsOf(message: Message): Totals {
  const mass = message.segment('CNT', TOTALS.grossMass);
  return given({
    packages: message.segment('CNT', TOTALS.packages)?.decimal(1, 2),
    grossMassKg: mass && convert(mass.decimal(1, 2), mass.code(1, 3), KILOGRAMS),
    containers: message.segment('CNT', TOTALS.equipment)?.decimal(1, 2),
  });
}
