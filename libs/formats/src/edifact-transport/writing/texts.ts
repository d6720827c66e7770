/**
 * A text in lines of so many characters, as the reader joins them: cut where one space stands. What has no place in so many lines is cut off, and missed
 * when the document is read again.
 */
export function linesOf(text: string | undefined, count: number, length: number): string[] {
  const lines: string[] = [];
  let rest = [...(text ?? '').trim()];
  while (rest.length > 0 && lines.length < count) {
    const end = lineEnd(rest, length);
    lines.push(rest.slice(0, end).join(''));
    rest = rest.slice(rest[end] === ' ' ? end + 1 : end);
  }
  return lines;
}

function lineEnd(characters: readonly string[], length: number): number {
  if (characters.length <= length) return characters.length;
  for (let at = length; at > 0; at -= 1) {
    const around = [characters[at - 1] as string, characters[at + 1] as string];
    if (characters[at] === ' ' && around.every((one) => one.trim() !== '')) return at;
  }
  return length;
}

/** A text for one place of so many characters. */
export const fitting = (text: string | undefined, length: number): string | undefined => linesOf(text, 1, length)[0];

/** Undefined for an empty list: an element that is not there. */
export const listed = <Value>(values: readonly Value[]): readonly Value[] | undefined =>
  values.length > 0 ? values : undefined;

/** Lists of at most so many. */
export function inPieces<Value>(values: readonly Value[], size: number): Value[][] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
}

/** The code that stands for a word in a table of the reader; the first where several do. */
export const codeFor = <Word>(table: ReadonlyMap<string, Word>, word: Word): string | undefined =>
  [...table].find(([, other]) => other === word)?.[0];
