import type { DecimalText } from '../consignment.js';
import { differsByMoreThan, sameNumber } from '../decimal.js';
import type { Compared, Discrepancy, StatedValue } from '../one-document.js';
import type { Side } from './held-document.js';

/** Weighing on rail and at the quay differs; more than this share of the rail mass is a disagreement. */
const GROSS_MASS_TOLERANCE_PERCENT = '1';

export const sameMass = (rail: DecimalText, sea: DecimalText): boolean =>
  !differsByMoreThan(GROSS_MASS_TOLERANCE_PERCENT, rail, sea);

export const sameCount = (rail: DecimalText, sea: DecimalText): boolean => sameNumber(rail, sea);

/** What documents count and weigh, when two of them agree on it, and what it is called where they do not. */
export const QUANTITIES = ['packages', 'grossMassKg'] as const;

export type Quantity = (typeof QUANTITIES)[number];

export const AGREE = { packages: sameCount, grossMassKg: sameMass } as const;

export const DISAGREEMENT = { packages: 'PACKAGES', grossMassKg: 'GROSS_MASS' } as const;

/** What both sides say of one thing. Where they agree the rail side's spelling is the value; where they disagree there is none. */
export function compare<Value>(
  rail: Value | undefined,
  sea: Value | undefined,
  agree: (rail: Value, sea: Value) => boolean,
): Compared<Value> {
  const sides = { ...(rail !== undefined && { rail }), ...(sea !== undefined && { sea }) };
  if (rail !== undefined && sea !== undefined && !agree(rail, sea)) return sides;
  const value = rail ?? sea;
  return value === undefined ? sides : { value, ...sides };
}

export const disagrees = ({ value, rail, sea }: Compared<unknown>): boolean =>
  value === undefined && rail !== undefined && sea !== undefined;

export interface Place {
  readonly code: string;
  readonly field: string;
  readonly path: string;
}

export const discrepancy = (place: Place, rail: StatedValue | null, sea: StatedValue | null): Discrepancy => ({
  ...place,
  rail,
  sea,
});

/** What only one side says, or what its documents say differently. */
export const discrepancyOn = (side: Side, place: Place, stated: StatedValue): Discrepancy =>
  side === 'rail' ? discrepancy(place, stated, null) : discrepancy(place, null, stated);

/** The discrepancy of a compared number, if its sides disagree. */
export function discrepancyOf(
  place: Place,
  compared: Compared,
  sources: { readonly rail: readonly string[]; readonly sea: readonly string[] },
): Discrepancy[] {
  if (!disagrees(compared)) return [];
  const { rail, sea } = compared as Required<Compared>;
  return [discrepancy(place, { value: rail, sources: sources.rail }, { value: sea, sources: sources.sea })];
}
