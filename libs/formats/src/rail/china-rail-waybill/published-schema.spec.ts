import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { readDocument } from '../../read-document.js';
import { readXml, type XmlElement } from '../../syntax/xml.js';
import { decode, NAMESPACE } from './codec.js';
import type { Field, Occurs, RecordForm, TextForm } from './form-language.js';
import { RAIL_WAYBILL } from './form.js';
import { chinaRailWaybill } from './index.js';
import { anyWaybill, write, type Node } from './testing/any-waybill.js';

const PUBLISHED = new URL('../../../../../schemas/china-rail-waybill/v1/', import.meta.url);
const OWN_SAMPLES = new URL('./samples/', import.meta.url);

const read = (name: string, folder = PUBLISHED): string => readFileSync(new URL(name, folder), 'utf8');
const xmlFiles = (folder: URL): string[] => readdirSync(folder).filter((name) => name.endsWith('.xml'));
const rootOf = (text: string): XmlElement => {
  const reading = readXml(text);
  if ('findings' in reading) throw new Error(reading.findings[0]?.code);
  return reading.source.root;
};

const schema = XsdValidator.fromDoc(XmlDocument.fromString(read('china-rail-waybill.xsd')));

/** What libxml2 says of a document by the published XSD. */
function isValid(text: string): boolean {
  const document = XmlDocument.fromString(text);
  try {
    schema.validate(document);
    return true;
  } catch {
    return false;
  } finally {
    document.dispose();
  }
}

const isAccepted = (text: string): boolean => decode({ syntax: 'xml', root: rootOf(text) }).findings.length === 0;

describe('the table and the published XSD say the same', () => {
  const xsd = rootOf(read('china-rail-waybill.xsd'));
  const named = new Map(xsd.children.map((child) => [`${child.name} ${child.attributes.get('name')}`, child]));
  const below = (element: XmlElement | undefined, name: string): XmlElement[] =>
    (element?.children ?? []).filter((child) => child.name === name);

  it('element by element, in order, as often, of the same text', () => {
    expect(described(xsd.children.find(({ name }) => name === 'element')?.attributes.get('type') ?? '')).toEqual(
      describedForm(RAIL_WAYBILL),
    );
  });

  it('every type is used, every declaration explained in English and Chinese', () => {
    const used = new Set([...read('china-rail-waybill.xsd').matchAll(/ type="(\w+)"/g)].map(([, type]) => type));
    expect(
      xsd.children
        .filter(({ name }) => /Type$/.test(name))
        .map(({ attributes }) => attributes.get('name'))
        .filter((name) => !used.has(name)),
    ).toEqual([]);
    for (const declaration of declarations(xsd)) {
      const languages = below(below(declaration, 'annotation')[0], 'documentation').map(
        ({ attributes, text }) => text !== '' && [...attributes.values()][0],
      );
      expect([declaration.path, ...languages]).toEqual([declaration.path, 'en', 'zh']);
    }
  });

  it('every element and its Chinese name stand in the README', () => {
    const readme = read('README.md');
    for (const { name, attributes, children } of declarations(xsd)) {
      if (name !== 'element' || attributes.get('name') === 'RailWaybill') continue;
      const chinese = children[0]?.children[1]?.text;
      expect(readme).toMatch(new RegExp(`\\| \`${attributes.get('name')}\` +\\| ${chinese} +\\|`));
    }
  });

  const declarations = (element: XmlElement): XmlElement[] => [
    ...(['element', 'complexType', 'simpleType', 'enumeration'].includes(element.name) ? [element] : []),
    ...element.children.flatMap(declarations),
  ];

  function described(type: string): unknown {
    const sequence = below(named.get(`complexType ${type}`), 'sequence')[0];
    if (sequence) {
      return sequence.children.map(({ attributes }) => [
        attributes.get('name'),
        occursOf(attributes),
        described(attributes.get('type') ?? ''),
      ]);
    }
    const restriction = below(named.get(`simpleType ${type}`), 'restriction')[0];
    expect(restriction?.attributes.get('base')).toBe('xs:token');
    return restriction?.children.map(({ name, attributes }) => [name, attributes.get('value')]);
  }

  const occursOf = (attributes: ReadonlyMap<string, string>): Occurs =>
    attributes.has('maxOccurs') ? (attributes.has('minOccurs') ? '*' : '+') : attributes.has('minOccurs') ? '?' : '1';

  const describedForm = (form: RecordForm): unknown =>
    Object.entries(form).map(([name, field]) => [name, field.occurs, describedField(field)]);
  const describedField = ({ record, text }: Field): unknown =>
    record ? describedForm(record) : facetsOf(text as TextForm);

  function facetsOf(text: TextForm): unknown {
    if ('values' in text) return text.values.map((value) => ['enumeration', value]);
    if ('pattern' in text) return [['pattern', text.pattern]];
    return [
      ['minLength', '1'],
      ['maxLength', String(text.maxLength)],
    ];
  }
});

describe('samples', () => {
  it.each(xmlFiles(new URL('samples/', PUBLISHED)))('published %s is valid and accepted', (name) => {
    const text = read(`samples/${name}`);
    expect(isValid(text)).toBe(true);
    expect(readDocument(Buffer.from(text), [chinaRailWaybill]).document).toBeDefined();
  });

  it('the complete one has every element of the form and no findings', () => {
    const text = read('samples/complete.xml');
    const names = (form: RecordForm): string[] =>
      Object.entries(form).flatMap(([name, { record }]) => [name, ...(record ? names(record) : [])]);
    expect(names(RAIL_WAYBILL).filter((name) => !text.includes(`<${name}>`))).toEqual([]);
    expect(readDocument(Buffer.from(text), [chinaRailWaybill]).findings).toEqual([]);
  });

  it.each(
    ['valid', 'issues'].flatMap((kind) => xmlFiles(new URL(`${kind}/`, OWN_SAMPLES)).map((name) => `${kind}/${name}`)),
  )('%s is valid', (name) => {
    expect(isValid(read(name, OWN_SAMPLES))).toBe(true);
  });

  const invalid = xmlFiles(new URL('invalid/', OWN_SAMPLES)).map((name) => {
    const { findings } = JSON.parse(read(`invalid/${name}.expected.json`, OWN_SAMPLES)) as {
      findings: { code: string }[];
    };
    return { name, codes: findings.map(({ code }) => code) };
  });

  it.each(invalid.filter(({ codes }) => codes.some((code) => code.startsWith('SCHEMA.') && code !== 'SCHEMA.DATE')))(
    'invalid/$name is invalid',
    ({ name }) => {
      expect(isValid(read(`invalid/${name}`, OWN_SAMPLES))).toBe(false);
    },
  );

  it.each(
    invalid.filter(({ codes }) => codes.every((code) => code === 'SCHEMA.DATE' || code.startsWith('CHINA_RAIL.'))),
  )('invalid/$name breaks rules that a schema cannot say', ({ name }) => {
    expect(isValid(read(`invalid/${name}`, OWN_SAMPLES))).toBe(true);
  });
});

describe('the codec and the published XSD give the same verdict', () => {
  it('on any waybill that the table allows: valid', () => {
    fc.assert(fc.property(anyWaybill().map(write), (text) => isValid(text) && isAccepted(text)));
  });

  it('on the complete sample with one or two things changed', () => {
    const complete = nodeOf(rootOf(read('samples/complete.xml')));
    const verdicts = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        const text = write(changes.reduce((node, { at, make }) => changed(node, at, make), complete));
        verdicts[isValid(text) ? 'valid' : 'invalid'] += 1;
        expect(isAccepted(text)).toBe(isValid(text));
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(verdicts.valid, verdicts.invalid)).toBeGreaterThan(100);
  });

  const nodeOf = ({ name, text, children }: XmlElement): Node =>
    children.length > 0 ? { name, children: children.map(nodeOf) } : { name, text };

  /** What an element may be replaced by, given its next sibling. */
  type Make = (node: Node) => readonly Node[];
  const texts = [
    '',
    ' ',
    '0',
    '007',
    '1.5',
    '-1',
    '.5',
    '1.',
    'x',
    '货',
    ' III ',
    'true',
    'A  B',
    '2026-11-08',
    '2026-02-30',
    '2026-11-08T09:20',
    'YDAU2005308',
  ];
  const spaced = `${'字'.repeat(68)}   字`;
  const lengths = ['字', '🚢'].flatMap((character) => [70, 71, 512, 513].map((length) => character.repeat(length)));
  const names = ['Name', 'Line', 'Number', 'SealNumber', 'Split', 'GoodsItem', 'Agent', 'Unknown', 'name'];
  const make: fc.Arbitrary<Make> = fc.oneof(
    fc.constantFrom<Make>(
      () => [],
      (node) => [node, node],
      (node) => [{ ...node, namespace: 'urn:example:other' }],
      (node) => [{ ...node, namespace: NAMESPACE, attributes: { id: '1' } }],
      (node) => [
        {
          ...node,
          attributes: { 'xmlns:i': 'http://www.w3.org/2001/XMLSchema-instance', 'i:schemaLocation': 'urn:x x.xsd' },
        },
      ],
      (node) => [{ ...node, children: [...(node.children ?? []), { name: 'Name', text: 'x' }] }],
      (node) => [{ ...node, text: `${node.text ?? ''} x` }],
      (node) => [{ ...node, text: `\n\t${node.text ?? ''} ` }],
      (node) => [{ ...node, children: (node.children ?? []).toReversed() }],
      (node) => [{ name: node.name }],
    ),
    fc.constantFrom(...texts, ...lengths, spaced).map((text): Make => (node) => [{ ...node, text }]),
    fc.constantFrom(...names).map((name): Make => (node) => [{ ...node, name }]),
    fc.constantFrom(...names).map((name): Make => (node) => [node, { name, text: '1' }]),
  );
  const change = fc.record({ at: fc.array(fc.nat(15), { minLength: 1, maxLength: 4 }), make });

  /** Walks down by positions, as far as there are children, and changes what it comes to. */
  function changed(node: Node, [position = 0, ...further]: readonly number[], make: Make): Node {
    const children = node.children ?? [];
    if (children.length === 0) return node;
    const index = position % children.length;
    const child = children[index] as Node;
    const goesOn = further.length > 0 && (child.children ?? []).length > 0;
    return {
      ...node,
      children: children.toSpliced(index, 1, ...(goesOn ? [changed(child, further, make)] : make(child))),
    };
  }
});
