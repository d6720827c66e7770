const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Which prefix stands for which namespace at one place of a document (Namespaces in XML 1.0); namespace `''` is none. */
export class NamespaceScope {
  static readonly outermost = new NamespaceScope(
    new Map([
      ['', ''],
      ['xml', XML],
      ['xmlns', XMLNS],
    ]),
  );

  /** What names of elements without prefix belong to. */
  readonly unprefixed: string;

  private constructor(
    private readonly bindings: ReadonlyMap<string, string>,
    private readonly parent?: NamespaceScope,
  ) {
    this.unprefixed = bindings.get('') ?? parent?.unprefixed ?? '';
  }

  /** The scope inside an element with these attributes, values decoded. */
  inside(attributes: readonly { readonly name: string; readonly value: string }[]): NamespaceScope {
    if (attributes.length === 0) return this;
    const bindings = new Map<string, string>();
    for (const { name, value } of attributes) {
      const prefix = declaredPrefix(name);
      if (prefix !== undefined) bindings.set(prefix, value);
    }
    return bindings.size === 0 ? this : new NamespaceScope(bindings, this);
  }

  /** The namespace of an element; undefined when its prefix is not declared, or is `xmlns`, which no element may have. */
  ofElement(name: string): string | undefined {
    const colon = name.indexOf(':');
    if (colon === -1) return this.unprefixed;
    const namespace = this.lookup(name.slice(0, colon));
    return namespace === XMLNS ? undefined : namespace;
  }

  /** The namespace of an attribute: without prefix none, whatever the default one is. Undefined when its prefix is not declared. */
  ofAttribute(name: string): string | undefined {
    const colon = name.indexOf(':');
    return colon === -1 ? '' : this.lookup(name.slice(0, colon));
  }

  private lookup(prefix: string): string | undefined {
    return this.bindings.get(prefix) ?? this.parent?.lookup(prefix);
  }
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The prefix an attribute declares (`''` for `xmlns` itself); undefined when it is no declaration. */
export function declaredPrefix(attribute: string): string | undefined {
  if (attribute === 'xmlns') return '';
  return attribute.startsWith('xmlns:') ? attribute.slice('xmlns:'.length) : undefined;
}

/** Namespaces in XML 1.0 §3 and §5: `xml` and `xmlns` keep their meaning, a prefix is never bound to nothing. */
export function isAllowedDeclaration(prefix: string, namespace: string): boolean {
  if (prefix === 'xml') return namespace === XML;
  if (prefix === 'xmlns' || namespace === XML || namespace === XMLNS) return false;
  return prefix === '' || namespace !== '';
}
