import type { Party } from '#domain';
import { partyOf } from '../../edifact-transport/parties.js';
import type { CuscarDocument } from './tree.types.js';

/** The parties of the bill, and of those of the whole report the carrier where the bill names none. */
export function partiesOf({ message, bills }: CuscarDocument): Party[] {
  const own = bills
    .flatMap((bill) => bill.groups('NAD'))
    .map((group) =>
      partyOf(group.opening, 'seaCarrier', { references: group.segments('RFF'), contacts: group.groups('CTA') }),
    );
  if (own.some(({ role }) => role === 'seaCarrier')) return own;
  const whole = [...message.openings('NAD'), ...message.segments('NAD')];
  const alone = { references: [], contacts: [] };
  return [...own, ...whole.filter((nad) => nad.code(1) === 'CA').map((nad) => partyOf(nad, 'seaCarrier', alone))];
}
