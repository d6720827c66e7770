/** The characters that give an interchange its shape (ISO 9735-1 §5): byte values, `NONE` where there is none. */
export interface ServiceCharacters {
  readonly component: number;
  readonly element: number;
  readonly decimalMark: number;
  readonly release: number;
  /** Syntax version 4 only. */
  readonly repetition: number;
  readonly terminator: number;
}

export const NONE = -1;

/** Byte values under the names of their characters. */
export const BYTE = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  asterisk: 0x2a,
  comma: 0x2c,
  hyphen: 0x2d,
  point: 0x2e,
  zero: 0x30,
  nine: 0x39,
} as const;

export const isBlank = (byte: number | undefined): boolean =>
  byte === BYTE.lineFeed || byte === BYTE.carriageReturn || byte === BYTE.space || byte === BYTE.tab;

const code = (character: string): number => character.charCodeAt(0);

/** What holds without a UNA; version 4 adds the repetition separator. */
export const DEFAULT_CHARACTERS: ServiceCharacters = {
  component: code(':'),
  element: code('+'),
  decimalMark: BYTE.point,
  release: code('?'),
  repetition: NONE,
  terminator: code("'"),
};

export const DEFAULT_CHARACTERS_OF_VERSION_4: ServiceCharacters = { ...DEFAULT_CHARACTERS, repetition: BYTE.asterisk };

/** Level B of the first syntax versions on binary lines: the separators IS1, IS3 and IS4, and nothing to release. */
export const BINARY_CHARACTERS: ServiceCharacters = {
  component: 0x1f,
  element: 0x1d,
  decimalMark: BYTE.point,
  release: NONE,
  repetition: NONE,
  terminator: 0x1c,
};

export const UNA_LENGTH = 9;

/** The six characters behind `UNA`, in the standard's order; undefined when two separators are the same or one can't be a separator. */
export function readUna(bytes: Buffer, at: number): ServiceCharacters | undefined {
  const [component, element, decimalMark, release, repetition, terminator] = bytes.subarray(at + 3, at + UNA_LENGTH);
  if (component === undefined || element === undefined || terminator === undefined) return undefined;
  const characters: ServiceCharacters = {
    component,
    element,
    decimalMark: decimalMark ?? BYTE.point,
    release: release === BYTE.space || release === undefined ? NONE : release,
    repetition: repetition === BYTE.space || repetition === undefined ? NONE : repetition,
    terminator,
  };
  return areDistinct(characters) ? characters : undefined;
}

function areDistinct({ component, element, release, repetition, terminator }: ServiceCharacters): boolean {
  const separators = [component, element, release, repetition, terminator].filter((byte) => byte !== NONE);
  return new Set(separators).size === separators.length && separators.every(canSeparate);
}

/** No letter, digit or space, and no byte above ASCII: those are data. */
const canSeparate = (byte: number): boolean => byte < 0x7f && !/[A-Za-z0-9 ]/.test(String.fromCharCode(byte));

/** In version 4 a missing UNA means `*`; before, there is no repetition and the place in UNA is reserved. */
export function forSyntaxVersion(characters: ServiceCharacters, version: string, hasUna: boolean): ServiceCharacters {
  if (version < '4') return characters.repetition === NONE ? characters : { ...characters, repetition: NONE };
  if (characters === DEFAULT_CHARACTERS) return DEFAULT_CHARACTERS_OF_VERSION_4;
  if (hasUna || characters.element !== DEFAULT_CHARACTERS.element) return characters;
  return { ...characters, repetition: BYTE.asterisk };
}

/**
 * The separators of an interchange without UNA: the default ones, or those of binary lines, or what can be told from `UNB+UNOA:1` and from what
 * stands before the next `UNH` or `UNG`. Undefined where they can't be told.
 */
export function inferCharacters(bytes: Buffer, at: number): ServiceCharacters | undefined {
  const [element, component] = [bytes[at + 3], bytes[at + 8]];
  if (element === undefined || component === undefined) return undefined;
  if (element === BINARY_CHARACTERS.element) return BINARY_CHARACTERS;
  const terminator = terminatorBefore(bytes, at, element);
  const usual = element === DEFAULT_CHARACTERS.element ? DEFAULT_CHARACTERS : undefined;
  if (terminator === undefined || (usual && usual.component === component && usual.terminator === terminator))
    return usual;
  const told = { ...DEFAULT_CHARACTERS, element, component, terminator };
  return areDistinct(told) ? told : usual;
}

/** What stands before the first `UNH` or `UNG`: a visible separator, else the line break. */
function terminatorBefore(bytes: Buffer, at: number, element: number): number | undefined {
  let header = at + 1;
  while (header < bytes.length && !opensMessages(bytes, header, element)) header += 1;
  if (header === bytes.length) return undefined;
  let last = header - 1;
  while (last > at && isBlank(bytes[last])) last -= 1;
  const visible = bytes[last];
  return visible !== undefined && canSeparate(visible) ? visible : bytes[last + 1];
}

/** `UNH` or `UNG`, and a separator. */
const opensMessages = (bytes: Buffer, at: number, element: number): boolean =>
  bytes[at] === U && bytes[at + 1] === N && (bytes[at + 2] === H || bytes[at + 2] === G) && bytes[at + 3] === element;

const [U, N, H, G] = ['U', 'N', 'H', 'G'].map(code);
