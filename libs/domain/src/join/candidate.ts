import type { TransportDocument } from '../consignment.js';
import type { HeldDocument } from '../record/held-document.js';

/** A document that has come, with what its sender said beside it. */
export interface Incoming {
  readonly documentId: string;
  readonly sentBy: string;
  /** Carriers, railways and ports state facts of their own carriage; a forwarder needs to be known to the other side. */
  readonly senderIsCarrier: boolean;
  readonly consignmentReference?: string;
  readonly content: TransportDocument;
}

/** A document that is here, and what its sender is. */
export interface SentDocument extends HeldDocument {
  readonly senderIsCarrier: boolean;
}

/** A live record that shares at least one key with the document. */
export interface Candidate {
  readonly oneDocumentId: string;
  readonly visibleTo: readonly string[];
  /** Its current documents. */
  readonly documents: readonly SentDocument[];
  readonly consignmentReferences: readonly string[];
  /** Whether it waits for a person itself; nothing joins it before that. */
  readonly waits: boolean;
}
