import type {
  Coded,
  Identifier,
  LogisticsLocation,
  Text,
  TradeParty,
  TransportEquipment,
} from '../../uncefact/building-blocks.types.js';

/** The report in UN/CEFACT's names, as far as it is read. The schema lets the arrays marked `≤ 1` hold one entry at most. */
export interface StatusReport {
  readonly exchangedDocument: {
    readonly id: Identifier;
    readonly typeCode: Coded;
    readonly issueDateTime: string;
    /** ≤ 1 */
    readonly purposeCode?: readonly Coded[];
  };
  readonly specifiedConsignment?: readonly Consignment[];
}

export interface Consignment {
  readonly carrierAssignedId?: Identifier;
  readonly carrier?: TradeParty;
  readonly transportContractReferencedDocument?: ReferencedDocument;
  readonly associatedReferencedDocument?: readonly ReferencedDocument[];
  readonly utilizedLogisticsTransportEquipment?: readonly TransportEquipment[];
  readonly includedConsignmentItem?: readonly ConsignmentItem[];
  readonly reportedLogisticsStatus?: readonly LogisticsStatus[];
  readonly transportEvent?: readonly TransportOccurrence[];
  readonly pickUpEvent?: TransportOccurrence;
  readonly vanningEvent?: TransportOccurrence;
  readonly devanningEvent?: readonly TransportOccurrence[];
  readonly deliveryEvent?: TransportOccurrence;
  /** Movements before and after have no events in this form. */
  readonly mainCarriageLogisticsTransportMovement?: readonly TransportMovement[];
}

interface ConsignmentItem {
  readonly associatedReferencedLogisticsTransportEquipment?: readonly { readonly id?: Identifier }[];
  readonly reportedLogisticsStatus?: readonly LogisticsStatus[];
  readonly deliveryEvent?: TransportOccurrence;
}

export interface ReferencedDocument {
  /** ≤ 1 */
  readonly id?: readonly Identifier[];
  readonly typeCode?: Coded;
  readonly referenceTypeCode?: Coded;
}

export interface LogisticsStatus {
  readonly conditionCode?: Coded;
  readonly referenceDateTime?: string;
  readonly description?: readonly Text[];
  readonly reason?: readonly Text[];
  readonly specifiedLogisticsLocation?: readonly LogisticsLocation[];
}

/** An event with what is known of its time: scheduled, estimated, actual. */
export interface TransportOccurrence {
  readonly typeCode?: Coded;
  readonly scheduledOccurrenceDateTime?: string;
  readonly estimatedOccurrenceDateTime?: string;
  readonly actualOccurrenceDateTime?: string;
  readonly occurrenceLogisticsLocation?: LogisticsLocation;
}

export interface TransportMovement {
  readonly modeCode?: Coded;
  readonly id?: Identifier;
  readonly loadingEvent?: TransportOccurrence;
  readonly unloadingEvent?: TransportOccurrence;
  /** ≤ 1 */
  readonly arrivalEvent?: readonly TransportOccurrence[];
  /** ≤ 1 */
  readonly departureEvent?: readonly TransportOccurrence[];
  readonly usedLogisticsTransportMeans?: { readonly id?: readonly Identifier[]; readonly name?: Text };
}
