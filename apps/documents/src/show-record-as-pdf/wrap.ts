/** Knows Chinese and Thai words, which no space parts. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

const STAYS_WITH_BEFORE = /^[\s\p{Pe}\p{Pf}\p{Po}\p{Pd}\p{Pc}]+$/u;
const STAYS_WITH_AFTER = /[\p{Ps}\p{Pi}]$/u;

/** Cuts text into lines no wider than `width`, between words where it can. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => {
    const lines = [''];
    for (const part of partsOf(paragraph.replaceAll('\t', ' '), width, widthOf)) {
      const longer = `${lines.at(-1)}${part}`;
      if (lines.at(-1) === '' || widthOf(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
      else lines.push(part);
    }
    return lines.map((line) => line.trimEnd());
  });
}

/** Words with the punctuation that belongs to them; one that fits no line comes in its characters. */
const partsOf = (text: string, width: number, widthOf: (text: string) => number): string[] =>
  wordsOf(text).flatMap((word) =>
    widthOf(word.trimEnd()) <= width ? word : [...CHARACTERS.segment(word)].map(({ segment }) => segment),
  );

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (STAYS_WITH_BEFORE.test(segment) || STAYS_WITH_AFTER.test(last)))
      words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}
