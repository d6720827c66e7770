import type { EventCertainty } from '#domain';

/** 2005, with what is known of the time; the surer and nearer one first. */
export const STATUS_TIMES: ReadonlyMap<string, EventCertainty> = new Map([
  ['334', 'actual'],
  ['7', 'actual'],
  ['203', 'actual'],
  ['178', 'actual'],
  ['186', 'actual'],
  ['35', 'actual'],
  ['132', 'estimated'],
  ['133', 'estimated'],
  ['17', 'estimated'],
  ['232', 'planned'],
  ['189', 'planned'],
]);

/** 3227: where it happened, then where the transport of the status starts and ends; a status's own place may have any. */
export const STATUS_PLACES = ['175', '165', '14', '9', '11', '5', '8', '7'] as const;

/** 3055: keepers of Recommendation 24's codes; others number their own. */
export const REC_24_KEEPERS: ReadonlySet<string> = new Set(['', '6']);
