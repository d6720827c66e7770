import { readFileSync } from 'node:fs';
import { readDocument } from '../read-document.js';

/** Where a sample in which something was changed is told of with this code. It is taken in all the same. */
export function toldOf(sample: string, written: RegExp, changed: string, code: string): string[] {
  const text = readFileSync(new URL(`../${sample}`, import.meta.url), 'utf8');
  const { findings, document, events } = readDocument(Buffer.from(text.replace(written, changed)));
  expect(document ?? events).toBeDefined();
  return findings.filter((finding) => finding.code === code).map(({ path }) => path);
}
