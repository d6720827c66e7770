import { isUtf8 } from 'node:buffer';
import type { Charset } from './charsets.js';

/**
 * The character set in which texts are, as it seems, that are read as one of a byte a character: senders name the usual set and write as their system does. Undefined
 * where nothing speaks for another one.
 */
export function seemingCharset(bytes: Buffer, { id }: Charset): 'UTF-8' | 'GB 18030' | undefined {
  const runs = bytes.toString('latin1').match(/[\x80-\xff]+/g) ?? [];
  if (!OF_LATIN_LETTERS.has(id) && runs.join('').length < ENOUGH) return undefined;
  if (isUtf8(Buffer.from(runs.join(' '), 'latin1'))) return 'UTF-8';
  const isChinese = OF_LATIN_LETTERS.has(id) && runs.some((run) => run.length > 2) && runs.every(areHanzi);
  return isChinese ? 'GB 18030' : undefined;
}

/** In these hardly two letters above ASCII follow each other, as in ÇÃO. */
const OF_LATIN_LETTERS: ReadonlySet<string> = new Set(['UNOC', 'UNOD', 'UNOG', 'UNOH', 'UNOK']);

/** Bytes of words in other letters that are hardly UTF-8 by chance. */
const ENOUGH = 8;

/** Pairs in the zones of GB 2312: marks and the characters of its two levels. */
const areHanzi = (run: string): boolean => /^(?:[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])+$/.test(run);
