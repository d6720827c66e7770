import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { trimmed } from './xml-characters.js';
import { readXml, type XmlElement } from './xml.js';

/** fast-xml-parser as a peer: what both accept says the same, and what it refuses is refused here. It accepts much that is not XML. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

interface Tree {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
}

const treeOf = ({ name, text, attributes, children }: XmlElement): Tree => ({
  name,
  text,
  attributes: Object.fromEntries(attributes),
  children: children.map(treeOf),
});

type ParsedNode = Readonly<Record<string, any>>;
const elementName = (node: ParsedNode): string | undefined =>
  Object.keys(node).find((key) => key !== ':@' && key !== '#text');

function peerTree(node: ParsedNode): Tree {
  const name = elementName(node) as string;
  const content = node[name] as ParsedNode[];
  const { xmlns: _xmlns, ...attributes } = (node[':@'] ?? {}) as Record<string, string>;
  return {
    name,
    text: trimmed(content.map((each) => (each['#text'] as string | undefined) ?? '').join('')),
    attributes,
    children: content.filter((each) => elementName(each) !== undefined).map(peerTree),
  };
}

function peerReading(text: string): Tree | undefined {
  const root = (parser.parse(text) as ParsedNode[]).find((node) => elementName(node) !== undefined);
  return root && peerTree(root);
}

function agree(text: string): 'accepted' | 'refused' {
  const reading = readXml(text);
  const peerAccepts = XMLValidator.validate(text) === true;
  if ('findings' in reading) return 'refused';
  expect(peerAccepts).toBe(true);
  expect(treeOf(reading.source.root)).toEqual(peerReading(text.replace(/\r\n?/g, '\n')));
  return 'accepted';
}

const element = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name: fc.constantFrom('Name', 'Goods', 'a-b.c', '_', '货物'),
      attributes: fc.subarray([' a="1"', " b='&lt;2'", ' 名="货"', '\n c="&#65;"']).map((all) => all.join('')),
      content: fc.array(
        fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom(
            'x',
            ' ',
            '\n',
            '\r\n',
            '货',
            '🚂',
            '&amp;',
            '&#37329;',
            '&#x91D1;',
            '<!-- & -->',
            ']',
            '0101',
          ),
          fc.constantFrom('<![CDATA[<&]]>', '<![CDATA[]]>', '<![CDATA[ x ]]>'),
          tie('element'),
        ),
        { maxLength: 5 },
      ),
    })
    .map(({ name, attributes, content }) =>
      content.length === 0 ? `<${name}${attributes}/>` : `<${name}${attributes}>${content.join('')}</${name} >`,
    ),
})).element;

const folder = new URL('../rail/china-rail-waybill/samples/', import.meta.url);
const samples = ['valid', 'issues'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, folder))
    .filter((name) => name.endsWith('.xml'))
    .map((name) => readFileSync(new URL(`${kind}/${name}`, folder), 'utf8')),
);

it('samples and generated documents say the same to both', () => {
  for (const sample of samples) expect(agree(sample)).toBe('accepted');
  fc.assert(
    fc.property(element, (text) => {
      expect(agree(text)).toBe('accepted');
    }),
    { numRuns: 1000 },
  );
});

it('changed documents: what is accepted here is accepted there, and says the same', () => {
  const verdicts = { accepted: 0, refused: 0 };
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(3),
    put: fc.constantFrom(
      '',
      '<',
      '>',
      '&',
      '"',
      '/',
      '=',
      ' ',
      ']]>',
      '<!--',
      '-->',
      '<a>',
      '</a>',
      '<a b="1"/>',
      'x',
      '\r',
    ),
  });
  fc.assert(
    fc.property(
      fc.oneof(element, fc.constantFrom(...samples)),
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      (text, edits) => {
        const changed = edits.reduce((so, { at, cut, put }) => {
          const place = Math.floor(so.length * at);
          return so.slice(0, place) + put + so.slice(place + cut);
        }, text);
        verdicts[agree(changed)] += 1;
      },
    ),
    { numRuns: 3000 },
  );
  expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(30);
});
