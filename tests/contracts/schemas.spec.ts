import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectRoot } from '#contracts';
import { readDocument } from '#formats';

const schemas = new URL('schemas/', projectRoot);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, schemas), 'utf8')) as Record<string, unknown>;
const files = readdirSync(schemas, { recursive: true }) as string[];
const published = files.filter((name) => /(\.schema|\.v\d+)\.json$/.test(name));

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
addFormats.default(ajv);
for (const name of published) ajv.addSchema(read(name));

describe('what Yidan publishes', () => {
  it.each(published)('%s compiles under the id its place gives it', (name) => {
    const id = read(name)['$id'] as string;
    expect(id).toBe(idOf(name));
    expect(ajv.getSchema(id)).toBeInstanceOf(Function);
  });

  const idOf = (name: string): string => {
    const [, room, event] = /^events\/([\w-]+)\/(.+)\.json$/.exec(name) ?? [];
    if (room !== undefined) return `urn:yidan:event:${room}.${event}`;
    return name.replace(/^([\w-]+)\/v(\d+)\/\1\.schema\.json$/, 'urn:yidan:schema:$1:$2');
  };

  it.each(files.filter((name) => /\/examples\/[^/]+\.json$/.test(name) && !name.startsWith('api/')))(
    '%s is an example of its schema',
    (name) => {
      const schema = published.find((one) => one.startsWith(name.replace(/examples\/.*/, ''))) as string;
      const fits = ajv.getSchema(read(schema)['$id'] as string);
      void fits?.(read(name));
      expect(fits?.errors ?? []).toEqual([]);
    },
  );
});

describe('the documents that the API shows', () => {
  it.each([
    ['api/examples/smgs-consignment-note.json', 'unece-smgs-d23b', 'CQ26110417'],
    ['api/examples/bill-of-lading.json', 'dcsa-ebl-3.0', 'HBLQZH2611042'],
    ['china-rail-waybill/v1/samples/complete.xml', 'yidan-china-rail-waybill-1', 'CDQ2611080117'],
  ])('%s is read without a finding', (name, format, number) => {
    expect(readDocument(readFileSync(new URL(name, schemas)))).toMatchObject({
      format,
      findings: [],
      document: { number },
    });
  });
});
