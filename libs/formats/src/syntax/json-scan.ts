import type { Finding } from '#domain';
import { LIMITS } from './limits.js';

/** What one pass over a document's characters tells before it is parsed. */
export interface JsonScan {
  /** Set when the document is larger than a parser should be given; the scan stopped there. */
  readonly beyondLimits?: Finding;
  /** Duplicate keys and characters no record can hold; to be believed only if the document then parses. */
  readonly findings: readonly Finding[];
  /** Objects and arrays with numbers that a float does not write as the sender did. */
  readonly withNumbers: readonly Frame[];
}

/** Counts, looks for duplicate keys (which JSON.parse drops in silence) and for broken characters. Never throws, whatever the text. */
export const scanJson = (text: string): JsonScan => new Scanner(text).scan();

/** An object (with its keys so far) or an array. */
export interface Frame {
  readonly outer: Frame | undefined;
  /** Key or index at which it stands in the outer one. */
  readonly place: string | number;
  readonly keys?: Set<string>;
  /** Key or index of the member the scanner is at. */
  at: string | number;
  expectsKey: boolean;
  /** Digits as written, by key or index, where a float would write them otherwise. */
  numbers?: Map<string, string>;
}

const MAX_FINDINGS = 20;

class Scanner {
  private readonly findings: Finding[] = [];
  private readonly withNumbers: Frame[] = [];
  private frame: Frame | undefined;
  private depth = 0;
  private nodes = 0;
  private index = 0;
  private backslash = -1;
  private beyondLimits: Finding | undefined;

  constructor(private readonly text: string) {}

  scan(): JsonScan {
    for (; this.index < this.text.length && !this.beyondLimits; this.index += 1) {
      const character = this.text.charCodeAt(this.index);
      if (character > SPACE && character !== COLON) this.token(character);
    }
    const { beyondLimits, findings, withNumbers } = this;
    return beyondLimits ? { beyondLimits, findings: [], withNumbers: [] } : { findings, withNumbers };
  }

  private token(character: number): void {
    if (character === QUOTE) this.string();
    else if (character === COMMA) this.next();
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) this.open(character === OPEN_BRACE);
    else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) this.close();
    else if (character === MINUS || (character >= ZERO && character <= NINE)) this.number();
  }

  private open(isObject: boolean): void {
    this.depth += 1;
    if (this.depth > LIMITS.depth) this.beyondLimits = tooDeep(this.index);
    this.count();
    const around = { outer: this.frame, place: this.frame?.at ?? '' };
    this.frame = isObject
      ? { ...around, keys: new Set(), at: '', expectsKey: true }
      : { ...around, at: 0, expectsKey: false };
  }

  private close(): void {
    if (this.frame) this.depth -= 1;
    this.frame = this.frame?.outer;
  }

  private next(): void {
    this.count();
    const { frame } = this;
    if (frame?.keys) frame.expectsKey = true;
    else if (frame) frame.at = Number(frame.at) + 1;
  }

  private count(): void {
    this.nodes += 1;
    if (this.nodes > LIMITS.nodes) this.beyondLimits ??= tooMany(this.index);
  }

  /** Moves to the number's last character. */
  private number(): void {
    NUMBER.lastIndex = this.index;
    const [written] = NUMBER.exec(this.text) as RegExpExecArray;
    this.index += written.length - 1;
    if (!this.frame || written === String(Number(written))) return;
    if (!this.frame.numbers) this.withNumbers.push(this.frame);
    this.frame.numbers ??= new Map();
    this.frame.numbers.set(String(this.frame.at), written);
  }

  /** Moves to the string's closing quote. */
  private string(): void {
    const start = this.index + 1;
    const escaped = this.closingQuote(start);
    const { frame } = this;
    if (!escaped && !frame?.expectsKey) return;
    const written = this.text.slice(start, this.index);
    const value = escaped ? unescaped(written) : written;
    if (frame?.expectsKey && frame.keys) this.key(value, frame, frame.keys);
    if (escaped && /\0|\p{Surrogate}/u.test(value)) this.report(brokenCharacter(this.pointer()));
  }

  /** Moves there, or to the end of the text; whether there were escapes on the way. */
  private closingQuote(start: number): boolean {
    if (this.backslash < start) this.backslash = indexOrEnd(this.text, '\\', start);
    this.index = indexOrEnd(this.text, '"', start);
    if (this.index < this.backslash) return false;
    while (this.backslash < this.index) {
      const behind = this.backslash + 2;
      this.backslash = indexOrEnd(this.text, '\\', behind);
      if (this.index < behind) this.index = indexOrEnd(this.text, '"', behind);
    }
    return true;
  }

  private key(name: string, frame: Frame, keys: Set<string>): void {
    frame.at = name;
    frame.expectsKey = false;
    if (keys.has(name)) this.report(duplicateKey(this.pointer()));
    keys.add(name);
  }

  private report(finding: Finding): void {
    if (this.findings.length < MAX_FINDINGS) this.findings.push(finding);
  }

  /** JSON pointer (RFC 6901) of the member the scanner is at. */
  private pointer(): string {
    const steps: string[] = [];
    for (let frame = this.frame, at = frame?.at; frame && at !== undefined; at = frame.place, frame = frame.outer) {
      steps.unshift(`/${String(at).replaceAll('~', '~0').replaceAll('/', '~1').toWellFormed()}`);
    }
    return steps.join('');
  }
}

/** More than numbers have: what is no number is refused when the document is parsed. */
const NUMBER = /[-+.\deE]+/y;

function indexOrEnd(text: string, character: string, start: number): number {
  const index = text.indexOf(character, start);
  return index === -1 ? text.length : index;
}

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
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
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
