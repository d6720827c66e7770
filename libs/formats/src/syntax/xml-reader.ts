import { LIMITS } from './limits.js';
import { attributeValues, NO_VALUES, writtenAttributes } from './xml-attributes.js';
import { afterSpace, trimmed } from './xml-characters.js';
import { endOfDeclaration } from './xml-declaration.js';
import { ReadElement, type XmlElement } from './xml-element.js';
import { XmlFault } from './xml-faults.js';
import { localName, NamespaceScope } from './xml-namespaces.js';
import { endOfName } from './xml-names.js';
import { decodeText } from './xml-references.js';

/**
 * Reads a document in one pass. Throws an `XmlFault` at the first place where it is not well-formed (XML 1.0, Namespaces in XML 1.0), has
 * what is refused (DOCTYPE, processing instructions) or is beyond `LIMITS`. `text` has its line ends as `\n` and no forbidden characters.
 */
export const readRoot = (text: string): XmlElement => new Reader(text).read();

/** An element the reader is inside of. */
interface OpenElement {
  readonly element: ReadElement;
  /** With its prefix, as the closing tag must repeat it. */
  readonly name: string;
  readonly at: number;
  readonly scope: NamespaceScope;
  readonly depth: number;
  readonly outer: OpenElement | undefined;
}

/** An element with a plain name, no attributes and a text that stands for itself. */
const LEAF = /<([A-Za-z_][\w.-]*)>([^<&\]]*)<\/\1>/y;
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/iy;
const COMMENT = '<!--';
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

const EXCLAMATION = 0x21;
const SLASH = 0x2f;
const GREATER = 0x3e;
const QUESTION = 0x3f;

class Reader {
  private root: ReadElement | undefined;
  private open: OpenElement | undefined;
  private index = 0;
  private elements = 0;

  constructor(private readonly text: string) {}

  read(): XmlElement {
    for (let at = this.text.indexOf('<'); at !== -1; at = this.text.indexOf('<', this.index)) {
      this.characters(at);
      this.markup();
    }
    this.characters(this.text.length);
    if (this.open) throw new XmlFault('XML.UNCLOSED', this.open.at);
    if (!this.root) throw new XmlFault('XML.NO_ROOT', this.text.length);
    return this.root;
  }

  /** Character data up to `end`. White space that begins an element's text is no part of it. */
  private characters(end: number): void {
    const begin = afterSpace(this.text, this.index);
    const element = this.open?.element;
    if (!element && begin < end) throw new XmlFault('XML.OUTSIDE_ROOT', begin);
    const start = element?.text === '' ? begin : this.index;
    this.index = end;
    if (!element || start === end) return;
    const data = this.text.slice(start, end);
    const cdataEnd = data.indexOf(CDATA_END);
    if (cdataEnd !== -1) throw new XmlFault('XML.SYNTAX', start + cdataEnd);
    element.text += decodeText(data, start);
  }

  private markup(): void {
    const kind = this.text.charCodeAt(this.index + 1);
    if (kind === SLASH) this.closingTag();
    else if (kind === EXCLAMATION) this.commentOrCdata();
    else if (kind === QUESTION) this.index = endOfDeclaration(this.text, this.index);
    else if (!this.leaf()) this.openingTag();
  }

  private commentOrCdata(): void {
    if (this.text.startsWith(COMMENT, this.index)) this.comment();
    else if (this.text.startsWith(CDATA, this.index)) this.cdata();
    else throw new XmlFault(this.match(DOCUMENT_TYPE) ? 'XML.DOCTYPE' : 'XML.SYNTAX', this.index);
  }

  private comment(): void {
    const dashes = this.text.indexOf('--', this.index + COMMENT.length);
    if (dashes === -1) throw new XmlFault('XML.UNCLOSED', this.index);
    if (this.text.charCodeAt(dashes + 2) !== GREATER) throw new XmlFault('XML.SYNTAX', dashes);
    this.index = dashes + 3;
  }

  private cdata(): void {
    const start = this.index + CDATA.length;
    if (!this.open) throw new XmlFault('XML.OUTSIDE_ROOT', this.index);
    const end = this.text.indexOf(CDATA_END, start);
    if (end === -1) throw new XmlFault('XML.UNCLOSED', this.index);
    this.open.element.text += this.text.slice(start, end);
    this.index = end + CDATA_END.length;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.index;
    return pattern.exec(this.text);
  }

  /** Most elements are leaves, and those are read at one stroke. */
  private leaf(): boolean {
    const { open } = this;
    const leaf = open && this.match(LEAF);
    if (!leaf) return false;
    this.countElement();
    const [whole, name = '', text = ''] = leaf;
    const element = new ReadElement(name, open.scope.unprefixed, NO_VALUES, open.element);
    element.text = trimmed(text);
    open.element.children.push(element);
    this.index += whole.length;
    return true;
  }

  private openingTag(): void {
    const { index: at, open } = this;
    const nameEnd = endOfName(this.text, at + 1);
    if (nameEnd === at + 1) throw new XmlFault('XML.SYNTAX', at);
    this.countElement();
    const name = this.text.slice(at + 1, nameEnd);
    const { attributes, end } = writtenAttributes(this.text, nameEnd);
    const isEmpty = this.endOfOpeningTag(end);
    const scope = (open?.scope ?? NamespaceScope.outermost).inside(attributes);
    const values = attributeValues(attributes, scope);
    const namespace = scope.ofElement(name);
    if (namespace === undefined) throw new XmlFault('XML.PREFIX', at);
    const element = new ReadElement(localName(name), namespace, values, open?.element);
    if (open) open.element.children.push(element);
    else this.root = element;
    if (!isEmpty) this.open = { element, name, at, scope, depth: (open?.depth ?? 0) + 1, outer: open };
  }

  private countElement(): void {
    if (this.root && !this.open) throw new XmlFault('XML.OUTSIDE_ROOT', this.index);
    this.elements += 1;
    if (this.elements > LIMITS.nodes) throw new XmlFault('XML.TOO_MANY', this.index);
    if ((this.open?.depth ?? 0) >= LIMITS.depth) throw new XmlFault('XML.TOO_DEEP', this.index);
  }

  /** Moves behind `>` or `/>`; the latter is the whole of an empty element. */
  private endOfOpeningTag(start: number): boolean {
    const at = afterSpace(this.text, start);
    const isEmpty = this.text.charCodeAt(at) === SLASH;
    const end = isEmpty ? at + 1 : at;
    if (this.text.charCodeAt(end) !== GREATER) throw new XmlFault('XML.SYNTAX', start);
    this.index = end + 1;
    return isEmpty;
  }

  private closingTag(): void {
    const { index: at, open } = this;
    const nameEnd = endOfName(this.text, at + 2);
    const end = afterSpace(this.text, nameEnd);
    if (nameEnd === at + 2 || this.text.charCodeAt(end) !== GREATER) throw new XmlFault('XML.SYNTAX', at);
    if (!open || this.text.slice(at + 2, nameEnd) !== open.name) throw new XmlFault('XML.MISMATCHED_TAG', at);
    open.element.text = trimmed(open.element.text);
    this.open = open.outer;
    this.index = end + 1;
  }
}
