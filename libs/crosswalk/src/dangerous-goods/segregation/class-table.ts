import { lazily, readTable } from '../../reference-table.js';

/** `1` away from, `2` separated from, `3` and `4` farther; `X` nothing by class alone; `*` within class 1, by 7.2.7. */
type Cell = '1' | '2' | '3' | '4' | 'X' | '*';

const table = lazily(() => {
  const cells = new Map<string, Cell>();
  for (const { class: rowClasses, ...row } of readTable<string>('segregation-classes.csv')) {
    for (const [columnClasses, cell] of Object.entries(row)) {
      for (const one of (rowClasses as string).split(' '))
        for (const other of columnClasses.split(' ')) cells.set(`${one} ${other}`, cell as Cell);
    }
  }
  return cells;
});

/** The division that the table of IMDG 7.2.4 knows: of `1.4S` the 1.4. */
export const divisionOf = (hazardClass: string): string => hazardClass.replace(/[A-Z]$/, '');

/** What IMDG 7.2.4 asks between two classes or divisions; undefined when the table does not have one of them. */
export const cellOf = (one: string, other: string): Cell | undefined =>
  table().get(`${divisionOf(one)} ${divisionOf(other)}`);
