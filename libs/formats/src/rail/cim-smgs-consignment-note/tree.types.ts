import type { LogisticsLocation, Text, Weight } from '../../uncefact/building-blocks.types.js';
import type { NoteConsignment, RailNote } from '../../uncefact/rail-note/tree.types.js';

/** The CIM/SMGS note as Yidan reads it: the rail consignment note of D.23B with what only this form has. */
export interface CimSmgsNote extends RailNote {
  /** ≤ 1 */
  readonly specifiedConsignment?: readonly CimSmgsConsignment[];
}

export interface CimSmgsConsignment extends NoteConsignment {
  /** Where the carrier takes the goods over. */
  readonly carrierAcceptanceLogisticsLocation?: LogisticsLocation;
  /** ≤ 1 */
  readonly netWeight?: readonly Weight[];
  readonly packageType?: readonly Text[];
}
