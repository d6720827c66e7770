import type { Finding } from '#domain';
import { LIMITS } from './limits.js';

/** What one pass over a document's bytes, which are UTF-8, tells before it is parsed: bytes are gone over in a third of the time that a string takes. */
export interface JsonScan {
  /** Set when the document is larger than a parser should be given; the scan stopped there. */
  readonly beyondLimits?: Finding;
  /** Characters no record can hold and, where names are compared, those that stand twice; to be believed only if the document then parses. */
  readonly findings: readonly Finding[];
  /** Names of members, over all objects. */
  readonly names: number;
  /** Those with numbers that a float does not write as the sender did. */
  readonly withNumbers: readonly Holder[];
}

/** An object or array. */
export interface Holder {
  readonly outer: Holder | undefined;
  /** Name or index at which it stands in the outer one; set where it or one inside it has such numbers. */
  readonly place: string | number | undefined;
  /** Digits as written, by name or index. */
  readonly numbers: ReadonlyMap<string, string> | undefined;
}

/** Counts and looks for broken characters. Never throws, whatever the bytes. */
export const scanJson = (bytes: Buffer): JsonScan => new Scanner(bytes, false).scan();

/** Looks also for names that stand twice in one object: JSON.parse drops the first in silence. */
export const scanJsonForDuplicates = (bytes: Buffer): JsonScan => new Scanner(bytes, true).scan();

/** An object or array that is open where the scanner is. */
interface Frame extends Holder {
  readonly outer: Frame | undefined;
  place: string | number | undefined;
  readonly isObject: boolean;
  /** Of the member the scanner is at: where its name begins in the bytes, or its index. */
  at: number;
  expectsName: boolean;
  /** So far, where names are compared. */
  readonly names: Set<string> | undefined;
  numbers: Map<string, string> | undefined;
}

const MAX_FINDINGS = 20;

class Scanner {
  private readonly findings: Finding[] = [];
  private readonly withNumbers: Frame[] = [];
  private frame: Frame | undefined;
  private depth = 0;
  private nodes = 0;
  private names = 0;
  private backslash = -1;
  private beyondLimits: Finding | undefined;

  constructor(
    private readonly bytes: Buffer,
    private readonly comparesNames: boolean,
  ) {}

  scan(): JsonScan {
    const { bytes } = this;
    for (let at = 0; at < bytes.length && !this.beyondLimits;) {
      const character = bytes[at] as number;
      if (character <= SPACE || character === COLON) at += 1;
      else at = this.token(character, at);
    }
    const { beyondLimits, findings, names, withNumbers } = this;
    return beyondLimits ? { beyondLimits, findings: [], names, withNumbers: [] } : { findings, names, withNumbers };
  }

  /** Returns the place behind it. */
  private token(character: number, at: number): number {
    if (character === QUOTE) return this.string(at + 1);
    if (isDigit(character) || character === MINUS) return this.number(at);
    if (character === COMMA) this.next(at);
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) this.open(character === OPEN_BRACE, at);
    else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) this.close();
    return at + 1;
  }

  private open(isObject: boolean, at: number): void {
    this.depth += 1;
    if (this.depth > LIMITS.depth) this.beyondLimits = tooDeep(this.charactersBefore(at));
    this.count(at);
    const names = isObject && this.comparesNames ? new Set<string>() : undefined;
    const place = undefined;
    this.frame = { outer: this.frame, place, isObject, at: 0, expectsName: isObject, names, numbers: undefined };
  }

  private close(): void {
    if (this.frame) this.depth -= 1;
    this.frame = this.frame?.outer;
  }

  private next(at: number): void {
    this.count(at);
    const { frame } = this;
    if (frame?.isObject) frame.expectsName = true;
    else if (frame) frame.at += 1;
  }

  private count(at: number): void {
    this.nodes += 1;
    if (this.nodes > LIMITS.nodes) this.beyondLimits ??= tooMany(this.charactersBefore(at));
  }

  /** It may have more than numbers have: what is no number is refused when the document is parsed. */
  private number(start: number): number {
    const { bytes, frame } = this;
    let end = start + 1;
    while (isOfNumber(bytes[end])) end += 1;
    const written = bytes.toString('latin1', start, end);
    if (frame && written !== String(Number(written))) this.keep(written, frame);
    return end;
  }

  private keep(written: string, frame: Frame): void {
    if (!frame.numbers) {
      frame.numbers = new Map();
      this.withNumbers.push(frame);
      this.setPlaces(frame);
    }
    frame.numbers.set(String(this.stepAt(frame)), written);
  }

  /** While it is open, the outer ones are at it. */
  private setPlaces(frame: Frame): void {
    for (let inner = frame; inner.outer && inner.place === undefined; inner = inner.outer)
      inner.place = this.stepAt(inner.outer);
  }

  private string(start: number): number {
    const { frame } = this;
    if (frame?.expectsName) this.name(start, frame);
    const end = this.closingQuote(start);
    if (this.backslash >= start && /\0|\p{Surrogate}/u.test(this.stringAt(start)))
      this.report(brokenCharacter(this.pointer()));
    return end + 1;
  }

  /** Where the next quote is that is not escaped, or the end; notes the last backslash on the way. */
  private closingQuote(start: number): number {
    const { bytes } = this;
    for (let at = start; at < bytes.length; at += 1) {
      const character = bytes[at];
      if (character === QUOTE) return at;
      if (character !== BACKSLASH) continue;
      this.backslash = at;
      at += 1;
    }
    return bytes.length;
  }

  private name(start: number, frame: Frame): void {
    this.names += 1;
    frame.at = start;
    frame.expectsName = false;
    if (!frame.names) return;
    const name = this.stringAt(start);
    if (frame.names.has(name)) this.report(duplicateKey(this.pointer()));
    frame.names.add(name);
  }

  private report(finding: Finding): void {
    if (this.findings.length < MAX_FINDINGS) this.findings.push(finding);
  }

  /** JSON pointer (RFC 6901) of the member the scanner is at. */
  private pointer(): string {
    let pointer = '';
    for (let { frame } = this; frame; frame = frame.outer) {
      const step = String(this.stepAt(frame)).replaceAll('~', '~0').replaceAll('/', '~1');
      pointer = `/${step.toWellFormed()}${pointer}`;
    }
    return pointer;
  }

  private stepAt({ isObject, at }: Frame): string | number {
    return isObject ? this.stringAt(at) : at;
  }

  /** The string whose first character, behind its quote, stands there. */
  private stringAt(start: number): string {
    const written = this.bytes.toString('utf8', start, this.closingQuote(start));
    return written.includes('\\') ? unescaped(written) : written;
  }

  /** Findings count characters; the decoder leaves out a byte order mark. */
  private charactersBefore(index: number): number {
    return new TextDecoder().decode(this.bytes.subarray(0, index)).length;
  }
}

const isDigit = (character: number): boolean => character >= ZERO && character <= NINE;

/** Digits, signs, the decimal mark and the exponent's letter. */
const isOfNumber = (character: number | undefined): boolean =>
  character !== undefined && (isDigit(character) || NUMBER_MARKS.includes(character));

/** The string an escaped text stands for; a malformed escape stays as it is, the parser will refuse it. */
function unescaped(written: string): string {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const NUMBER_MARKS = [...'-+.eE'].map((mark) => mark.charCodeAt(0));
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const duplicateKey = (path: string): Finding => ({
  code: 'JSON.DUPLICATE_KEY',
  severity: 'error',
  path,
  message: {
    en: 'This name stands twice in one object, so it is not certain which value is meant. Keep one of them.',
    zh: '同一对象中出现重复的字段名，无法确定以哪个值为准。请只保留一个。',
  },
  rule: 'RFC 8259 §4',
});

const brokenCharacter = (path: string): Finding => ({
  code: 'JSON.CHARACTER',
  severity: 'error',
  path,
  message: {
    en: 'This text holds half a character (a lone surrogate) or a NUL. Write the text again in full.',
    zh: '此处文本含有不完整的字符（孤立代理项）或空字符 NUL。请重新填写完整文本。',
  },
  rule: 'RFC 8259 §8.2',
});

const beyond = (code: string, offset: number, en: string, zh: string): Finding => ({
  code,
  severity: 'error',
  path: `offset ${offset}`,
  message: { en: `The document is ${en}. Send it in several documents.`, zh: `文件${zh}。请分成几份文件发送。` },
});

const tooDeep = (offset: number): Finding =>
  beyond('JSON.TOO_DEEP', offset, `nested deeper than ${LIMITS.depth} levels`, `嵌套超过 ${LIMITS.depth} 层`);

const tooMany = (offset: number): Finding =>
  beyond('JSON.TOO_MANY', offset, `larger than ${LIMITS.nodes} values`, `超过 ${LIMITS.nodes} 个值`);
