import type { Finding } from '#domain';
import { LIMITS } from './limits.js';

/** What one pass over a document's characters tells before it is parsed. */
export interface JsonScan {
  /** Set when the document is larger than a parser should be given; the scan stopped there. */
  readonly beyondLimits?: Finding;
  /** Duplicate keys and characters no record can hold; to be believed only if the document then parses. */
  readonly findings: readonly Finding[];
  /** Whether any value is a number, whose digits a float may not keep. */
  readonly hasNumbers: boolean;
}

/** Counts, looks for duplicate keys (which JSON.parse drops in silence) and for broken characters. Never throws, whatever the text. */
export const scanJson = (text: string): JsonScan => new Scanner(text).scan();

/** An object (with its keys so far) or an array the scanner is inside of. */
interface Frame {
  readonly keys?: Set<string>;
  /** Key or index of the member it is at. */
  at: string | number;
  expectsKey: boolean;
}

const MAX_FINDINGS = 20;

class Scanner {
  private readonly frames: Frame[] = [];
  private readonly findings: Finding[] = [];
  private nodes = 0;
  private index = 0;
  private hasNumbers = false;

  constructor(private readonly text: string) {}

  scan(): JsonScan {
    for (; this.index < this.text.length; this.index += 1) {
      const character = this.text.charCodeAt(this.index);
      if (character === QUOTE) this.string();
      else if (character === OPEN_BRACE || character === OPEN_BRACKET) this.open(character === OPEN_BRACE);
      else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) this.frames.pop();
      else if (character === COMMA) this.next();
      else if (character >= ZERO && character <= NINE) this.hasNumbers = true;
      const beyondLimits = this.beyondLimits();
      if (beyondLimits) return { beyondLimits, findings: [], hasNumbers: false };
    }
    return { findings: this.findings, hasNumbers: this.hasNumbers };
  }

  private open(isObject: boolean): void {
    this.nodes += 1;
    this.frames.push(isObject ? { keys: new Set(), at: '', expectsKey: true } : { at: 0, expectsKey: false });
  }

  private next(): void {
    this.nodes += 1;
    const frame = this.frames.at(-1);
    if (frame?.keys) frame.expectsKey = true;
    else if (frame) frame.at = Number(frame.at) + 1;
  }

  /** Moves to the string's closing quote. */
  private string(): void {
    const start = this.index + 1;
    let escaped = false;
    for (this.index = start; this.index < this.text.length; this.index += 1) {
      const character = this.text.charCodeAt(this.index);
      if (character === QUOTE) break;
      if (character !== BACKSLASH) continue;
      escaped = true;
      this.index += 1;
    }
    const written = this.text.slice(start, this.index);
    const value = escaped ? unescaped(written) : written;
    const frame = this.frames.at(-1);
    if (frame?.expectsKey && frame.keys) this.key(value, frame, frame.keys);
    if (escaped && /\0|\p{Surrogate}/u.test(value)) this.report(brokenCharacter(this.pointer()));
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
    const steps = this.frames.map(({ at }) => String(at).replaceAll('~', '~0').replaceAll('/', '~1').toWellFormed());
    return steps.map((step) => `/${step}`).join('');
  }

  private beyondLimits(): Finding | undefined {
    if (this.frames.length > LIMITS.depth) {
      return beyond(
        'JSON.TOO_DEEP',
        this.index,
        `nested deeper than ${LIMITS.depth} levels`,
        `嵌套超过 ${LIMITS.depth} 层`,
      );
    }
    if (this.nodes > LIMITS.nodes) {
      return beyond('JSON.TOO_MANY', this.index, `larger than ${LIMITS.nodes} values`, `超过 ${LIMITS.nodes} 个值`);
    }
    return undefined;
  }
}

/** The string an escaped text stands for; a malformed escape stays as it is, the parser will refuse it. */
function unescaped(written: string): string {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;
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
