/** What customs states beside its answer: by a code, of a type of UNTDID 4451, or in words. */
export interface CustomsStatement {
  readonly code?: string;
  readonly type?: string;
  readonly text?: string;
}
