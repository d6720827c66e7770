import { growing } from '#messaging';

/** Until a webhook that failed so many times is called again. */
export const nextPauseMs = (failures: number): number => growing({ shortest: 2_000, longest: 60 * 60_000 }, failures);
