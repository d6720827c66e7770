import type { TransportDocument } from '#domain';
import fc from 'fast-check';
import type { AnyFormat } from '../format.js';
import { readDocument } from '../read-document.js';

/** Bytes → tree → consignment → JSON and back, with values written over places (`a/0/b`) of a JSON sample. */
export function throughTheRecord(
  format: AnyFormat,
  sample: string,
  values: Readonly<Record<string, string>>,
): TransportDocument {
  const tree: unknown = JSON.parse(sample);
  for (const [place, value] of Object.entries(values)) writeAt(tree, place.split('/'), value);
  const { document, findings } = readDocument(Buffer.from(JSON.stringify(tree)), [format]);
  if (!document) throw new Error(JSON.stringify(findings));
  return JSON.parse(JSON.stringify(document)) as TransportDocument;
}

function writeAt(tree: unknown, steps: readonly string[], value: unknown): void {
  const holder = steps.slice(0, -1).reduce((node, step) => node[step] as Node, tree as Node);
  holder[steps.at(-1)!] = value;
}

type Node = Record<string, unknown>;

const words = fc.constantFrom(
  '摩托车发动机',
  '重庆渝岚',
  'Мука пшеничная',
  'ข้าวหอมมะลิ',
  'HẢI PHÒNG',
  'e\u0301\u0323',
  '🚂👩‍🔧🇨🇳',
  '𠀀𠮷',
  '\u200f',
  '"\\/',
  '1.10',
  '007',
);
export const text = fc
  .oneof(words, fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }))
  .filter((written) => !written.includes('\0'));
export const code = fc.stringMatching(/^0{0,6}[0-9A-Z]{1,40}$/);
export const decimal = fc.stringMatching(/^(0|[1-9]\d{0,40})(\.\d{1,40})?$/);

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', '0', '-1', 'https://a.example', '2026-02-30T00:00:00Z', '__proto__'),
);

/** Whatever stands at any place of the sample: reading it never throws, and it is accepted or rejected. */
export function expectVerdictOnAnything(format: AnyFormat, sample: string): void {
  const places = placesIn(JSON.parse(sample), '');
  fc.assert(
    fc.property(fc.constantFrom(...places), anything, (place, value) => {
      const tree: unknown = JSON.parse(sample);
      writeAt(tree, place.slice(1).split('/'), value);
      const { document, events, findings } = readDocument(Buffer.from(JSON.stringify(tree)), [format]);
      expect(document === undefined && events === undefined).toBe(
        findings.some(({ severity }) => severity === 'error'),
      );
    }),
    { numRuns: 500 },
  );
}

const placesIn = (node: unknown, place: string): string[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => [`${place}/${key}`, ...placesIn(value, `${place}/${key}`)])
    : [];
