import { hasErrors, type Finding } from '#domain';
import type { Reading } from '../../format.js';
import type { XmlElement, XmlSource } from '../../syntax/xml.js';
import * as findings from './codec-findings.js';
import { shapeOf, type Shape, type ShapedField } from './form-shape.js';
import { RAIL_WAYBILL } from './form.js';
import type { RailWaybill } from './tree.types.js';

export const NAMESPACE = 'urn:yidan:china-rail-waybill:1';
export const ROOT = 'RailWaybill';

export const detect = ({ root }: XmlSource): boolean => root.name === ROOT && root.namespace === NAMESPACE;

/** Reads the form by its table; the findings are those of the published XSD, with the XPath of the place. */
export function decode({ root }: XmlSource): Reading<RailWaybill> {
  const reader = new FormReader();
  const tree = reader.record(root, WAYBILL);
  return hasErrors(reader.findings)
    ? { findings: reader.findings }
    : { tree: tree as unknown as RailWaybill, findings: reader.findings };
}

const WAYBILL = shapeOf(RAIL_WAYBILL);

type Value = string | Readonly<Record<string, unknown>>;

class FormReader {
  readonly findings: Finding[] = [];

  record(element: XmlElement, shape: Shape): Readonly<Record<string, unknown>> {
    this.attributes(element);
    if (element.text !== '') this.findings.push(findings.strayText(element.path));
    const found = this.sort(element, shape);
    const tree: Record<string, unknown> = { path: element.path };
    shape.fields.forEach((field, position) => {
      const value = this.field(found[position], field, element);
      if (value !== undefined) tree[field.name] = value;
    });
    return tree;
  }

  /** Children by their position in the form; those that the form does not have, or not in this order, are findings. */
  private sort(element: XmlElement, { positions }: Shape): readonly (readonly XmlElement[] | undefined)[] {
    const found: XmlElement[][] = [];
    let reached = 0;
    for (const child of element.children) {
      const position = child.namespace === NAMESPACE ? positions.get(child.name) : undefined;
      if (position === undefined) {
        this.findings.push(findings.unknownElement(child.path));
        continue;
      }
      if (position < reached) this.findings.push(findings.wrongOrder(child.path));
      reached = Math.max(reached, position);
      (found[position] ??= []).push(child);
    }
    return found;
  }

  private field(
    elements: readonly XmlElement[] = [],
    field: ShapedField,
    parent: XmlElement,
  ): Value | readonly Value[] | undefined {
    const [first, ...repeated] = elements;
    if (!first && field.isRequired) this.findings.push(findings.missing(`${parent.path}/${field.name}`));
    if (field.isList) return elements.map((element) => this.value(element, field));
    for (const { path } of repeated) this.findings.push(findings.repeated(path));
    return first && this.value(first, field);
  }

  private value(element: XmlElement, { text, record }: ShapedField): Value {
    if (record) return this.record(element, record);
    this.attributes(element);
    for (const child of element.children) this.findings.push(findings.unknownElement(child.path));
    if (text && !text.fits(element.text)) this.findings.push(findings.unfit(element.path, text.form));
    return element.text;
  }

  private attributes(element: XmlElement): void {
    for (const name of element.attributes.keys()) {
      if (SCHEMA_HINTS.has(name)) continue;
      this.findings.push(findings.unknownAttribute(`${element.path}/@${name.replace(/^\{.*\}/, '')}`));
    }
  }
}

/** Attributes that a document may carry on any element to say where its schema is (XML Schema part 1 §2.6). */
const SCHEMA_HINTS = new Set(
  ['schemaLocation', 'noNamespaceSchemaLocation'].map((name) => `{http://www.w3.org/2001/XMLSchema-instance}${name}`),
);
