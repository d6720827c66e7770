import { isList, isRequired, type Field, type RecordForm, type TextForm } from './form-language.js';

/** A record of the form as the codec walks it: worked out once from the table. */
export interface Shape {
  readonly fields: readonly ShapedField[];
  /** Of an element among its siblings, by name. */
  readonly positions: ReadonlyMap<string, number>;
}

export interface ShapedField {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  /** What stands in the element: a text, or elements. */
  readonly text: ShapedText | undefined;
  readonly record: Shape | undefined;
}

export interface ShapedText {
  readonly form: TextForm;
  /** Whether a text without white space at its ends has the form. */
  fits(text: string): boolean;
}

export function shapeOf(form: RecordForm): Shape {
  const names = Object.keys(form);
  return {
    fields: Object.entries(form).map(([name, field]) => shapedField(name, field)),
    positions: new Map(names.map((name, position) => [name, position])),
  };
}

const shapedField = (name: string, field: Field): ShapedField => ({
  name,
  isRequired: isRequired(field),
  isList: isList(field),
  text: field.text && { form: field.text, fits: fitting(field.text) },
  record: field.record && shapeOf(field.record),
});

/** The texts are `xs:token`: runs of white space count as one space. No form asks for more than one. */
function fitting(form: TextForm): (text: string) => boolean {
  const fits = formOf(form);
  return (text) => fits(text) || fits(text.replace(/[ \t\n]+/g, ' '));
}

function formOf(form: TextForm): (text: string) => boolean {
  if ('values' in form) return (text) => form.values.includes(text);
  if ('maxLength' in form) return (text) => text.length >= 1 && isNoLonger(text, form.maxLength);
  const pattern = new RegExp(`^(?:${form.pattern})$`, 'u');
  return (text) => pattern.test(text);
}

/** Counted in characters, of which a text has no more than code units. */
const isNoLonger = (text: string, characters: number): boolean =>
  text.length <= characters || [...text].length <= characters;
