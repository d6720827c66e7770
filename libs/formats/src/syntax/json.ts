import type { Finding } from '#domain';
import { LIMITS } from './limits.js';

/** A JSON document parsed once, with its numbers' own digits kept beside the tree. */
export interface JsonSource {
  readonly syntax: 'json';
  readonly root: unknown;
  /** The digits of a number as the sender wrote them (`20000.000`, `1.10`), given the object or array it stands in. */
  numberText(holder: object, key: string | number): string | undefined;
}

export type JsonReading = { readonly source: JsonSource } | { readonly findings: readonly Finding[] };

type NumberTexts = WeakMap<object, Map<string, string>>;

/** `text` is the whole document, already decoded from UTF-8. */
export function readJson(text: string): JsonReading {
  const tooLarge = exceedsLimits(text);
  if (tooLarge) return { findings: [tooLarge] };
  const written: NumberTexts = new WeakMap();
  try {
    const root: unknown = JSON.parse(text, keepNumberText(written));
    return { source: new ParsedJson(root, written) };
  } catch (error) {
    return { findings: [syntaxError(error)] };
  }
}

class ParsedJson implements JsonSource {
  readonly syntax = 'json';
  constructor(
    readonly root: unknown,
    private readonly written: NumberTexts,
  ) {}

  numberText(holder: object, key: string | number): string | undefined {
    const kept = this.written.get(holder)?.get(String(key));
    if (kept !== undefined) return kept;
    const value = (holder as Record<string, unknown>)[key];
    return typeof value === 'number' ? String(value) : undefined;
  }
}

/** ECMAScript's JSON.parse source text access: what a number looked like before it became a float. Kept only where the two differ. */
function keepNumberText(written: NumberTexts) {
  return function revive(this: object, key: string, value: unknown, context?: { source?: string }): unknown {
    const source = context?.source;
    if (typeof value === 'number' && source !== undefined && source !== String(value)) {
      const texts = written.get(this) ?? new Map<string, string>();
      written.set(this, texts.set(key, source));
    }
    return value;
  };
}

/** Counts brackets and members before parsing, so that a hostile document costs one pass over its characters. */
function exceedsLimits(text: string): Finding | undefined {
  let depth = 0;
  let nodes = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === BACKSLASH) index += 1;
      else if (character === QUOTE) inString = false;
    } else if (character === QUOTE) inString = true;
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
      depth += 1;
      nodes += 1;
      if (depth > LIMITS.depth) return beyond('JSON.TOO_DEEP', index, `nested deeper than ${LIMITS.depth}`, `嵌套超过 ${LIMITS.depth} 层`);
    } else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) depth -= 1;
    else if (character === COMMA) nodes += 1;
    if (nodes > LIMITS.nodes) return beyond('JSON.TOO_MANY', index, `more than ${LIMITS.nodes} values`, `超过 ${LIMITS.nodes} 个值`);
  }
  return undefined;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const beyond = (code: string, offset: number, en: string, zh: string): Finding => ({
  code,
  severity: 'error',
  path: `offset ${offset}`,
  message: { en: `The document is ${en}.`, zh: `文件${zh}。` },
});

function syntaxError(error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(reason)?.[1];
  return {
    code: 'JSON.SYNTAX',
    severity: 'error',
    path: position === undefined ? '' : `offset ${position}`,
    message: {
      en: `This is not valid JSON: ${withoutContents(reason)}.`,
      zh: `不是有效的 JSON 文件${position === undefined ? '' : `（第 ${position} 个字符处）`}。`,
    },
    rule: 'RFC 8259',
  };
}

/** V8 quotes the document in some of its messages; document contents stay out of findings and logs. */
const withoutContents = (reason: string): string => reason.replace(/, (?:\.\.\.)?".*$/s, '').replace(/\.$/, '');
