import { existsSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { catalogue } from '#formats';
import { foldersIn, tree } from './source-tree.js';

const ROOT = 'libs/formats/src/';
const FAMILIES = ['rail', 'ocean', 'customs', 'events'].filter((family) =>
  existsSync(new URL(ROOT + family, projectRoot)),
);
const FILES = ['README.md', 'index.ts', 'codec.ts', 'tree.types.ts', 'checks.ts', 'code-lists.ts', 'schema/SOURCE.md'];
const EXPECTED = '.expected.json';

/** What is only written for an authority, and its answer read: no document that goes into a record. */
const REPORTS = [
  'customs/china-declaration',
  'customs/china-manifest',
  'customs/wco-declaration',
  'customs/wco-response',
];
const FILES_OF_REPORT = ['README.md', 'index.ts', 'tree.types.ts', 'code-lists.ts', 'schema/SOURCE.md'];

const folders = FAMILIES.flatMap((family) => foldersIn(`${ROOT}${family}/`).map((name) => `${family}/${name}`));
const formats = folders.filter((name) => !REPORTS.includes(name));

describe.each(REPORTS)('the report %s', (name) => {
  const folder = `${ROOT}${name}/`;
  const files = tree(folder).map((path) => path.slice(folder.length));

  it('has every file that a report has, samples and a spec', () => {
    expect(files).toEqual(expect.arrayContaining(FILES_OF_REPORT));
    expect(files.filter((file) => file.startsWith('samples/'))).not.toEqual([]);
    expect(files.filter((file) => file.endsWith('.spec.ts'))).not.toEqual([]);
  });
});

describe.each(formats)('the format %s', (name) => {
  const folder = `${ROOT}${name}/`;
  const mapping = name.startsWith('events/') ? 'to-events.ts' : 'to-consignment.ts';
  const files = tree(folder).map((path) => path.slice(folder.length));

  it('has every file that a format has, and a spec', () => {
    expect(files).toEqual(expect.arrayContaining([...FILES, mapping]));
    expect(files.filter((file) => file.endsWith('.spec.ts'))).not.toEqual([]);
  });

  it.each(['valid', 'invalid', 'issues'])('has %s samples, each with what is expected of it', (kind) => {
    const inKind = files.filter((file) => file.startsWith(`samples/${kind}/`) && !file.endsWith('/'));
    const samples = inKind.filter((file) => !file.endsWith(EXPECTED));
    expect(samples).not.toEqual([]);
    expect(inKind.filter((file) => file.endsWith(EXPECTED)).sort()).toEqual(
      samples.map((file) => file + EXPECTED).sort(),
    );
  });

  it('is in the catalogue', async () => {
    const module = (await import(`../../${folder}index.js`)) as Record<string, unknown>;
    expect(catalogue.filter((format) => Object.values(module).includes(format))).toHaveLength(1);
  });
});

describe('the catalogue', () => {
  it('has one entry a folder, each under its own id', () => {
    expect(catalogue).toHaveLength(formats.length);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });
});
