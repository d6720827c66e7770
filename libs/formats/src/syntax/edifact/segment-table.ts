import { decodeSingleByte, type Charset } from './charsets.js';
import { BEFORE, MARK, type Scanner } from './scanner.js';
import { Segment, type ValueTexts } from './segment.js';
import { seemingCharset } from './seeming-charset.js';
import type { ServiceCharacters } from './service-characters.js';
import { shortText } from './short-texts.js';

// As constants of this module: they are read at each value.
const { separator: SEPARATOR, released: RELEASED, high: HIGH } = MARK;
const { element: ELEMENT, component: COMPONENT, repetition: REPETITION } = BEFORE;

/** How the bytes of an interchange are to be read. */
export interface Spelling {
  readonly bytes: Buffer;
  readonly charset: Charset;
  /** Its decimal mark is `NONE` where either mark is right: without UNA, and in syntax version 4. */
  readonly characters: ServiceCharacters;
}

/** Segments as the scanner noted them, kept: places of values, whose texts are made when somebody asks. */
export class SegmentTable implements ValueTexts {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly marks: readonly number[];
  readonly tags: readonly number[];
  readonly firsts: readonly number[];
  /** Whether a tag is written in lower case. */
  readonly hasLowerCaseTag: boolean;
  private readonly hasHigh: boolean;
  private text: string | undefined;

  constructor(
    readonly spelling: Spelling,
    scanner: Scanner,
  ) {
    this.starts = scanner.starts.slice(0, scanner.values);
    this.ends = scanner.ends.slice(0, scanner.values);
    this.marks = scanner.marks.slice(0, scanner.values);
    this.tags = scanner.tags.slice(0, scanner.segments);
    this.firsts = scanner.firsts.slice(0, scanner.segments + 1);
    this.hasHigh = scanner.sawHigh;
    this.hasLowerCaseTag = scanner.sawLowerCaseTag;
  }

  /** What its texts seem to be in, if not in the character set they are read in. */
  get seemingCharset(): string | undefined {
    const { bytes, charset } = this.spelling;
    if (!this.hasHigh || charset.multibyte) return undefined;
    return seemingCharset(bytes.subarray(this.starts[0], this.ends.at(-1)), charset);
  }

  /** The first segment with a character above ASCII. */
  get firstHigh(): Segment {
    const value = this.marks.findIndex((mark) => (mark & HIGH) !== 0);
    return this.segment(this.firsts.findLastIndex((first) => first <= value));
  }

  get segmentCount(): number {
    return this.tags.length;
  }

  segment(index: number): Segment {
    return new Segment(this, index);
  }

  tagOf(index: number): string {
    const tag = this.tags[index] as number;
    if (tag <= 0xffff) return this.valueText(this.firsts[index] as number);
    return shortText(tag >> 16, (tag >> 8) & 0xff, tag & 0xff);
  }

  /** The index of a value, everything counted from 1; a simple element is its own first component. -1 where there is none. */
  findValue(segment: number, element: number, component: number, repetition = 1): number {
    const { marks } = this;
    const end = this.firsts[segment + 1] as number;
    let value = this.firsts[segment] as number;
    for (let elements = 0; elements < element;) {
      value += 1;
      if (value >= end) return -1;
      if (((marks[value] as number) & SEPARATOR) === ELEMENT) elements += 1;
    }
    if (repetition > 1) value = this.findRepetition(value, repetition);
    for (let behind = 1; behind < component && value >= 0; behind += 1) value = this.componentBehind(value);
    return value;
  }

  /** How many elements a segment has; its last ones may say nothing. */
  elementCount(segment: number): number {
    const { marks } = this;
    const end = this.firsts[segment + 1] as number;
    let elements = 0;
    for (let value = this.firsts[segment] as number; value < end; value += 1)
      if (((marks[value] as number) & SEPARATOR) === ELEMENT) elements += 1;
    return elements;
  }

  /** From the first component of an element on. */
  private findRepetition(first: number, wanted: number): number {
    let value = first;
    for (let repetition = 1; repetition < wanted;) {
      value += 1;
      const before = this.before(value);
      if (before === REPETITION) repetition += 1;
      else if (before !== COMPONENT) return -1;
    }
    return value;
  }

  /** The next component of the same element; -1 behind the last one. What follows a segment is another's tag. */
  componentBehind(value: number): number {
    return this.before(value + 1) === COMPONENT ? value + 1 : -1;
  }

  private before(value: number): number {
    return (this.marks[value] as number) & SEPARATOR;
  }

  /** Whether a value is this code, in capitals or not; its text is not made. */
  holdsCode(value: number, code: string): boolean {
    if (((this.marks[value] as number) & RELEASED) !== 0) return this.valueText(value).toUpperCase() === code;
    const start = this.starts[value] as number;
    if ((this.ends[value] as number) - start !== code.length) return false;
    const { bytes } = this.spelling;
    for (let at = 0; at < code.length; at += 1) {
      const byte = bytes[start + at] as number;
      const wanted = code.charCodeAt(at);
      if (byte !== wanted && !(isLetter(byte) && byte - 0x20 === wanted)) return false;
    }
    return true;
  }

  /** The text of a value as its sender means it: decoded, released characters as themselves. */
  valueText(value: number): string {
    const start = this.starts[value] as number;
    const end = this.ends[value] as number;
    if (start === end) return '';
    const mark = this.marks[value] as number;
    if (end - start <= 3 && (mark & (RELEASED | HIGH)) === 0) return this.shortText(start, end - start);
    const text = this.cut(start, end, (mark & HIGH) !== 0);
    return (mark & RELEASED) === 0 ? text : released(text, this.spelling.characters.release);
  }

  private shortText(start: number, length: number): string {
    const { bytes } = this.spelling;
    const first = bytes[start] as number;
    if (length === 1) return shortText(first);
    return length === 2 ? shortText(first, bytes[start + 1]) : shortText(first, bytes[start + 1], bytes[start + 2]);
  }

  private cut(start: number, end: number, high: boolean): string {
    const { bytes, charset } = this.spelling;
    if (high && charset.multibyte) return bytes.toString('utf8', start, end);
    const base = this.starts[0] as number;
    return (this.text ??= this.decodeAll()).slice(start - base, end - base);
  }

  /** The whole stretch at once, one character a byte: its parts are then cut out without going through the bytes again. */
  private decodeAll(): string {
    const { bytes, charset } = this.spelling;
    const latin1 = bytes.toString('latin1', this.starts[0], this.ends.at(-1));
    return this.hasHigh && !charset.multibyte ? decodeSingleByte(latin1, charset) : latin1;
  }
}

const isLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;

/** `?` before a character says that it is data. */
function released(text: string, release: number): string {
  const mark = String.fromCharCode(release);
  let result = '';
  let from = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 2)) {
    result += text.slice(from, at);
    from = at + 1;
  }
  return result + text.slice(from);
}
