import { LIMITS } from '../limits.js';
import { KIND, type ByteKinds } from './byte-kinds.js';
import { isBlank } from './service-characters.js';

/** What stands before a value: nothing (it is the segment's tag), or one of the separators. */
export const BEFORE = { tag: 0, element: 1, component: 2, repetition: 3 } as const;

/** In a value's mark: which separator is before it, and what its bytes hold. */
export const MARK = { separator: 3, released: 4, high: 8, odd: 16, invalid: 32, any: 60 } as const;

/** What `nextSegment` returns instead of a tag. */
export const ENDED = { atEnd: 0, inSegment: -1, tooMany: -2 } as const;

/** A tag that is no three letters or digits. */
export const NO_TAG = 1;

/** Three characters in one number, upper case: `NAD`. */
export const packTag = (tag: string): number =>
  (tag.charCodeAt(0) << 16) | (tag.charCodeAt(1) << 8) | tag.charCodeAt(2);

/**
 * Every scanner notes here: what it noted is copied out before anyone else can scan. Plain arrays of small integers, since V8 copies them
 * faster than typed ones, each of which is a buffer of its own.
 */
const SCRATCH = {
  starts: [] as number[],
  ends: [] as number[],
  marks: [] as number[],
  tags: [] as number[],
  firsts: [] as number[],
} as const;

/**
 * Goes over the bytes once and notes where each value begins and ends. It makes no object and no text: a segment is the index of its first
 * value, a value is two places and a mark. `reset` starts the notes anew,
 * for the next message; they hold until another scanner is used, so they are copied out before.
 */
export class Scanner {
  readonly starts = SCRATCH.starts;
  readonly ends = SCRATCH.ends;
  readonly marks = SCRATCH.marks;
  values = 0;
  readonly tags = SCRATCH.tags;
  /** Each segment's first value, its tag. */
  readonly firsts = SCRATCH.firsts;
  segments = 0;
  sawHigh = false;
  sawBlanks = false;
  sawLowerCaseTag = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly kinds: ByteKinds,
    public position: number,
  ) {}

  reset(): void {
    this.values = 0;
    this.segments = 0;
    this.sawHigh = false;
    this.sawLowerCaseTag = false;
  }

  /** Takes back the segment read last: it belongs to what comes next. */
  unread(): void {
    this.segments -= 1;
    this.values = this.firsts[this.segments] as number;
    this.position = this.starts[this.values] as number;
  }

  /** Notes one segment and returns its packed tag, or one of `ENDED`. */
  nextSegment(): number {
    const { bytes, kinds, starts, ends, marks } = this;
    const { length } = bytes;
    let at = this.skipBlanks();
    if (at >= length) return ENDED.atEnd;
    let value = this.values;
    if (value > LIMITS.nodes) return ENDED.tooMany;
    starts[value] = at;
    let mark: number = BEFORE.tag;
    for (;;) {
      let kind: number = DATA;
      while (at < length && (kind = kinds[bytes[at] as number] as number) === DATA) at += 1;
      if (at >= length) return this.cutOff(value, mark);
      at += 1;
      if (kind < TERMINATOR) {
        mark |= this.markBefore(at, kind);
        if (kind === RELEASE) at += 1;
        continue;
      }
      ends[value] = at - 1;
      marks[value] = mark;
      value += 1;
      if (kind === TERMINATOR) return this.close(value, at);
      starts[value] = at;
      mark = kind - TERMINATOR;
    }
  }

  /** The bytes end inside a segment: it is noted as far as it goes, so that its place can be told. */
  private cutOff(value: number, mark: number): number {
    const { length } = this.bytes;
    this.ends[value] = length;
    this.marks[value] = mark;
    this.close(value + 1, length);
    return ENDED.inSegment;
  }

  /** What a byte that is no plain data adds to its value's mark; a released one stands behind it. */
  private markBefore(released: number, kind: number): number {
    const special = kind === RELEASE ? this.kinds[this.bytes[released] as number] : kind;
    if (special === HIGH) this.sawHigh = true;
    return (kind === RELEASE ? MARK.released : 0) | (MARK_OF[special as number] ?? 0);
  }

  /** Ends the segment whose last value stands before `behind`. */
  private close(behind: number, position: number): number {
    const { segments, values } = this;
    const tag = this.tagAt(this.starts[values] as number, this.ends[values] as number);
    this.tags[segments] = tag;
    this.firsts[segments] = values;
    this.firsts[segments + 1] = behind;
    this.segments = segments + 1;
    this.values = behind;
    this.position = position;
    return tag;
  }

  private tagAt(start: number, end: number): number {
    if (end - start !== 3) return NO_TAG;
    const { bytes } = this;
    return (
      (this.tagCharacter(bytes[start] as number) << 16) |
      (this.tagCharacter(bytes[start + 1] as number) << 8) |
      this.tagCharacter(bytes[start + 2] as number)
    );
  }

  private tagCharacter(byte: number): number {
    if (byte < 0x61 || byte > 0x7a) return byte;
    this.sawLowerCaseTag = true;
    return byte - 0x20;
  }

  /** Line breaks and other white space between segments are no data. */
  private skipBlanks(): number {
    const { bytes } = this;
    let at = this.position;
    while (at < bytes.length && isBlank(bytes[at])) at += 1;
    if (at > this.position && at < bytes.length) this.sawBlanks = true;
    this.position = at;
    return at;
  }
}

// As constants of this module, which V8 reads without a look into another one's object: they are read at each byte.
const { data: DATA, high: HIGH, release: RELEASE, terminator: TERMINATOR } = KIND;

/** By kind of byte: what it adds to its value's mark. */
const MARK_OF: readonly number[] = [0, MARK.high, MARK.odd, MARK.invalid];
