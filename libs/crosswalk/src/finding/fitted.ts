import { readFileSync } from 'node:fs';
import { lazily } from '../reference-table.js';
import { strengthsOf, type Fitted } from './likelihood.js';

/** What `npm run calibrate:crosswalk` found, with how it came to be. */
export const fitted = lazily(
  () => JSON.parse(readFileSync(new URL('../data/fitted-certainty.json', import.meta.url), 'utf8')) as Fitted,
);

export const strengths = lazily(() => strengthsOf(fitted()));
