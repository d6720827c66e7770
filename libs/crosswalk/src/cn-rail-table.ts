import { lazily, readTable } from './reference-table.js';

export const CN_RAIL_TABLE = '铁路货物运输品名分类与代码表';

/** A row of the China rail table: a class (2 digits) or a group (4 digits), with the HS chapters and headings its goods are usually in. */
export interface RailClass {
  readonly code: string;
  readonly nameZh: string;
  readonly hsSuggestions: readonly string[];
}

const classes = lazily(
  () =>
    new Map(
      [...readClasses('cn-rail-classes.csv'), ...readClasses('cn-rail-groups.csv')].map((row) => [row.code, row]),
    ),
);

const readClasses = (file: string): RailClass[] =>
  readTable<'code' | 'nameZh' | 'hsSuggestions'>(file).map(({ code, nameZh, hsSuggestions }) => ({
    code,
    nameZh,
    hsSuggestions: hsSuggestions.split(' ').filter((suggestion) => suggestion !== ''),
  }));

/** What the table has for a 7-digit code: its group, if the table has it, then its class. */
export const railClassesOf = (code: string): RailClass[] =>
  [code.slice(0, 4), code.slice(0, 2)].flatMap((prefix) => classes().get(prefix) ?? []);
