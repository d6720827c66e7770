import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { projectRoot } from '#contracts';
import type { OneDocument } from '#domain';
import { linkedData } from './linked-data.js';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`schemas/one-document/v1/${name}`, projectRoot), 'utf8'));
const record = read('examples/engines.json') as OneDocument;
const address = `https://yidan.example/v1/one-documents/${record.id}`;

/** Fails where anything would be dropped for want of a term; the types do not know of it. */
const SAFELY: object = { safe: true };

type Node = Readonly<Record<string, readonly unknown[]>>;

describe('a record as linked data', () => {
  it('loses nothing: every term that it uses is mapped', async () => {
    const document = JSON.parse(linkedData(record, address).toString()) as object;
    const [node] = (await jsonld.expand(document, SAFELY)) as unknown as Node[];
    expect(node).toMatchObject({ '@id': address, '@type': ['https://vocabulary.uncefact.org/Consignment'] });
    const [party] = node!['https://vocabulary.uncefact.org/associatedParty'] as Node[];
    expect(party!['https://vocabulary.uncefact.org/name']).toEqual(
      record.parties[0]!.names.map(({ text, language }) => ({
        '@value': text,
        ...(language && { '@language': language }),
      })),
    );
    const [container] = node!['https://vocabulary.uncefact.org/utilizedTransportEquipment'] as Node[];
    expect(container!['https://vocabulary.uncefact.org/identifier']).toEqual([
      { '@value': record.equipment[0]!.number },
    ]);
  });

  it('has reefers with the number and the unit of each temperature', async () => {
    const document = JSON.parse(linkedData(read('examples/reefers.json') as OneDocument, address).toString()) as object;
    const [node] = (await jsonld.expand(document, SAFELY)) as unknown as Node[];
    const [container] = node!['https://vocabulary.uncefact.org/utilizedTransportEquipment'] as Node[];
    const [settings] = container!['urn:yidan:term:reeferSettings'] as Node[];
    const [sea] = settings!['urn:yidan:term:sea'] as Node[];
    expect(sea!['urn:yidan:term:setPoint']).toEqual([
      {
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': [
          { '@type': 'http://www.w3.org/2001/XMLSchema#decimal', '@value': '10.50' },
        ],
        'urn:yidan:term:unit': [{ '@value': 'CEL' }],
      },
    ]);
  });

  it('has a term for every member of the published schema, at its place', () => {
    const schema = read('one-document.schema.json') as Schema;
    const { '@context': context } = read('one-document.context.jsonld') as { '@context': Terms };
    expect(unmapped(schema, schema, context)).toEqual([]);
  });
});

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}
type Terms = Readonly<Record<string, string | { readonly '@id': string; readonly '@context'?: Terms }>>;

/** Members without a term of their own, UN/CEFACT's or ours (`yidan:`). */
function unmapped(schema: Schema, root: Schema, terms: Terms, place = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const term = terms[name];
    const iri = typeof term === 'string' ? term : term?.['@id'];
    if (!/^(unece|yidan|rdf):\w|^@/.test(iri ?? '')) return [`${place}/${name}`];
    const inner = typeof term === 'object' ? (term['@context'] ?? {}) : {};
    return unmapped(resolved(member, root), root, inner, `${place}/${name}`);
  });
}

function resolved(schema: Schema, root: Schema): Schema {
  const next =
    schema.items ?? schema.anyOf?.find(({ $ref }) => $ref) ?? root.$defs?.[schema.$ref?.split('/').at(-1) ?? ''];
  return next ? resolved(next, root) : schema;
}
