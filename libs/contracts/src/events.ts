import type {
  Bilingual,
  DeclarationType,
  EventReport,
  Finding,
  InterchangePlace,
  OneDocument,
  Reference,
  Route,
} from '#domain';

/**
 * `gateway.document.received.v1`. Binary: `data` is the original's bytes. This is what its attributes say (names in lower case on the bus:
 * `documentid`, `sha256`, `sender`, `senderrole`, `receivedat`, `consignmentreference`). Key: document id.
 */
export interface DocumentReceived {
  readonly documentId: string;
  readonly sha256: string;
  readonly sender: string;
  readonly senderRole: string;
  readonly receivedAt: string;
  /** A reference the sender gave to join documents by. */
  readonly consignmentReference?: string;
  /** Only of a message that was cut from its interchange (`documents.message.cut.v1`: `interchange`, `position`, `messages`). */
  readonly interchange?: InterchangePlace;
}

/** `documents.document.accepted.v1`. Key: document id. Said again when the document goes into another record. */
export interface DocumentAccepted {
  readonly documentId: string;
  readonly sha256: string;
  readonly sender: string;
  /** Absent when it is said again. */
  readonly senderRole?: string;
  readonly receivedAt: string;
  readonly checkedAt: string;
  /** A reference the sender gave to join documents by. */
  readonly consignmentReference?: string;
  readonly format: string;
  readonly findings: readonly Finding[];
  readonly number: string;
  readonly references: readonly Reference[];
  /** Null for a message of events, which is in no record itself, and for a cancellation of a document that has not come (yet). */
  readonly oneDocumentId: string | null;
  /** The other records that it belongs to: a waybill over several bills. */
  readonly alsoIn?: readonly string[];
  readonly interchange?: InterchangePlace;
  /** Of EDIFACT whose sender has a profile: the version it was checked with. Absent when it is said again. */
  readonly edifactProfileVersion?: number;
}

/** `documents.document.rejected.v1`. Key: document id. */
export interface DocumentRejected {
  readonly documentId: string;
  readonly sender: string;
  readonly receivedAt: string;
  readonly checkedAt: string;
  readonly format?: string;
  readonly findings: readonly Finding[];
  readonly interchange?: InterchangePlace;
  /** Of EDIFACT whose sender has a profile: the version it was checked with. */
  readonly edifactProfileVersion?: number;
}

/** `documents.one-document.changed.v1`. Key: one-document id. Carries the whole new version. */
export interface OneDocumentChanged {
  readonly oneDocument: OneDocument;
  /** Party codes that may see the record. */
  readonly visibleTo: readonly string[];
  /** Those of them that are no party to it: brokers who see it by a mandate alone. Absent when there are none. */
  readonly brokers?: readonly string[];
}

/** `documents.transport-events.reported.v1`. Key: document id. A message with many events is told in several parts, each with some of them. */
export interface TransportEventsReported extends EventReport {
  /** The message that reports them. */
  readonly documentId: string;
  readonly sender: string;
  readonly senderRole: string;
  readonly receivedAt: string;
  readonly format: string;
}

/** `commodities.goods.resolved.v1`. Key: resolution id. */
export interface GoodsResolved {
  readonly resolutionId: string;
  /** From 1. */
  readonly version: number;
  /** It holds no longer. */
  readonly revoked?: true;
  readonly party: string;
  readonly resolvedBy: string;
  readonly resolvedAt: string;
  readonly reason: string;
  readonly subject: { readonly scheme: string; readonly value: string };
  /** The route it was given for; absent where it was given for every route. */
  readonly route?: Route;
  /** The record on whose goods it was given, where it came out of the queue. */
  readonly oneDocumentId?: string;
  readonly answer: {
    readonly railName?: string;
    readonly railCode?: { readonly scheme: string; readonly code: string };
    readonly customsName?: string;
    readonly hsCode?: string;
  };
}

/** `commodities.table.received.v1`. Key: scheme. A file with a table was kept, and waits for being read. */
export interface TableReceived {
  readonly editionId: string;
}

/**
 * `commodities.crosswalk.changed.v1`. Key: scheme. A table of codes that holds from now on in place of the scheme's earlier one, told in
 * parts; it holds when all have come.
 */
export interface CrosswalkChanged {
  readonly scheme: string;
  readonly editionId: string;
  /** As its owner calls it: `2024-07`. */
  readonly edition: string;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** None when the scheme has no loaded table any more. */
  readonly rows: readonly {
    readonly code: string;
    readonly nameZh?: string;
    readonly nameRu?: string;
    readonly nameEn?: string;
    /** HS codes or beginnings of such that the code leads to. */
    readonly hs?: readonly string[];
  }[];
}

/** `clearance.mandate.given.v1` and `clearance.mandate.revoked.v1`. Key: one-document id. Either may be heard first. */
export interface MandateStep {
  readonly mandateId: string;
  readonly oneDocumentId: string;
  readonly type: DeclarationType;
  /** Party code of the forwarder who gave it. */
  readonly principal: string;
  /** Party code of who may declare by it. */
  readonly broker: string;
  readonly at: string;
}

/**
 * `clearance.declaration.*.v1`. Key: one-document id. `status` is where the declaration stands; `noted`, a receipt of customs, and what is asked and
 * decided about amendments leave it there.
 */
export interface DeclarationStep {
  readonly declarationId: string;
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  readonly type: DeclarationType;
  readonly mode: 'advance';
  readonly status:
    'drafted' | 'withdrawn' | 'lodged' | 'accepted' | 'rejected' | 'inspection' | 'released' | 'cancelled';
  readonly declarant: string;
  /** Party code of the forwarder for whom a broker declares; absent where the declarant acts for itself. */
  readonly principal?: string;
  /**
   * Party code of who took this step: the declarant, the customs office, or the principal who revoked the mandate for a draft. Of `outdated` the declarant,
   * whom it concerns.
   */
  readonly by: string;
  readonly at: string;
  /** Customs' own number of the declaration (报关单号, MRN), as soon as customs has given it. */
  readonly customsNumber?: string;
  /** Customs' reasons when rejected or called for inspection. */
  readonly reasons: readonly string[];
  /** The code of customs' receipt and its words, where the step came as one; always on `noted`. */
  readonly channel?: { readonly code: string; readonly text: Bilingual };
  /** What the declarant asked customs for; always on `amendment-requested`, `cancellation-requested`, `request-refused` and `amended`. */
  readonly request?: {
    readonly requestId: string;
    readonly kind: 'amendment' | 'cancellation';
    readonly reason: string;
  };
  /** The declaration itself, on `lodged` and `amended` only. */
  readonly declaration?: object;
}

/** `clearance.manifest.*.v1`. Key: one-document id. */
export interface ManifestStep {
  /** The message's own number at customs. */
  readonly messageId: string;
  readonly messageType: string;
  /** 9 original, 2 add, 3 delete, 5 change. */
  readonly functionCode: string;
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  readonly mode: 'sea' | 'rail';
  readonly type: 'export' | 'import';
  readonly status:
    'sent' | 'accepted' | 'manualReview' | 'rejected' | 'released' | 'loadingRefused' | 'unloadingForbidden';
  /** Party code of who sent the message. */
  readonly sender: string;
  /** Party code of who took this step: the sender, or the customs office. */
  readonly by: string;
  readonly at: string;
  /** Customs' code and words, when it is customs who took it. */
  readonly receiptCode?: string;
  readonly receiptText?: string;
}

/** `documents.goods.reexamined.v1`. Key: edition id. How far the records are that a change of tables concerns. */
export interface GoodsReexamined extends Pick<CrosswalkChanged, 'scheme' | 'editionId' | 'edition'> {
  /** Records concerned when the table came into use. */
  readonly of: number;
  readonly examined: number;
  /** Of those examined, how many have other names now. */
  readonly changed: number;
  /** The last record examined; null when all are. */
  readonly after: string | null;
}
