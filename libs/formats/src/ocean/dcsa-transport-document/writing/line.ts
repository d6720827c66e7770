/** A text on one line, as long as the standard's field is. */
export const line = (text: string, longest: number): string => firstOf(text.replace(/\s+/g, ' ').trim(), longest);

/** A text in lines of the standard's length, broken at spaces, inside a word only where it is longer than a line. */
export function linesOf(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((each) => pieces(each, longest))) {
    const longer = `${lines.at(-1) ?? word} ${word}`;
    if (lines.length > 0 && [...longer].length <= longest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const firstOf = (text: string, longest: number): string => [...text].slice(0, longest).join('').trim();

function pieces(word: string, longest: number): string[] {
  const characters = [...word];
  return Array.from({ length: Math.ceil(characters.length / longest) }, (_, index) =>
    characters.slice(index * longest, (index + 1) * longest).join(''),
  );
}
