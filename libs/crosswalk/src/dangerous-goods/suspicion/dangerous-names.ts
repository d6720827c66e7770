import { lazily, readTable } from '../../reference-table.js';
import { normalised } from '../names.js';
import { partsOf, separatorOf } from './phrases.js';

/**
 * How a name of the table is read. `exact`: it must be all that is said (钠 is not 氯化钠). `head`: other words may qualify it (acrylic
 * paint). `maybe`: like `head`, and goods of that name may be dangerous or not (batteries).
 */
type Reading = 'exact' | 'head' | 'maybe';

export interface DangerousName {
  readonly unNumbers: readonly string[];
  readonly nameEn: string;
  readonly reading: Reading;
}

type Column = 'unNumber' | 'nameZh' | 'nameRu' | 'nameEn' | 'other' | 'reading';

/** Names in three languages with the UN numbers they suggest, by the name's words. */
export const dangerousNames = lazily(() => {
  const names = new Map<string, DangerousName[]>();
  for (const row of readTable<Column>('dangerous-names.csv')) {
    const entry = { unNumbers: row.unNumber.split(' '), nameEn: row.nameEn, reading: row.reading as Reading };
    for (const name of [row.nameZh, row.nameRu, row.nameEn, ...row.other.split('|')].filter((one) => one !== ''))
      add(names, keyOf(name), entry);
  }
  return names;
});

function add(names: Map<string, DangerousName[]>, key: string, entry: DangerousName): void {
  const known = names.get(key);
  if (!known) names.set(key, [entry]);
  else if (!known.includes(entry)) known.push(entry);
}

/** The same for every way of writing a name. */
export function keyOf(name: string): string {
  const { script, parts } = partsOf(normalised(name));
  return parts.join(separatorOf(script));
}
