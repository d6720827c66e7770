const NAME_START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}' +
  '\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NCNAME = `[${NAME_START}][\\u{300}-\\u{36F}${NAME_START}\\-.0-9\\u{B7}\\u{203F}\\u{2040}]*`;

/** A name with or without prefix, as a part of a regular expression with the flag `u` (Namespaces in XML 1.0 §4). */
export const QUALIFIED_NAME = `${NCNAME}(?::${NCNAME})?`;

const NAME_HERE = new RegExp(QUALIFIED_NAME, 'uy');

/** Where the name that begins at `start` ends; `start` itself when none begins there. */
export function endOfName(text: string, start: number): number {
  let end = start;
  while (PLAIN[text.charCodeAt(end)] === 1) end += 1;
  if (NAME_ENDS[text.charCodeAt(end)] === 1 && NAME_STARTS[text.charCodeAt(start)] === 1) return end;
  NAME_HERE.lastIndex = start;
  return NAME_HERE.test(text) ? NAME_HERE.lastIndex : start;
}

/** Most names are letters and digits of ASCII with a bracket, a slash or a space behind: those need no regular expression. */
const PLAIN = marked(/[\w.-]/);
const NAME_STARTS = marked(/[A-Z_a-z]/);
const NAME_ENDS = marked(/[ \t\n/>=]/);

function marked(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 0x80 }, (_, code) => (characters.test(String.fromCharCode(code)) ? 1 : 0));
}
