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
    const { bytes, kinds } = this;
    let at = this.skipBlanks();
    if (at >= bytes.length) return ENDED.atEnd;
    if (this.values > LIMITS.nodes) return ENDED.tooMany;
    const first = this.values;
    const { length } = bytes;
    let start = at;
    let mark: number = BEFORE.tag;
    for (;;) {
      while (at < length && kinds[bytes[at] as number] === KIND.data) at += 1;
      if (at >= length) return this.cutOff(first, start, mark);
      const kind = kinds[bytes[at] as number] as number;
      if (kind > KIND.release) {
        this.note(start, at, mark);
        at += 1;
        if (kind === KIND.terminator) return this.close(first, at);
        start = at;
        mark = SEPARATOR_OF[kind] as number;
      } else if (kind === KIND.release) {
        mark |= MARK.released | (MARK_OF[kinds[bytes[at + 1] as number] as number] ?? 0);
        at += 2;
      } else {
        mark |= MARK_OF[kind] as number;
        at += 1;
      }
    }
  }

  private note(start: number, end: number, mark: number): void {
    const { values } = this;
    this.starts[values] = start;
    this.ends[values] = end;
    this.marks[values] = mark;
    if ((mark & MARK.high) !== 0) this.sawHigh = true;
    this.values = values + 1;
  }

  private close(first: number, position: number): number {
    const { segments } = this;
    const tag = this.tagAt(this.starts[first] as number, this.ends[first] as number);
    this.tags[segments] = tag;
    this.firsts[segments] = first;
    this.firsts[segments + 1] = this.values;
    this.segments = segments + 1;
    this.position = position;
    return tag;
  }

  /** The bytes end inside a segment: it is noted as far as it goes, so that its place can be told. */
  private cutOff(first: number, start: number, mark: number): number {
    this.note(start, this.bytes.length, mark);
    this.close(first, this.bytes.length);
    return ENDED.inSegment;
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

/** By kind of byte: what it adds to its value's mark. */
const MARK_OF: readonly number[] = [0, MARK.high, MARK.odd, MARK.invalid];

/** By kind of byte: what stands before the value behind it. */
const SEPARATOR_OF: readonly number[] = Object.assign(new Array<number>(9).fill(BEFORE.tag), {
  [KIND.element]: BEFORE.element,
  [KIND.component]: BEFORE.component,
  [KIND.repetition]: BEFORE.repetition,
});
