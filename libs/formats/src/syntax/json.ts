import type { Finding } from '#domain';
import { scanJson } from './json-scan.js';
import { firstSyntaxError } from './json-syntax.js';

/** A JSON document parsed once, with its numbers' own digits kept beside the tree. */
export interface JsonSource {
  readonly syntax: 'json';
  readonly root: unknown;
  /** The digits of a number as the sender wrote them (`20000.000`, `1.10`), given the object or array it stands in. */
  numberText(holder: object, key: string | number): string | undefined;
}

export type JsonReading = { readonly source: JsonSource } | { readonly findings: readonly Finding[] };

type NumberTexts = WeakMap<object, Map<string, string>>;

/**
 * `text` is the whole document, already decoded from UTF-8. Findings: `JSON.SYNTAX`, `JSON.DUPLICATE_KEY`, `JSON.CHARACTER`, and
 * `JSON.TOO_DEEP` or `JSON.TOO_MANY` for a document beyond `LIMITS`.
 */
export function readJson(text: string): JsonReading {
  const scan = scanJson(text);
  if (scan.beyondLimits) return { findings: [scan.beyondLimits] };
  const written: NumberTexts = new WeakMap();
  try {
    const root: unknown = JSON.parse(text, scan.hasNumbers ? keepNumberText(written) : undefined);
    return scan.findings.length > 0 ? { findings: scan.findings } : { source: new ParsedJson(root, written) };
  } catch {
    return { findings: [syntaxError(text)] };
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
    const value = Object.hasOwn(holder, key) ? (holder as Record<string | number, unknown>)[key] : undefined;
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

const syntaxError = (text: string): Finding => ({
  code: 'JSON.SYNTAX',
  severity: 'error',
  path: `offset ${firstSyntaxError(text)}`,
  message: {
    en: 'This is not valid JSON from here on. Correct it there and send the whole document again.',
    zh: '从此处起不是有效的 JSON 文件。请改正后重新发送整份文件。',
  },
  rule: 'RFC 8259',
});
