import type { Consignment, Identifier, LogisticsLocation, TradeParty } from '../../uncefact/building-blocks.types.js';
import type { NoteItem } from '../../uncefact/rail-note/tree.types.js';

/** The rail wagon list as far as Yidan reads it: the wagons and containers of one consignment. */
export interface WagonList {
  readonly exchangedDocument?: {
    /** The list's own number. */
    readonly id?: Identifier;
    readonly issueDateTime?: string;
  };
  /** Exactly one. */
  readonly specifiedConsignment?: readonly ListedConsignment[];
}

export interface ListedConsignment extends Consignment {
  /** ≤ 1: the number of its consignment note. */
  readonly id?: readonly Identifier[];
  readonly carrierAcceptanceDateTime?: string;
  readonly carrierAcceptanceLogisticsLocation?: LogisticsLocation;
  readonly deliveryEvent?: { readonly occurrenceLogisticsLocation?: LogisticsLocation };
  readonly consignor?: TradeParty;
  readonly consignee?: TradeParty;
  readonly carrier?: TradeParty;
  readonly includedConsignmentItem?: readonly NoteItem[];
}
