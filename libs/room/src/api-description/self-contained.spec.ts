import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { selfContained } from './self-contained.js';

const FILES = {
  'note.schema.json': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:note:1',
    type: 'object',
    properties: { seal: { $ref: '#/$defs/seal' }, before: { $ref: '#' } },
    $defs: { seal: { type: 'object', properties: { number: { type: 'string' } } } },
  },
  'declaration.schema.json': {
    $id: 'urn:declaration:1',
    properties: { number: { $ref: 'urn:note:1#/$defs/seal/properties/number' } },
  },
  'note.json': { seal: { number: 'CQ771201' } },
  'note.xml': '<运单/>',
};

const description = (schemas: object) => ({
  openapi: '3.1.0',
  paths: { '/notes': { $ref: '#/components/pathItems/notes' } },
  components: {
    schemas: { Note: { $ref: 'note.schema.json' }, Declaration: { $ref: 'declaration.schema.json' }, ...schemas },
    examples: { note: { externalValue: 'note.json' }, paper: { externalValue: 'note.xml' } },
  },
});

describe('a description in one piece', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yidan-description-'));
    for (const [name, content] of Object.entries(FILES)) write(name, content);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

  const bundled = (schemas: object): any => {
    write('openapi.json', description(schemas));
    return selfContained(pathToFileURL(join(folder, 'openapi.json')));
  };

  it('holds the published schemas and their definitions as components', () => {
    const own = {
      List: { items: { $ref: '#/components/schemas/Note' } },
      Seal: { $ref: 'note.schema.json#/$defs/seal' },
    };
    expect(bundled(own).components.schemas).toEqual({
      Note: {
        type: 'object',
        properties: { seal: { $ref: '#/components/schemas/Note.seal' }, before: { $ref: '#/components/schemas/Note' } },
      },
      'Note.seal': { type: 'object', properties: { number: { type: 'string' } } },
      Declaration: { properties: { number: { $ref: '#/components/schemas/Note.seal/properties/number' } } },
      List: { items: { $ref: '#/components/schemas/Note' } },
      Seal: { $ref: '#/components/schemas/Note.seal' },
    });
  });

  it('holds its examples and leaves the rest as it is', () => {
    const { components, paths } = bundled({});
    expect(components.examples).toEqual({ note: { value: FILES['note.json'] }, paper: { value: '<运单/>' } });
    expect(paths).toEqual({ '/notes': { $ref: '#/components/pathItems/notes' } });
  });

  it('refuses a reference to what it does not hold', () => {
    expect(() => bundled({ List: { items: { $ref: 'urn:bill:1' } } })).toThrow('urn:bill:1 refers to no schema');
    expect(() => bundled({ Bill: { $ref: 'bill.schema.json' } })).toThrow(/no such file/);
  });
});
