import type { DecimalText, TradeTime } from './consignment.js';

/** What customs states beside its answer: by a code, of a type of UNTDID 4451, or in words. */
export interface CustomsStatement {
  readonly code?: string;
  readonly type?: string;
  readonly text?: string;
}

/** As customs writes it; without a currency (ISO 4217) where customs gives none. */
export interface CustomsAmount {
  readonly amount: DecimalText;
  readonly currency?: string;
}

/** A duty, tax or fee that customs states (税费): of one item of the declaration, or of all of it. */
export interface DutyTaxFee {
  /** The item's number in the declaration; absent where it is of all of it. */
  readonly itemNumber?: number;
  /** Customs' code of its kind. */
  readonly type?: string;
  readonly regime?: string;
  /** On which value it is assessed, or on which quantity (`unit` of UN/ECE Recommendation 20). */
  readonly taxBase?: CustomsAmount;
  readonly taxBaseQuantity?: { readonly quantity: DecimalText; readonly unit?: string };
  readonly rate?: string;
  /** What is taken off. */
  readonly deducted?: CustomsAmount;
  readonly assessed?: CustomsAmount;
  /** Paid, or to be paid. */
  readonly payment?: CustomsAmount;
  readonly paymentReference?: string;
  readonly paymentDue?: TradeTime;
  /** Of guarantees that the payment is secured by. */
  readonly guarantees?: readonly string[];
}
