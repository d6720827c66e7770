import type { Bilingual } from '#domain';

/** The words the field table is written in: the part of XML Schema the form needs. */

/** What an element's text may be; `values` and `pattern` as in XML Schema (the whole text), lengths in characters. */
export type TextForm<Value extends string = string> = {
  /** Said to the sender: `five digits`. */
  readonly says: Bilingual;
} & ({ readonly pattern: string } | { readonly values: readonly Value[] } | { readonly maxLength: number });

/** Elements in their order. */
export interface RecordForm {
  readonly [element: string]: Field;
}

export type Occurs = '1' | '?' | '*' | '+';

export interface Field {
  readonly occurs: Occurs;
  readonly text?: TextForm;
  readonly record?: RecordForm;
}

export const isRequired = ({ occurs }: Field): boolean => occurs === '1' || occurs === '+';
export const isList = ({ occurs }: Field): boolean => occurs === '*' || occurs === '+';

type ValueOf<F extends Field> = F extends { record: infer Form extends RecordForm }
  ? TreeOf<Form>
  : F extends { text: { values: readonly (infer Value)[] } }
    ? Value
    : string;

type Names<Form extends RecordForm, O extends Occurs> = {
  [Name in keyof Form]: Form[Name]['occurs'] extends O ? Name : never;
}[keyof Form];

type Elements<Form extends RecordForm> = { readonly [Name in Names<Form, '1'>]: ValueOf<Form[Name]> } & {
  readonly [Name in Names<Form, '?'>]?: ValueOf<Form[Name]>;
} & { readonly [Name in Names<Form, '*' | '+'>]: readonly ValueOf<Form[Name]>[] };

/** What reading a form gives: texts as written, lists where an element may repeat, and the place of the record in the source. */
export type TreeOf<Form extends RecordForm> = Elements<Form> & { readonly path: string };
