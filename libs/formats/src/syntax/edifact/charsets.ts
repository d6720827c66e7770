/** A character set that UNB names (data element 0001). */
export interface Charset {
  /** `UNOC`. */
  readonly id: string;
  /** What media types call it: `iso-8859-1`. */
  readonly mediaName: string;
  /** Whether a character may take several bytes, so that texts are decoded one by one. */
  readonly multibyte: boolean;
  /** The character of each byte from 0x80 up, U+FFFD where there is none; `''` in a multibyte set. */
  readonly upper: string;
  /** Which ASCII characters belong to it. */
  readonly ascii: RegExp;
}

const ANY_ASCII = /[\x20-\x7e]/;
const PLAIN = /^[\x20-\x7e]*$/;
/** ISO 9735-1 annex A: what teleprinters have, in capitals. */
const LEVEL_A = /[A-Z0-9 .,\-()/='+:?!"%&*;<>]/;
const LEVEL_B = /[A-Za-z0-9 .,\-()/='+:?!"%&*;<>]/;

const UNDEFINED = '\uFFFD';
const CONTROLS = UNDEFINED.repeat(0x20);
const NOTHING = UNDEFINED.repeat(0x80);
const LATIN_1 = CONTROLS + String.fromCharCode(...Array.from({ length: 0x60 }, (_, index) => 0xa0 + index));

/** Web encodings read parts 1 and 9 as Windows code pages, so those two are stated here. */
const upperOf = (part: number): string => {
  const bytes = Buffer.from(Array.from({ length: 0x60 }, (_, index) => 0xa0 + index));
  return CONTROLS + new TextDecoder(`iso-8859-${part}`).decode(bytes);
};

/** Latin 5 is Latin 1 with six Turkish letters. */
const latin5 = (): string =>
  [...LATIN_1].map((character) => TURKISH['ÐÝÞðýþ'.indexOf(character)] ?? character).join('');
const TURKISH = 'ĞİŞğış';

const singleByte = (id: string, mediaName: string, upper: string, ascii = ANY_ASCII): Charset => ({
  id,
  mediaName,
  multibyte: false,
  upper,
  ascii,
});
const multibyte = (id: string, mediaName: string): Charset => ({
  id,
  mediaName,
  multibyte: true,
  upper: '',
  ascii: ANY_ASCII,
});
const isoPart = (id: string, part: number): Charset => singleByte(id, `iso-8859-${part}`, upperOf(part));

/** ISO 9735-1:2002 annex C, data element 0001. */
const CHARSETS: ReadonlyMap<string, Charset> = new Map(
  [
    singleByte('UNOA', 'us-ascii', NOTHING, LEVEL_A),
    singleByte('UNOB', 'us-ascii', NOTHING, LEVEL_B),
    singleByte('UNOC', 'iso-8859-1', LATIN_1),
    isoPart('UNOD', 2),
    isoPart('UNOE', 5),
    isoPart('UNOF', 7),
    isoPart('UNOG', 3),
    isoPart('UNOH', 4),
    isoPart('UNOI', 6),
    isoPart('UNOJ', 8),
    singleByte('UNOK', 'iso-8859-9', latin5()),
    multibyte('UNOW', 'utf-8'),
    multibyte('UNOX', 'iso-2022-jp'),
    multibyte('UNOY', 'utf-8'),
  ].map((charset) => [charset.id, charset]),
);

export const charsetOf = (id: string): Charset | undefined => CHARSETS.get(id.toUpperCase());

export const charsetIds: readonly string[] = [...CHARSETS.keys()];

/** Single-byte text from its Latin 1 reading: one character a byte, so that places stay the same. */
export const decodeSingleByte = (latin1: string, { upper }: Charset): string =>
  upper === LATIN_1 ? latin1 : latin1.replace(/[\x80-\xff]/g, (high) => upper.charAt(high.charCodeAt(0) - 0x80));

/** UNOX as Yidan reads it: the sets of ISO-2022-JP, turned to UTF-8. Other ISO 2022 escapes are not at hand: undefined. */
export function fromIso2022(bytes: Buffer): Buffer | undefined {
  try {
    return Buffer.from(new TextDecoder('iso-2022-jp', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The first character of the text that the set can't carry. UNOX is written in ASCII only. */
export function firstForeign(text: string, charset: Charset): string | undefined {
  if (charset.ascii === ANY_ASCII && PLAIN.test(text)) return undefined;
  for (const character of text) if (!carries(charset, character)) return character;
  return undefined;
}

function carries({ id, multibyte: wide, upper, ascii }: Charset, character: string): boolean {
  if (character <= '\x7e') return ascii.test(character);
  if (wide) return id !== 'UNOX' && character >= '\xa0' && !isLoneSurrogate(character);
  return character !== UNDEFINED && upper.includes(character);
}

const isLoneSurrogate = (character: string): boolean => /^[\ud800-\udfff]$/.test(character);

/** Bytes of a text that the set carries. */
export function encodeText(text: string, { multibyte: wide, upper }: Charset): Buffer {
  if (wide) return Buffer.from(text);
  if (upper === LATIN_1) return Buffer.from(text, 'latin1');
  const latin1 = text.replace(/[\x80-\u{10ffff}]/gu, (high) => String.fromCharCode(0x80 + upper.indexOf(high)));
  return Buffer.from(latin1, 'latin1');
}
