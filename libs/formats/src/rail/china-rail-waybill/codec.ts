import { hasErrors, type Finding } from '#domain';
import type { Reading } from '../../format.js';
import type { XmlElement, XmlSource } from '../../syntax/xml.js';
import * as findings from './codec-findings.js';
import { isList, isRequired, type Field, type RecordForm, type TextForm } from './form-language.js';
import { RAIL_WAYBILL } from './form.js';
import type { RailWaybill } from './tree.types.js';

export const NAMESPACE = 'urn:yidan:china-rail-waybill:1';
export const ROOT = 'RailWaybill';

export const detect = ({ root }: XmlSource): boolean => root.name === ROOT && root.namespace === NAMESPACE;

/** Reads the form by its table; the findings are those of the published XSD, with the XPath of the place. */
export function decode({ root }: XmlSource): Reading<RailWaybill> {
  const reader = new FormReader();
  const tree = reader.record(root, RAIL_WAYBILL);
  return hasErrors(reader.findings)
    ? { findings: reader.findings }
    : { tree: tree as unknown as RailWaybill, findings: reader.findings };
}

type Value = string | Readonly<Record<string, unknown>>;

class FormReader {
  readonly findings: Finding[] = [];

  record(element: XmlElement, form: RecordForm): Readonly<Record<string, unknown>> {
    this.attributes(element);
    if (element.text !== '') this.findings.push(findings.strayText(element.path));
    const found = this.sort(element, Object.keys(form));
    const entries = Object.entries(form).flatMap(([name, field]) => {
      const value = this.field(found.get(name) ?? [], field, `${element.path}/${name}`);
      return value === undefined ? [] : [[name, value] as const];
    });
    return { path: element.path, ...Object.fromEntries(entries) };
  }

  /** Children by name; those that the form does not have, or not in this order, are findings. */
  private sort(element: XmlElement, names: readonly string[]): ReadonlyMap<string, readonly XmlElement[]> {
    const found = new Map<string, XmlElement[]>();
    let reached = 0;
    for (const child of element.children) {
      const position = child.namespace === NAMESPACE ? names.indexOf(child.name) : -1;
      if (position === -1) {
        this.findings.push(findings.unknownElement(child.path));
        continue;
      }
      if (position < reached) this.findings.push(findings.wrongOrder(child.path));
      reached = Math.max(reached, position);
      const same = found.get(child.name);
      if (same) same.push(child);
      else found.set(child.name, [child]);
    }
    return found;
  }

  private field(elements: readonly XmlElement[], field: Field, path: string): Value | readonly Value[] | undefined {
    if (elements.length === 0 && isRequired(field)) this.findings.push(findings.missing(path));
    const values = elements.map((element) => this.value(element, field));
    if (isList(field)) return values;
    for (const repeated of elements.slice(1)) this.findings.push(findings.repeated(repeated.path));
    return values[0];
  }

  private value(element: XmlElement, { text, record }: Field): Value {
    if (record) return this.record(element, record);
    this.attributes(element);
    for (const child of element.children) this.findings.push(findings.unknownElement(child.path));
    if (text && !fits(element.text, text)) this.findings.push(findings.unfit(element.path, text));
    return element.text;
  }

  private attributes({ attributes, path }: XmlElement): void {
    const unknown = [...attributes.keys()].filter((name) => !SCHEMA_HINTS.has(name));
    this.findings.push(...unknown.map((name) => findings.unknownAttribute(`${path}/@${name.replace(/^\{.*\}/, '')}`)));
  }
}

/** Attributes that a document may carry on any element to say where its schema is (XML Schema part 1 §2.6). */
const SCHEMA_HINTS = new Set(
  ['schemaLocation', 'noNamespaceSchemaLocation'].map((name) => `{http://www.w3.org/2001/XMLSchema-instance}${name}`),
);

/** The texts are `xs:token`: runs of white space count as one space. The tree keeps them as written. */
function fits(written: string, form: TextForm): boolean {
  const text = written.replace(/[ \t\n\r]+/g, ' ');
  if ('values' in form) return form.values.includes(text);
  if ('pattern' in form) return patternOf(form.pattern).test(text);
  const length = [...text].length;
  return length >= 1 && length <= form.maxLength;
}

const compiled = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = new RegExp(`^(?:${pattern})$`, 'u');
  compiled.set(pattern, made);
  return made;
}
