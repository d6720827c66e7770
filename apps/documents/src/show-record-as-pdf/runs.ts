import type { Fonts } from './fonts.js';

/** Text that one font writes. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/**
 * Cuts text where the font changes. A character that no font carries is written as its code point, `[U+1F682]`: what a document says must
 * not vanish.
 */
export function runsOf(text: string, fonts: Fonts): Run[] {
  const runs: { font: string; text: string }[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const font = fonts.find(({ characters }) => characters.has(point));
    const written = font ? character : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
    const { name } = font ?? fonts[0];
    const last = runs.at(-1);
    if (last?.font === name) last.text += written;
    else runs.push({ font: name, text: written });
  }
  return runs;
}
