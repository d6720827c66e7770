import type { Finding } from '#domain';
import { scanJson, scanJsonForDuplicates, type Holder } from './json-scan.js';
import { firstSyntaxError } from './json-syntax.js';

/** A JSON document parsed once, with its numbers' own digits kept beside the tree. */
export interface JsonSource {
  readonly syntax: 'json';
  readonly root: unknown;
  /** The digits of a number as the sender wrote them (`20000.000`, `1.10`), given the object or array it stands in. */
  numberText(holder: object, key: string | number): string | undefined;
}

export type JsonReading = { readonly source: JsonSource } | { readonly findings: readonly Finding[] };

type NumberTexts = ReadonlyMap<unknown, ReadonlyMap<string, string>>;

/**
 * `text` is the whole document, decoded from these bytes. Findings: `JSON.SYNTAX`, `JSON.DUPLICATE_KEY`, `JSON.CHARACTER`, and
 * `JSON.TOO_DEEP` or `JSON.TOO_MANY` for a document beyond `LIMITS`.
 */
export function readJson(text: string, bytes: Buffer = Buffer.from(text)): JsonReading {
  const scan = scanJson(bytes);
  if (scan.beyondLimits) return { findings: [scan.beyondLimits] };
  try {
    const root: unknown = JSON.parse(text);
    const { findings } = scan.names === namesIn(root) ? scan : scanJsonForDuplicates(bytes);
    if (findings.length > 0) return { findings };
    return { source: new ParsedJson(root, numberTexts(root, scan.withNumbers)) };
  } catch {
    return { findings: [syntaxError(text)] };
  }
}

/** Names of members over all objects: fewer than in the text where one stands twice in an object. */
function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let names = 0;
  if (Array.isArray(value)) for (const entry of value) names += namesIn(entry);
  else for (const name in value) names += 1 + namesIn((value as Record<string, unknown>)[name]);
  return names;
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

/** The scanned objects and arrays as they are in the parsed tree, each with its numbers. */
const numberTexts = (root: unknown, scanned: readonly Holder[]): NumberTexts =>
  new Map(scanned.map((holder) => [parsed(root, holder), holder.numbers ?? new Map<string, string>()]));

const parsed = (root: unknown, { outer, place }: Holder): unknown =>
  outer ? (parsed(root, outer) as Readonly<Record<string, unknown>>)[place as string | number] : root;

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
