/** What XML 1.0 §2.2 does not allow, written as itself or by reference: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** The same without reading pairs as one character: a quarter of the time, and most documents have no pairs. */
const FORBIDDEN_OR_PAIR = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;

/** Offset of the first one; -1 when there is none. */
export const firstForbiddenCharacter = (text: string): number =>
  FORBIDDEN_OR_PAIR.test(text) ? text.search(FORBIDDEN) : -1;

/** Space, tab and line end; other spaces (U+3000, U+00A0) are the sender's text. */
export const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;

/** The first offset from `start` on where no white space stands. */
export function afterSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Without white space at both ends. */
export function trimmed(text: string): string {
  const start = afterSpace(text, 0);
  let end = text.length;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
