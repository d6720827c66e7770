import { LIMITS } from './limits.js';
import type { XmlFault, XmlFaultCode } from './xml-faults.js';
import { declaredPrefix, isAllowedDeclaration, NamespaceScope } from './xml-namespaces.js';
import { decodeAttribute, firstBadReference, FORBIDDEN_CHARACTER } from './xml-references.js';

/**
 * One pass over a document's characters before a parser gets it: the first place where it is not well-formed (XML 1.0, Namespaces in
 * XML 1.0), has what is refused (DOCTYPE, processing instructions) or is beyond `LIMITS`. `text` has its line ends as `\n`. Never throws.
 */
export function scanXml(text: string): XmlFault | undefined {
  const forbidden = text.search(FORBIDDEN_CHARACTER);
  return forbidden === -1 ? new Scanner(text).scan() : { code: 'XML.CHARACTER', at: forbidden };
}

/** An element the scanner is inside of. */
interface Frame {
  readonly name: string;
  readonly at: number;
  readonly scope: NamespaceScope;
}

interface ScannedAttribute {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

const NAME_START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}' +
  '\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NCNAME = `[${NAME_START}][\\u{300}-\\u{36F}${NAME_START}\\-.0-9\\u{B7}\\u{203F}\\u{2040}]*`;
const QNAME = `${NCNAME}(?::${NCNAME})?`;

const TAG_NAME = new RegExp(`<(${QNAME})`, 'uy');
const ATTRIBUTE = new RegExp(`[ \\t\\n]+(${QNAME})[ \\t\\n]*=[ \\t\\n]*(?:"([^<"]*)"|'([^<']*)')`, 'uy');
const TAG_END = /[ \t\n]*(\/?)>/y;
const CLOSING_TAG = new RegExp(`</(${QNAME})[ \\t\\n]*>`, 'uy');
const DECLARATION =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.0"|'1\.0')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/y;
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/iy;
const COMMENT = '<!--';
const CDATA = '<![CDATA[';

class Scanner {
  private readonly frames: Frame[] = [];
  private index = 0;
  private elements = 0;

  constructor(private readonly text: string) {}

  scan(): XmlFault | undefined {
    while (this.index < this.text.length) {
      const fault = this.characters() ?? this.markup();
      if (fault) return fault;
    }
    const unclosed = this.frames.at(-1);
    if (unclosed) return fault('XML.UNCLOSED', unclosed.at);
    return this.elements === 0 ? fault('XML.NO_ROOT', this.text.length) : undefined;
  }

  /** Character data up to the next `<` or the end. */
  private characters(): XmlFault | undefined {
    const start = this.index;
    const next = this.text.indexOf('<', start);
    this.index = next === -1 ? this.text.length : next;
    if (this.index === start) return undefined;
    const data = this.text.slice(start, this.index);
    if (this.frames.length === 0) {
      const stray = data.search(/[^ \t\n]/);
      return stray === -1 ? undefined : fault('XML.OUTSIDE_ROOT', start + stray);
    }
    const cdataEnd = data.indexOf(']]>');
    return cdataEnd === -1 ? this.references(data, start) : fault('XML.SYNTAX', start + cdataEnd);
  }

  private markup(): XmlFault | undefined {
    if (this.index === this.text.length) return undefined;
    if (this.startsWith('</')) return this.closingTag();
    if (this.startsWith(COMMENT)) return this.comment();
    if (this.startsWith(CDATA)) return this.cdata();
    if (this.startsWith('<!')) return fault(this.match(DOCUMENT_TYPE) ? 'XML.DOCTYPE' : 'XML.SYNTAX', this.index);
    if (this.startsWith('<?')) return this.instruction();
    return this.openingTag();
  }

  private comment(): XmlFault | undefined {
    const start = this.index;
    const dashes = this.text.indexOf('--', start + COMMENT.length);
    if (dashes === -1) return fault('XML.UNCLOSED', start);
    if (this.text[dashes + 2] !== '>') return fault('XML.SYNTAX', dashes);
    this.index = dashes + 3;
    return undefined;
  }

  private cdata(): XmlFault | undefined {
    const start = this.index;
    if (this.frames.length === 0) return fault('XML.OUTSIDE_ROOT', start);
    const end = this.text.indexOf(']]>', start + CDATA.length);
    if (end === -1) return fault('XML.UNCLOSED', start);
    this.index = end + 3;
    return undefined;
  }

  private instruction(): XmlFault | undefined {
    const start = this.index;
    if (!/^<\?xml[ \t\n?]/.test(this.text.slice(start, start + 6))) return fault('XML.PROCESSING_INSTRUCTION', start);
    const declaration = start === 0 ? this.take(DECLARATION) : undefined;
    if (!declaration) return fault('XML.DECLARATION', start);
    const encoding = declaration[1] ?? declaration[2] ?? 'UTF-8';
    return encoding.toUpperCase() === 'UTF-8' ? undefined : fault('XML.ENCODING', start);
  }

  private openingTag(): XmlFault | undefined {
    const at = this.index;
    const name = this.take(TAG_NAME)?.[1];
    if (name === undefined) return fault('XML.SYNTAX', at);
    if (this.frames.length === 0 && this.elements > 0) return fault('XML.OUTSIDE_ROOT', at);
    this.elements += 1;
    if (this.elements > LIMITS.nodes) return fault('XML.TOO_MANY', at);
    if (this.frames.length >= LIMITS.depth) return fault('XML.TOO_DEEP', at);
    const attributes = this.attributes();
    if ('code' in attributes) return attributes;
    const end = this.take(TAG_END);
    if (!end) return fault('XML.SYNTAX', this.index);
    const scope = this.scope().inside(attributes.map(({ name: attribute, value }) => [attribute, value] as const));
    if (end[1] === '') this.frames.push({ name, at, scope });
    return names(name, at, attributes, scope);
  }

  private attributes(): readonly ScannedAttribute[] | XmlFault {
    const attributes: ScannedAttribute[] = [];
    for (let match = this.take(ATTRIBUTE); match; match = this.take(ATTRIBUTE)) {
      const [whole, name = '', doubleQuoted, singleQuoted] = match;
      const raw = doubleQuoted ?? singleQuoted ?? '';
      const wrong = this.references(raw, this.index - raw.length - 1);
      if (wrong) return wrong;
      attributes.push({ name, value: decodeAttribute(raw), at: this.index - whole.trimStart().length });
      if (attributes.length > LIMITS.attributesPerElement)
        return fault('XML.TOO_MANY_ATTRIBUTES', this.index - whole.length);
    }
    return attributes;
  }

  private closingTag(): XmlFault | undefined {
    const at = this.index;
    const name = this.take(CLOSING_TAG)?.[1];
    if (name === undefined) return fault('XML.SYNTAX', at);
    const frame = this.frames.pop();
    return frame?.name === name ? undefined : fault('XML.MISMATCHED_TAG', at);
  }

  private references(raw: string, start: number): XmlFault | undefined {
    const bad = firstBadReference(raw);
    return bad === -1 ? undefined : fault('XML.REFERENCE', start + bad);
  }

  private scope(): NamespaceScope {
    return this.frames.at(-1)?.scope ?? NamespaceScope.outermost;
  }

  private startsWith(markup: string): boolean {
    return this.text.startsWith(markup, this.index);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.index;
    return pattern.exec(this.text);
  }

  /** Moves behind what the pattern matches here. */
  private take(pattern: RegExp): RegExpExecArray | null {
    const match = this.match(pattern);
    if (match) this.index += match[0].length;
    return match;
  }
}

/** Every prefix declared and declared lawfully, no attribute twice (Namespaces in XML 1.0 §5, §6.3). */
function names(
  element: string,
  at: number,
  attributes: readonly ScannedAttribute[],
  scope: NamespaceScope,
): XmlFault | undefined {
  const seen = new Set<string>();
  for (const attribute of attributes) {
    const prefix = declaredPrefix(attribute.name);
    if (prefix !== undefined && !isAllowedDeclaration(prefix, attribute.value))
      return fault('XML.PREFIX', attribute.at);
    const expanded = scope.attribute(attribute.name);
    if (!expanded) return fault('XML.PREFIX', attribute.at);
    const key = `{${expanded.namespace}}${expanded.local}`;
    if (seen.has(key)) return fault('XML.DUPLICATE_ATTRIBUTE', attribute.at);
    seen.add(key);
  }
  return !element.startsWith('xmlns:') && scope.element(element) ? undefined : fault('XML.PREFIX', at);
}

const fault = (code: XmlFaultCode, at: number): XmlFault => ({ code, at });
