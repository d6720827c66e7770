import { lazily, readTable } from '../../reference-table.js';

export type Term = 1 | 2 | 3 | 4;

/** What a segregation code (IMDG 7.2.8) asks, as far as lists can answer it. */
export type CodeRule =
  /** Segregation as for another class than the substance's own. */
  | { readonly kind: 'asClass'; readonly hazardClass: string }
  /** A term of segregation from classes, from a segregation group or from certain substances. */
  | {
      readonly kind: 'class' | 'group' | 'unNumber';
      readonly term: Term;
      readonly of: readonly string[];
      readonly exceptOf: string;
    }
  /** Judged by what no list says of the other substance (`ask`) or of goods that are not dangerous (`goods`, such as foodstuffs). */
  | { readonly kind: 'ask' | 'goods' }
  /** Nothing about two substances in one container: places on deck, or a reference to 7.2.6.3. */
  | { readonly kind: 'none' };

type Column = 'code' | 'kind' | 'level' | 'of' | 'exceptOf';

const rules = lazily(() => new Map(readTable<Column>('segregation-codes.csv').map((row) => [row.code, ruleOf(row)])));

function ruleOf({ kind, level, of, exceptOf }: Record<Column, string>): CodeRule {
  if (kind === 'asClass') return { kind, hazardClass: of };
  if (kind === 'class' || kind === 'group' || kind === 'unNumber')
    return { kind, term: Number(level) as Term, of: of.split(' '), exceptOf };
  return { kind: kind as 'ask' | 'goods' | 'none' };
}

/** A code that the table does not have is left to a person. */
export const ruleOfCode = (code: string): CodeRule => rules().get(code) ?? { kind: 'ask' };
