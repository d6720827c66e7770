import type { DeclarationType, TransportMode } from '#domain';

/** DecHead/IEFlag. */
export const DIRECTIONS: Readonly<Partial<Record<DeclarationType, string>>> = { export: 'E', import: 'I' };

/** DecHead/TrafMode (unverified; a manifest has other codes). */
export const MODE_CODES: Readonly<Record<TransportMode, string>> = {
  sea: '2',
  inlandWaterway: '2',
  rail: '3',
  road: '4',
};

/** DecSign/OperType: kept in the single window to be completed (暂存), not declared (unverified). */
export const KEPT_FOR_COMPLETION = 'G';

/** Digits of the tariff that customs takes in CodeTS. */
export const TARIFF_DIGITS = 10;
