import { sameNumber, type Compared } from '#domain';
import { cell, inBoth, type Cell } from '../section.js';
import { MODES } from '../words.js';

/** The number, or what each side says where they differ, however little. */
export const compared = ({ value, rail, sea }: Compared): Cell =>
  rail !== undefined && sea !== undefined && !sameNumber(rail, sea)
    ? cell(`${inBoth(MODES.rail)} ${rail}`, `${inBoth(MODES.sea)} ${sea}`)
    : cell(value);
