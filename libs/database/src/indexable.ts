import { createHash } from 'node:crypto';

/** An index takes 2,704 bytes of a row; what is longer than this stands in it by its digest. Two columns of a row that come from outside fit, whatever their characters. */
const LONGEST = 500;

/** A text as an index takes it, for columns that are compared and never shown. */
export const indexable = (text: string): string =>
  text.length <= LONGEST ? text : createHash('sha256').update(text).digest('hex');
