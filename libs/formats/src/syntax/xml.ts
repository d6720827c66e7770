import { XMLParser } from 'fast-xml-parser';
import type { Finding } from '#domain';
import { faultFinding } from './xml-faults.js';
import { declaredPrefix, NamespaceScope, type ExpandedName } from './xml-namespaces.js';
import { decodeAttribute, decodeText } from './xml-references.js';
import { scanXml } from './xml-scan.js';

/** An XML element with everything a format needs: text stays text, children keep their order, nothing is turned into a number. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** Namespace URI, `''` for none. */
  readonly namespace: string;
  /** By name; an attribute in a namespace by `{namespace}name`. Namespace declarations are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own character data, joined; white space at both ends removed. */
  readonly text: string;
  /** Where it stands: `/RailWaybill/Goods/Item[2]/Name`. */
  readonly path: string;
}

export interface XmlSource {
  readonly syntax: 'xml';
  readonly root: XmlElement;
}

export type XmlReading = { readonly source: XmlSource } | { readonly findings: readonly Finding[] };

/**
 * `text` is the whole document, already decoded from UTF-8. A document that is not well-formed, has what is refused (DOCTYPE, processing
 * instructions, another encoding) or is beyond `LIMITS` has one finding `XML.…` with the line and column of the first such place.
 */
export function readXml(text: string): XmlReading {
  const lines = text.replace(/\r\n?/g, '\n');
  const fault = scanXml(lines);
  if (fault) return { findings: [faultFinding(fault, lines)] };
  const [root] = elementsOf(parser.parse(lines) as ParsedNode[], NamespaceScope.outermost, '');
  return { source: { syntax: 'xml', root: root as XmlElement } };
}

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';
/** Set before each element's name: the parser refuses or renames elements called like members of Object.prototype. */
const MARK = '.';

/** One entry in what the parser returns with `preserveOrder`: an element's children under its name, text, or CDATA. */
type ParsedNode = Readonly<Record<string, string | readonly ParsedNode[] | undefined>> & {
  readonly [ATTRIBUTES]?: Readonly<Record<string, string>>;
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: MARK,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // References are decoded here: the parser leaves unknown ones in place and does not tell CDATA from text.
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  jPath: false,
  // Called twice for an empty element.
  transformTagName: (name) => (name.startsWith(MARK) ? name : MARK + name),
});

/** The elements among parsed siblings, each with the path it has there. */
function elementsOf(siblings: readonly ParsedNode[], scope: NamespaceScope, parentPath: string): XmlElement[] {
  const entries = siblings.flatMap((node) => {
    const key = Object.keys(node).find((name) => name.startsWith(MARK));
    return key === undefined ? [] : [opened(node, key, scope)];
  });
  const sizes = new Map<string, number>();
  for (const { name } of entries) sizes.set(name.local, (sizes.get(name.local) ?? 0) + 1);
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const { local } = entry.name;
    const position = (seen.get(local) ?? 0) + 1;
    seen.set(local, position);
    return built(entry, `${parentPath}/${local}${sizes.get(local) === 1 ? '' : `[${position}]`}`);
  });
}

interface OpenedElement {
  readonly name: ExpandedName;
  readonly scope: NamespaceScope;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly content: readonly ParsedNode[];
}

function opened(node: ParsedNode, key: string, outer: NamespaceScope): OpenedElement {
  const attributes = Object.entries(node[ATTRIBUTES] ?? {}).map(
    ([name, raw]) => [name.slice(MARK.length), decodeAttribute(raw)] as const,
  );
  const scope = outer.inside(attributes);
  const name = scope.element(key.slice(MARK.length)) as ExpandedName;
  return { name, scope, attributes, content: node[key] as readonly ParsedNode[] };
}

function built({ name, scope, attributes, content }: OpenedElement, path: string): XmlElement {
  return {
    name: name.local,
    namespace: name.namespace,
    attributes: attributeMap(attributes, scope),
    children: elementsOf(content, scope, path),
    text: trimmed(content.map(characterData).join('')),
    path,
  };
}

function attributeMap(attributes: OpenedElement['attributes'], scope: NamespaceScope): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (declaredPrefix(name) !== undefined) continue;
    const { namespace, local } = scope.attribute(name) as ExpandedName;
    map.set(namespace === '' ? local : `{${namespace}}${local}`, value);
  }
  return map;
}

function characterData(node: ParsedNode): string {
  const text = node[TEXT];
  if (typeof text === 'string') return decodeText(text);
  const [cdata] = (node[CDATA] ?? []) as readonly ParsedNode[];
  const literal = cdata?.[TEXT];
  return typeof literal === 'string' ? literal : '';
}

/** Without XML white space at both ends; other spaces (U+3000, U+00A0) are the sender's text. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
