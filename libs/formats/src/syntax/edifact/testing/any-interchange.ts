import fc from 'fast-check';
import { charsetOf, firstForeign, type Charset } from '../charsets.js';
import { DEFAULT_CHARACTERS, NONE, type ServiceCharacters } from '../service-characters.js';
import type { WrittenSegment } from '../write-segments.js';

/** Characters that tend to go wrong: separators of all kinds, `?`, letters of every part of ISO 8859, wide characters. */
const ALPHABET = [...'AZ09 +:?\'*.,;-/%&()="<>!az@_#~|^$[]éÄßłŽčĦżĀķЖяΩ€אשİğمد重庆ไ', '😀', '\u00a0', '??', "?'", '+?'];

/** A text of the set, some of its characters separators. */
export const anyText = (charset: Charset): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...ALPHABET.filter((text) => firstForeign(text, charset) === undefined)), { maxLength: 12 })
    .map((parts) => parts.join(''));

/** Segments of no particular directory; `repeats` as syntax version 4 has them. */
export function anySegments(charset: Charset, repeats: boolean): fc.Arbitrary<WrittenSegment[]> {
  const text = anyText(charset);
  const element = fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 4 }));
  const repeated = fc.array(element, { minLength: 2, maxLength: 3 }).map((all) => ({ repeated: all }));
  const tag = fc.constantFrom('BGM', 'NAD', 'FTX', 'XYZ', 'A1B');
  return fc.array(
    fc
      .tuple(tag, fc.array(repeats ? fc.oneof(element, repeated) : element, { maxLength: 6 }))
      .map(([name, elements]): WrittenSegment => [name, ...elements]),
    { minLength: 1, maxLength: 8 },
  );
}

/** Separators that the bytes of no letter or digit can be mistaken for. */
export const anyCharacters: fc.Arbitrary<ServiceCharacters> = fc
  .shuffledSubarray([..."+:?'*;!%&|~^#\x1c\x1d\x1f"], { minLength: 5, maxLength: 5 })
  .map((separators) => separators.map((separator) => separator.charCodeAt(0)))
  .map(([component = 0, element = 0, release = 0, repetition = 0, terminator = 0]) => ({
    ...DEFAULT_CHARACTERS,
    component,
    element,
    release,
    repetition,
    terminator,
  }));

export const withoutRepetition = (characters: ServiceCharacters): ServiceCharacters => ({
  ...characters,
  repetition: NONE,
});

export const knownCharset = (id: string): Charset => charsetOf(id) as Charset;
