import type { Charset } from './charsets.js';
import { NONE, type ServiceCharacters } from './service-characters.js';

/** What a byte means to the scanner. */
export const KIND = {
  data: 0,
  /** Above ASCII. */
  high: 1,
  /** Printable, but not in the character set's level (lower case in UNOA). */
  odd: 2,
  /** A control character, or a byte that stands for nothing in the character set. */
  invalid: 3,
  release: 4,
  /** The separators, in the order of what they put before the next value. */
  terminator: 5,
  element: 6,
  component: 7,
  repetition: 8,
} as const;

export type ByteKinds = Uint8Array;

const kept = new WeakMap<ServiceCharacters, Map<Charset, ByteKinds>>();

/** One entry a byte value. The default separators are one object, so their tables are made once. */
export function byteKinds(characters: ServiceCharacters, charset: Charset): ByteKinds {
  const tables = kept.get(characters) ?? new Map<Charset, ByteKinds>();
  kept.set(characters, tables);
  const kinds = tables.get(charset) ?? madeFor(characters, charset);
  tables.set(charset, kinds);
  return kinds;
}

function madeFor(characters: ServiceCharacters, charset: Charset): ByteKinds {
  const kinds = Uint8Array.from({ length: 256 }, (_, byte) => dataKind(byte, charset));
  const set = (byte: number, kind: number) => {
    if (byte !== NONE) kinds[byte] = kind;
  };
  set(characters.release, KIND.release);
  set(characters.repetition, KIND.repetition);
  set(characters.component, KIND.component);
  set(characters.element, KIND.element);
  set(characters.terminator, KIND.terminator);
  return kinds;
}

function dataKind(byte: number, { multibyte, upper, ascii }: Charset): number {
  if (byte < 0x20 || byte === 0x7f) return KIND.invalid;
  if (byte < 0x80) return ascii.test(String.fromCharCode(byte)) ? KIND.data : KIND.odd;
  return multibyte || upper.charAt(byte - 0x80) !== '\uFFFD' ? KIND.high : KIND.invalid;
}
