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

/** An element as the reader fills it. Its place is worked out when somebody asks: few elements have a finding. */
export class ReadElement implements XmlElement {
  readonly children: ReadElement[] = [];
  text = '';
  /** Its name, and which one it is where its parent has several of that name. */
  private step = '';

  constructor(
    readonly name: string,
    readonly namespace: string,
    readonly attributes: ReadonlyMap<string, string>,
    private readonly parent: ReadElement | undefined,
  ) {}

  get path(): string {
    if (!this.parent) return `/${this.name}`;
    if (this.step === '') this.parent.numberChildren();
    return `${this.parent.path}/${this.step}`;
  }

  private numberChildren(): void {
    for (const [name, same] of Map.groupBy(this.children, (child) => child.name)) {
      for (const [index, child] of same.entries()) child.step = same.length === 1 ? name : `${name}[${index + 1}]`;
    }
  }
}
