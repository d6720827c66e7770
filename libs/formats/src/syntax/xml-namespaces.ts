const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** A name with its namespace resolved; namespace `''` is none. */
export interface ExpandedName {
  readonly namespace: string;
  readonly local: string;
}

/** Which prefix stands for which namespace at one place of a document (Namespaces in XML 1.0). */
export class NamespaceScope {
  static readonly outermost = new NamespaceScope(
    new Map([
      ['', ''],
      ['xml', XML],
      ['xmlns', XMLNS],
    ]),
  );

  private constructor(
    private readonly bindings: ReadonlyMap<string, string>,
    private readonly parent?: NamespaceScope,
  ) {}

  /** The scope inside an element with these attributes, values decoded. */
  inside(attributes: Iterable<readonly [name: string, value: string]>): NamespaceScope {
    const bindings = new Map<string, string>();
    for (const [name, value] of attributes) {
      const prefix = declaredPrefix(name);
      if (prefix !== undefined) bindings.set(prefix, value);
    }
    return bindings.size === 0 ? this : new NamespaceScope(bindings, this);
  }

  /** Undefined when the prefix is not declared. */
  element(name: string): ExpandedName | undefined {
    return this.expand(name, this.lookup(''));
  }

  /** Undefined when the prefix is not declared. An attribute without prefix has no namespace, whatever the default one is. */
  attribute(name: string): ExpandedName | undefined {
    return this.expand(name, '');
  }

  private expand(name: string, unprefixed: string | undefined): ExpandedName | undefined {
    const colon = name.indexOf(':');
    const namespace = colon === -1 ? unprefixed : this.lookup(name.slice(0, colon));
    return namespace === undefined ? undefined : { namespace, local: name.slice(colon + 1) };
  }

  private lookup(prefix: string): string | undefined {
    return this.bindings.get(prefix) ?? this.parent?.lookup(prefix);
  }
}

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
