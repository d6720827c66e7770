import type { CustomsStatement, DutyTaxFee, Finding, TradeTime } from '#domain';
import type { WcoFunction } from './code-lists.js';

/** What customs answers to one declaration. */
export interface WcoResponse extends WcoFunction {
  /** Our number of the declaration, as we gave it. */
  readonly declaration: string;
  /** Customs' own number of the response. */
  readonly reference?: string;
  /** When customs issued it. */
  readonly at?: TradeTime;
  /** Customs' own number of the declaration. */
  readonly customsNumber?: string;
  readonly errors: readonly WcoError[];
  readonly statements: readonly CustomsStatement[];
  readonly duties: readonly DutyTaxFee[];
  /** Where the response says more than is read. */
  readonly findings: readonly Finding[];
}

/** An error in the declaration: its code, and in words or by WCO IDs where it is. */
export interface WcoError {
  readonly code: string;
  readonly text: string;
}
