import type { Format } from './format.js';

/** Every format Yidan reads: one line each. */
export const catalogue: readonly Format[] = [];
