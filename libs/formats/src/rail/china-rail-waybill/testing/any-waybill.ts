import fc from 'fast-check';
import { NAMESPACE, ROOT } from '../codec.js';
import type { Field, RecordForm, TextForm } from '../form-language.js';
import { RAIL_WAYBILL } from '../form.js';

/** An element to write: with children, or with text. */
export interface Node {
  readonly name: string;
  readonly namespace?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly Node[];
}

/** XML of a tree, escaping what XML needs escaped. */
export const write = (node: Node): string => `<?xml version="1.0" encoding="UTF-8"?>\n${element(node, '')}\n`;

function element(
  { name, namespace = NAMESPACE, attributes = {}, text = '', children = [] }: Node,
  outer: string,
): string {
  const declared = namespace === outer ? {} : { xmlns: namespace };
  const written = Object.entries({ ...declared, ...attributes }).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${escaped(text)}${children.map((child) => element(child, namespace)).join('')}</${name}>`;
}

const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (character) => `&#${character.codePointAt(0)};`);

/** Any waybill that the form's table allows, with the characters that documents are damaged by. */
export const anyWaybill = (): fc.Arbitrary<Node> => record(ROOT, RAIL_WAYBILL);

const record = (name: string, form: RecordForm): fc.Arbitrary<Node> =>
  fc
    .tuple(...Object.entries(form).map(([child, field]) => occurrences(child, field)))
    .map((children) => ({ name, children: children.flat() }));

function occurrences(name: string, field: Field): fc.Arbitrary<Node[]> {
  const one = field.record
    ? record(name, field.record)
    : anyText(field.text as TextForm).map((text) => ({ name, text }));
  const minLength = field.occurs === '1' || field.occurs === '+' ? 1 : 0;
  return fc.array(one, { minLength, maxLength: field.occurs === '1' || field.occurs === '?' ? 1 : 2 });
}

const CHARACTERS = fc.constantFrom(
  ...['0', '01', '1.10', '&', '<', '>', '"', "'", '&amp;', ']]>', '\\', ' ', '　', '\u00a0'],
  ...['货', '𠮷', '🚢', '👩‍🔧', 'e\u0301', 'ก็', 'й', 'ß', '\u202e', '\ufeff'],
);

function anyText(form: TextForm): fc.Arbitrary<string> {
  if ('values' in form) return fc.constantFrom(...form.values);
  if ('pattern' in form) return fc.stringMatching(new RegExp(`^(?:${form.pattern})$`, 'u'));
  return fc
    .string({ unit: CHARACTERS, minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() === text && text !== '' && !/ {2}/.test(text));
}
