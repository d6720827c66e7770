import type { Compared } from '#domain';
import { cell, inBoth, type Cell } from '../section.js';
import { MODES } from '../words.js';

/** The value that both sides agree on, or what each of them says. */
export const compared = ({ value, rail, sea }: Compared): Cell =>
  value === undefined
    ? cell(rail && `${inBoth(MODES.rail)} ${rail}`, sea && `${inBoth(MODES.sea)} ${sea}`)
    : cell(value);
