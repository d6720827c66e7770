import { LIMITS } from './limits.js';
import { isSpace } from './xml-characters.js';
import { XmlFault } from './xml-faults.js';
import { QUALIFIED_NAME } from './xml-names.js';
import { declaredPrefix, isAllowedDeclaration, localName, type NamespaceScope } from './xml-namespaces.js';
import { decodeAttribute } from './xml-references.js';

/** An attribute as it stands in a tag, with its prefix; namespace declarations are among them. */
export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

const ATTRIBUTE = new RegExp(`([ \\t\\n]+)(${QUALIFIED_NAME})[ \\t\\n]*=[ \\t\\n]*(?:"([^<"]*)"|'([^<']*)')`, 'uy');

/** Those that follow each other from `start` on, and where the last one ends. */
export function writtenAttributes(
  text: string,
  start: number,
): { attributes: readonly WrittenAttribute[]; end: number } {
  if (!isSpace(text.charCodeAt(start))) return { attributes: NONE, end: start };
  const attributes: WrittenAttribute[] = [];
  let end = start;
  for (let match = attributeAt(text, end); match; match = attributeAt(text, end)) {
    const [whole, space = '', name = '', doubleQuoted, singleQuoted] = match;
    const raw = doubleQuoted ?? singleQuoted ?? '';
    const value = decodeAttribute(raw, end + whole.length - 1 - raw.length);
    attributes.push({ name, value, at: end + space.length });
    if (attributes.length > LIMITS.attributesPerElement) throw new XmlFault('XML.TOO_MANY_ATTRIBUTES', end);
    end += whole.length;
  }
  return { attributes, end };
}

/** Most elements have no attributes. */
const NONE: readonly WrittenAttribute[] = [];
export const NO_VALUES: ReadonlyMap<string, string> = new Map();

function attributeAt(text: string, start: number): RegExpExecArray | null {
  ATTRIBUTE.lastIndex = start;
  return ATTRIBUTE.exec(text);
}

/** Their values by expanded name: every prefix declared and declared lawfully, no attribute twice (Namespaces in XML 1.0 §5, §6.3). */
export function attributeValues(
  attributes: readonly WrittenAttribute[],
  scope: NamespaceScope,
): ReadonlyMap<string, string> {
  if (attributes.length === 0) return NO_VALUES;
  const values = new Map<string, string>();
  const seen = new Set<string>();
  for (const { name, value, at } of attributes) {
    const prefix = declaredPrefix(name);
    const namespace = scope.ofAttribute(name);
    const isLawful = prefix === undefined || isAllowedDeclaration(prefix, value);
    if (!isLawful || namespace === undefined) throw new XmlFault('XML.PREFIX', at);
    const expanded = namespace === '' ? name : `{${namespace}}${localName(name)}`;
    if (seen.has(expanded)) throw new XmlFault('XML.DUPLICATE_ATTRIBUTE', at);
    seen.add(expanded);
    if (prefix === undefined) values.set(expanded, value);
  }
  return values;
}
