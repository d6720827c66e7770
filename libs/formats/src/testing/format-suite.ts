import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '#domain';
import type { AnyFormat } from '../format.js';
import { readDocument } from '../read-document.js';

/**
 * The suite every format passes. `folder` is the format's folder; beside each sample stands its expected result, reviewed by hand:
 * - `samples/valid/X` with `X.expected.json` = the TransportDocument or EventReport; no findings at all.
 * - `samples/issues/X` with `X.expected.json` = `{ findings: [{ code, path }], document: { …the part to look at } }`, or `events`; accepted with warnings.
 * - `samples/invalid/X` with `X.expected.json` = `{ findings: [{ code, path }] }`; rejected.
 */
export function describeFormat(format: AnyFormat, folder: URL): void {
  describe(`${format.id} samples`, () => {
    it.each(KINDS)('%s: no expected result without its sample', (kind) => {
      const names = readdirSync(new URL(`samples/${kind}/`, folder));
      const orphans = names.filter(
        (name) => name.endsWith(EXPECTED) && !names.includes(name.slice(0, -EXPECTED.length)),
      );
      expect(orphans).toEqual([]);
    });

    it.each(samples(folder, 'valid'))('valid: $name', ({ bytes, expected }) => {
      const { findings, document, events } = readDocument(bytes, [format]);
      expect(findings).toEqual([]);
      expect(document ?? events).toEqual(expected);
    });

    it.each(samples(folder, 'issues'))('accepted with warnings: $name', ({ bytes, expected }) => {
      const { findings, document, events } = readDocument(bytes, [format]);
      expect(placed(findings)).toEqual(expected.findings);
      expect(findings.filter(lacksALanguage)).toEqual([]);
      expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
      expect(document ?? events).toMatchObject((expected.document ?? expected.events) as object);
    });

    it.each(samples(folder, 'invalid'))('rejected: $name', ({ bytes, expected }) => {
      const { findings, document, events } = readDocument(bytes, [format]);
      expect(document ?? events).toBeUndefined();
      expect(placed(findings)).toEqual(expected.findings);
      expect(findings.filter(lacksALanguage)).toEqual([]);
    });
  });
}

interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  readonly expected: Record<string, unknown>;
}

const KINDS = ['valid', 'issues', 'invalid'] as const;
const EXPECTED = '.expected.json';

function samples(folder: URL, kind: (typeof KINDS)[number]): Sample[] {
  const place = new URL(`samples/${kind}/`, folder);
  const names = readdirSync(place).filter((name) => !name.endsWith(EXPECTED));
  if (names.length === 0) throw new Error(`No samples in ${place.pathname}.`);
  return names.map((name) => ({
    name,
    bytes: readFileSync(new URL(name, place)),
    expected: JSON.parse(readFileSync(new URL(name + EXPECTED, place), 'utf8')) as Record<string, unknown>,
  }));
}

const lacksALanguage = ({ message }: Finding): boolean => message.en === '' || !/\p{Script=Han}/u.test(message.zh);

const placed = (findings: readonly { code: string; path: string }[]) =>
  findings.map(({ code, path }) => ({ code, path }));
