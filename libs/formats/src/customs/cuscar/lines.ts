/** A text cut between words into lines of at most `length` characters; a longer word is cut where the line ends. */
export function linesOf(text: string | undefined, length: number): string[] {
  const lines: string[] = [];
  for (const word of (text ?? '').split(' ').flatMap((one) => cut(one, length))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '');
}

const cut = (word: string, length: number): string[] =>
  word.length <= length ? [word] : [word.slice(0, length), ...cut(word.slice(length), length)];

/** A list in pieces of at most `size`. */
export const piecesOf = <Value>(values: readonly Value[], size: number): (readonly Value[])[] =>
  values.length === 0 ? [] : [values.slice(0, size), ...piecesOf(values.slice(size), size)];
