import fc from 'fast-check';
import { XmlCData, XmlDocument, XmlElement as OracleElement, XmlText } from 'libxml2-wasm';
import { LIMITS } from './limits.js';
import { readXml, type XmlElement } from './xml.js';

const rootOf = (text: string): XmlElement => {
  const reading = readXml(text);
  if ('findings' in reading) throw new Error(`Not read: ${reading.findings[0]?.code} at ${reading.findings[0]?.path}`);
  return reading.source.root;
};

const findingsOf = (text: string): readonly { code: string; path: string }[] => {
  const reading = readXml(text);
  return 'findings' in reading ? reading.findings.map(({ code, path }) => ({ code, path })) : [];
};

const codesOf = (text: string): string[] => findingsOf(text).map(({ code }) => code);

/** Text and attributes as a document may carry them: any characters XML allows, with those that must be escaped in it. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '&',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      '&amp;',
      '&#38;',
      '\t',
      '\n',
      '0',
      '.',
      '　',
      '\u00a0',
      'e\u0301',
      '货',
      'ก็',
      'й',
      '🚂',
      '👩‍🔧',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
});
const allowed = (text: string): boolean => !/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text);
const escaped = (text: string): string => text.replace(/[&<>"'\t\n]/g, (character) => `&#${character.codePointAt(0)};`);
const trimmed = (text: string): string => text.replace(/^[ \t\n]+/, '').replace(/[ \t\n]+$/, '');

describe('text stays as it was sent', () => {
  it.each([
    '0101',
    '1.10',
    '20000.000',
    '12345678901234567890.12',
    '1e3',
    '0x10',
    'true',
    'null',
    '+5',
    '-0',
    'Infinity',
    '１２３',
    '①',
  ])('%s', (written) => {
    const root = rootOf(`<a code="${written}"><b>${written}</b><b>\n  ${written}\n</b></a>`);
    expect(root.attributes.get('code')).toBe(written);
    expect(root.children.map(({ text }) => text)).toEqual([written, written]);
  });

  it('any text, in an element, an attribute and CDATA', () => {
    fc.assert(
      fc.property(anyText.filter(allowed), (text) => {
        const cdata = `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
        const root = rootOf(`<a t="${escaped(text)}"><b>${escaped(text)}</b><c>${cdata}</c></a>`);
        expect(root.attributes.get('t')).toBe(text);
        expect(root.children.map((child) => child.text)).toEqual([trimmed(text), trimmed(text)]);
      }),
    );
  });

  it('references: the five entities, decimal, hexadecimal, beyond the BMP, once only', () => {
    expect(rootOf('<a>&amp;&lt;&gt;&apos;&quot;</a>').text).toBe(`&<>'"`);
    expect(rootOf('<a>&#37329;&#x91D1;&#128642;&#x1F682;&#0065;</a>').text).toBe('金金🚂🚂A');
    expect(rootOf('<a b="&amp;lt;">&amp;#65;&amp;amp;</a>')).toMatchObject({
      text: '&#65;&amp;',
      attributes: new Map([['b', '&lt;']]),
    });
  });

  it('CDATA is not decoded, comments leave no gap', () => {
    expect(rootOf('<a>x<![CDATA[&amp;<b>]]>y<!-- & < -->z</a>').text).toBe('x&amp;<b>yz');
    expect(rootOf('<a><![CDATA[]]></a>').text).toBe('');
  });

  it('line ends and white space as XML 1.0 says', () => {
    expect(rootOf('<a b="x\r\ny\tz&#10;q">1\r\n2\r3</a>')).toMatchObject({
      text: '1\n2\n3',
      attributes: new Map([['b', 'x y z\nq']]),
    });
    expect(rootOf('<a>\u3000货 \u00a0</a>').text).toBe('\u3000货 \u00a0');
  });
});

describe('elements', () => {
  it('keep order, and know their place', () => {
    const root = rootOf('<R><G><I/><I><N>x</N></I></G><T/><G2/><T/></R>');
    expect(root.children.map(({ name }) => name)).toEqual(['G', 'T', 'G2', 'T']);
    expect(root.children[0]?.children[1]?.children[0]?.path).toBe('/R/G/I[2]/N');
    expect(root.children.map(({ path }) => path)).toEqual(['/R/G', '/R/T[1]', '/R/G2', '/R/T[2]']);
  });

  it('namespaces are resolved, prefixes do not matter', () => {
    const plain = rootOf('<a xmlns="urn:x"><b c="1"/></a>');
    const prefixed = rootOf('<p:a xmlns:p="urn:x"><p:b c="1"/></p:a>');
    expect(prefixed).toEqual(plain);
    expect(plain.children[0]).toMatchObject({ name: 'b', namespace: 'urn:x', attributes: new Map([['c', '1']]) });
  });

  it('scopes of namespaces: inner declarations win and end', () => {
    const root = rootOf('<a xmlns="u" xmlns:p="v"><b xmlns="" p:c="1" xmlns:p="w"><d/></b><p:e/></a>');
    expect(root.children.map(({ namespace }) => namespace)).toEqual(['', 'v']);
    expect(root.children[0]?.attributes).toEqual(new Map([['{w}c', '1']]));
    expect(root.children[0]?.children[0]?.namespace).toBe('');
  });

  it('xml:lang needs no declaration', () => {
    expect(rootOf('<a xml:lang="zh"/>').attributes).toEqual(
      new Map([['{http://www.w3.org/XML/1998/namespace}lang', 'zh']]),
    );
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '货物',
    'a-b.c',
    '_',
    '𠀀',
  ])('may be called %s', (name) => {
    const root = rootOf(`<r><${name} ${name}="1">x</${name}><${name}/></r>`);
    expect(root.children.map((child) => [child.name, child.text])).toEqual([
      [name, 'x'],
      [name, ''],
    ]);
    expect(root.children[0]?.attributes.get(name)).toBe('1');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('a declaration, comments and white space may stand around the root', () => {
    expect(rootOf(`<?xml version='1.0' encoding="utf-8" standalone='no' ?>\n<!-- a -->\n<a/>\n<!---->\n`).name).toBe(
      'a',
    );
  });
});

describe('what is not well-formed', () => {
  it.each([
    ['<a><b></a>', 'XML.MISMATCHED_TAG', 'line 1, column 7'],
    ['<a>\n  <b>\n</a>', 'XML.MISMATCHED_TAG', 'line 3, column 1'],
    ['</a>', 'XML.MISMATCHED_TAG', 'line 1, column 1'],
    ['<a/></a>', 'XML.MISMATCHED_TAG', 'line 1, column 5'],
    ['<a><A></a></A>', 'XML.MISMATCHED_TAG', 'line 1, column 7'],
    ['<a>', 'XML.UNCLOSED', 'line 1, column 1'],
    ['<a>\n<b>货', 'XML.UNCLOSED', 'line 2, column 1'],
    ['<a><!-- x</a>', 'XML.UNCLOSED', 'line 1, column 4'],
    ['<a><![CDATA[x</a>', 'XML.UNCLOSED', 'line 1, column 4'],
    ['<a/>x', 'XML.OUTSIDE_ROOT', 'line 1, column 5'],
    ['<a/>\n&amp;', 'XML.OUTSIDE_ROOT', 'line 2, column 1'],
    ['<a/><b/>', 'XML.OUTSIDE_ROOT', 'line 1, column 5'],
    ['<a/><![CDATA[]]>', 'XML.OUTSIDE_ROOT', 'line 1, column 5'],
    ['x<a/>', 'XML.OUTSIDE_ROOT', 'line 1, column 1'],
    ['<!-- nothing -->', 'XML.NO_ROOT', 'line 1, column 17'],
    ['<a', 'XML.SYNTAX', 'line 1, column 3'],
    ['<a b>', 'XML.SYNTAX', 'line 1, column 3'],
    ['<a b=1/>', 'XML.SYNTAX', 'line 1, column 3'],
    ['<a b="1/>', 'XML.SYNTAX', 'line 1, column 3'],
    ['<a b="<"/>', 'XML.SYNTAX', 'line 1, column 3'],
    [`<a b='1'c="2"/>`, 'XML.SYNTAX', 'line 1, column 9'],
    ['<a b="1" / >', 'XML.SYNTAX', 'line 1, column 9'],
    ['< a/>', 'XML.SYNTAX', 'line 1, column 1'],
    ['<1/>', 'XML.SYNTAX', 'line 1, column 1'],
    ['<a></a', 'XML.SYNTAX', 'line 1, column 4'],
    ['<a></ a>', 'XML.SYNTAX', 'line 1, column 4'],
    ['<a>货🚂]]></a>', 'XML.SYNTAX', 'line 1, column 6'],
    ['<a><!-- -- --></a>', 'XML.SYNTAX', 'line 1, column 9'],
    ['<a><!-- ---></a>', 'XML.SYNTAX', 'line 1, column 9'],
    ['<a b="1" b="2"/>', 'XML.DUPLICATE_ATTRIBUTE', 'line 1, column 10'],
    ['<a xmlns="u" xmlns="v"/>', 'XML.DUPLICATE_ATTRIBUTE', 'line 1, column 14'],
    ['<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', 'XML.DUPLICATE_ATTRIBUTE', 'line 1, column 36'],
    ['<p:a/>', 'XML.PREFIX', 'line 1, column 1'],
    ['<a p:b="1"/>', 'XML.PREFIX', 'line 1, column 4'],
    ['<a><b xmlns:p="u"/><p:c/></a>', 'XML.PREFIX', 'line 1, column 20'],
    ['<a xmlns:p=""/>', 'XML.PREFIX', 'line 1, column 4'],
    ['<a xmlns:xml="u"/>', 'XML.PREFIX', 'line 1, column 4'],
    ['<xmlns:a/>', 'XML.PREFIX', 'line 1, column 1'],
    ['<a:b:c xmlns:a="u"/>', 'XML.SYNTAX', 'line 1, column 5'],
    ['<a>&nbsp;</a>', 'XML.REFERENCE', 'line 1, column 4'],
    ['<a>&constructor;</a>', 'XML.REFERENCE', 'line 1, column 4'],
    ['<a b="货 & x"/>', 'XML.REFERENCE', 'line 1, column 9'],
    ['<a>R&D</a>', 'XML.REFERENCE', 'line 1, column 5'],
    ['<a>&amp</a>', 'XML.REFERENCE', 'line 1, column 4'],
    ['<a>\u0001</a>', 'XML.CHARACTER', 'line 1, column 4'],
    ['<a>\ud83d</a>', 'XML.CHARACTER', 'line 1, column 4'],
    ['<a>\uffff</a>', 'XML.CHARACTER', 'line 1, column 4'],
  ])('%j: %s at %s', (text, code, path) => {
    expect(findingsOf(text)).toEqual([{ code, path }]);
  });

  it.each([
    '&#0;',
    '&#x0;',
    '&#8;',
    '&#xFFFE;',
    '&#xD800;',
    '&#x110000;',
    '&#99999999999999999999;',
    '&#;',
    '&#x;',
    '&#X41;',
    '&#-1;',
  ])('%s is no character', (reference) => {
    expect(codesOf(`<a>${reference}</a>`)).toEqual(['XML.REFERENCE']);
    expect(codesOf(`<a b="${reference}"/>`)).toEqual(['XML.REFERENCE']);
  });

  it('is told without quoting the document, and says which rule', () => {
    for (const text of [
      '<hush><b></hush>',
      '<hush>&secret;</hush>',
      '<hush:a/>',
      '<a hush="1" hush="secret"/>',
      '<a/>secret',
    ]) {
      const reading = readXml(text);
      const [finding] = 'findings' in reading ? reading.findings : [];
      expect(JSON.stringify(finding)).not.toMatch(/hush|secret/);
      expect(finding).toMatchObject({
        severity: 'error',
        message: { zh: expect.stringMatching(/[一-鿿]/) },
        rule: expect.stringMatching(/XML/),
      });
    }
  });
});

describe('what is refused', () => {
  it.each([
    [
      'an external entity',
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>',
      'XML.DOCTYPE',
      'line 2, column 1',
    ],
    [
      'entities that multiply',
      '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>',
      'XML.DOCTYPE',
      'line 1, column 1',
    ],
    ['an HTML page', '<!doctype html><html></html>', 'XML.DOCTYPE', 'line 1, column 1'],
    ['a declaration inside the root', '<a><!ENTITY x "y"></a>', 'XML.DOCTYPE', 'line 1, column 4'],
    ['a processing instruction', '<?xml-stylesheet href="x"?><a/>', 'XML.PROCESSING_INSTRUCTION', 'line 1, column 1'],
    ['one inside', '<a><?php x?></a>', 'XML.PROCESSING_INSTRUCTION', 'line 1, column 4'],
    ['another encoding', '<?xml version="1.0" encoding="GB18030"?><a/>', 'XML.ENCODING', 'line 1, column 1'],
    ['another version', '<?xml version="1.1"?><a/>', 'XML.DECLARATION', 'line 1, column 1'],
    ['a declaration without version', '<?xml encoding="UTF-8"?><a/>', 'XML.DECLARATION', 'line 1, column 1'],
    ['a late declaration', ' <?xml version="1.0"?><a/>', 'XML.DECLARATION', 'line 1, column 2'],
    ['a second declaration', '<a><?xml version="1.0"?></a>', 'XML.DECLARATION', 'line 1, column 4'],
    ['a declaration cut off', '<?xml version="1.0"', 'XML.DECLARATION', 'line 1, column 1'],
  ])('%s', (_, text, code, path) => {
    expect(findingsOf(text)).toEqual([{ code, path }]);
  });
});

describe('limits', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);

  it('takes a document as deep as allowed and no deeper', () => {
    expect(codesOf(nested(LIMITS.depth))).toEqual([]);
    expect(codesOf(nested(LIMITS.depth + 1))).toEqual(['XML.TOO_DEEP']);
    expect(codesOf(nested(500_000))).toEqual(['XML.TOO_DEEP']);
  });

  it('takes as many elements as allowed and no more', () => {
    expect(codesOf(`<r>${'<a/>'.repeat(LIMITS.nodes - 1)}</r>`)).toEqual([]);
    expect(codesOf(`<r>${'<a/>'.repeat(LIMITS.nodes)}</r>`)).toEqual(['XML.TOO_MANY']);
  });

  it('takes as many attributes as allowed and no more', () => {
    const withAttributes = (count: number) =>
      `<a ${Array.from({ length: count }, (_, index) => `b${index}=""`).join(' ')}/>`;
    expect(codesOf(withAttributes(LIMITS.attributesPerElement))).toEqual([]);
    expect(codesOf(withAttributes(LIMITS.attributesPerElement + 1))).toEqual(['XML.TOO_MANY_ATTRIBUTES']);
  });

  it.each([
    ['ampersands', (size: number) => `<a>${'&amp;'.repeat(size)}</a>`],
    ['white space', (size: number) => `<a>${'x   \n'.repeat(size)}${' '.repeat(size)}</a>`],
    ['white space in a tag', (size: number) => `<a ${' '.repeat(size)}b="1"${' '.repeat(size)}/>`],
    ['unclosed brackets', (size: number) => `<a>${'<![CDATA['.repeat(size)}`],
    ['comments', (size: number) => `<a>${'<!--->-->'.repeat(size)}</a>`],
    ['a long attribute', (size: number) => `<a b="${'>'.repeat(size * 5)}"/>`],
  ])('%s: a million characters take no longer than they should', (_, text) => {
    const document = text(200_000);
    const start = process.cpuUsage();
    readXml(document);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(3_000);
  });
});

describe('libxml2 as oracle', () => {
  const piece = fc.constantFrom(
    ...[
      '<a>',
      '</a>',
      '<b>',
      '</b>',
      '<b/>',
      '<a b="1">',
      '<p:a xmlns:p="u">',
      '</p:a>',
      '<a xmlns="v">',
      '<p:b/>',
      ' ',
      'x',
      '货',
      '&amp;',
      '&#65;',
    ],
    ...[
      '&#0;',
      '&x;',
      '&',
      '<',
      '>',
      ']]>',
      '<![CDATA[<&]]>',
      '<![CDATA[',
      '<!-- - -->',
      '<!--',
      '-->',
      '--',
      '"',
      "b='>'",
      ' b="&lt;"',
      ' c="2"',
      '/>',
      '\n',
      '=',
    ],
  );

  it('agrees on what is well-formed and on what it says', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = `<a>${pieces.join('')}</a>`;
        const reading = readXml(text);
        const oracle = oracleTree(text);
        expect('source' in reading ? treeOf(reading.source.root) : undefined).toEqual(oracle);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees on documents with one or two characters changed', () => {
    const document =
      '<a xmlns="u" xmlns:p="v"><!-- n --><p:b c="1" p:d=\'x\'>货 &amp; &#65;</p:b><e><![CDATA[<]]></e><e/></a>';
    const edit = fc.tuple(
      fc.nat(document.length),
      fc.constantFrom('<', '>', '&', '"', "'", '/', ':', '=', ' ', '-', ']', '!', '', 'p', 'x'),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 2 }), (edits) => {
        const text = edits.reduce((so, [at, character]) => so.slice(0, at) + character + so.slice(at + 1), document);
        const reading = readXml(text);
        const refusedOnly = 'findings' in reading && /DOCTYPE|INSTRUCTION/.test(reading.findings[0]?.code ?? '');
        fc.pre(!refusedOnly && namespacesAreNames(text));
        expect('source' in reading ? treeOf(reading.source.root) : undefined).toEqual(oracleTree(text));
      }),
      { numRuns: 3000 },
    );
  });

  /** libxml2 also asks that a namespace be a URI, which the standard leaves to applications. */
  const namespacesAreNames = (text: string): boolean =>
    [...text.matchAll(/xmlns[:\w]*\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].every(([, one, other]) =>
      /^\w*$/.test(one ?? other ?? ''),
    );

  interface Tree {
    readonly name: string;
    readonly namespace: string;
    readonly text: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly Tree[];
  }

  const treeOf = ({ name, namespace, text, attributes, children }: XmlElement): Tree => ({
    name,
    namespace,
    text,
    attributes: Object.fromEntries(attributes),
    children: children.map(treeOf),
  });

  function oracleTree(text: string): Tree | undefined {
    let document;
    try {
      document = XmlDocument.fromString(text);
    } catch {
      return undefined;
    }
    const tree = oracleElement(document.root);
    document.dispose();
    return tree;
  }

  function oracleElement(element: OracleElement): Tree {
    const nodes = [];
    for (let node = element.firstChild; node; node = node.next) nodes.push(node);
    return {
      name: element.name,
      namespace: element.namespaceUri,
      text: trimmed(
        nodes.map((node) => (node instanceof XmlText || node instanceof XmlCData ? node.content : '')).join(''),
      ),
      attributes: Object.fromEntries(
        element.attrs.map((attribute) => [
          attribute.namespaceUri ? `{${attribute.namespaceUri}}${attribute.name}` : attribute.name,
          attribute.value,
        ]),
      ),
      children: nodes.filter((node) => node instanceof OracleElement).map(oracleElement),
    };
  }
});
