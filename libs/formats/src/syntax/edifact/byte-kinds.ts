import type { Charset } from './charsets.js';
import { DEFAULT_CHARACTERS, NONE, type ServiceCharacters } from './service-characters.js';

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
  element: 5,
  component: 6,
  repetition: 7,
  terminator: 8,
} as const;

export type ByteKinds = Uint8Array;

const kept = new Map<string, ByteKinds>();

/** One entry a byte value. Tables for the usual separators are made once a character set. */
export function byteKinds(characters: ServiceCharacters, charset: Charset): ByteKinds {
  const usual =
    characters.terminator === DEFAULT_CHARACTERS.terminator && characters.element === DEFAULT_CHARACTERS.element;
  const key = `${charset.id} ${Object.values(characters).join(' ')}`;
  const known = kept.get(key);
  if (known) return known;
  const kinds = madeFor(characters, charset);
  if (usual && kept.size < MOST_KEPT) kept.set(key, kinds);
  return kinds;
}

/** Separators are the sender's choice: what is kept of them is bounded. */
const MOST_KEPT = 64;

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
