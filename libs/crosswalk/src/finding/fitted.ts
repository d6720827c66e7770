import { readFileSync } from 'node:fs';
import { lazily } from '../reference-table.js';
import type { Fitted } from './likelihood.js';

/** What `npm run calibrate:crosswalk` found, with how it came to be. */
export const fitted = lazily(
  () => JSON.parse(readFileSync(new URL('../data/fitted-certainty.json', import.meta.url), 'utf8')) as Fitted,
);
