import type { DocumentReceived } from '#contracts';
import { hasErrors, type Finding, type SourceDocument } from '#domain';
import { readDocument } from '#formats';
import type { Message } from '#messaging';
import type { AcceptedDocument } from '../join-documents/join-documents.service.js';

/** A received document, read and checked. */
export interface CheckedDocument {
  readonly received: DocumentReceived;
  readonly format?: string;
  readonly findings: readonly Finding[];
  /** Present exactly when it was accepted. */
  readonly accepted?: AcceptedDocument;
}

/** Detects the format, decodes, checks and maps one document. Never throws for what the bytes contain. */
export function checkDocument(message: Message): CheckedDocument {
  const received = receivedOf(message);
  const { format, findings, document } = readDocument(message.data);
  const checked = { received, findings, ...(format !== undefined && { format }) };
  if (!document || format === undefined || hasErrors(findings)) return checked;
  const source: SourceDocument = {
    documentId: received.documentId,
    sha256: received.sha256,
    format,
    kind: document.kind,
    mode: document.mode,
    number: document.number,
    ...(document.version !== undefined && { version: document.version }),
    ...(document.issuedAt !== undefined && { issuedAt: document.issuedAt }),
    receivedAt: received.receivedAt,
    sentBy: received.sender,
    status: 'current',
    ...(received.interchange && { interchange: received.interchange }),
  };
  const { consignmentReference, senderRole } = received;
  const kept = { source, content: document, ...(consignmentReference !== undefined && { consignmentReference }) };
  return { ...checked, accepted: { document: kept, senderRole, findings } };
}

/** The envelope's attributes (names in lower case on the bus). */
function receivedOf({ attributes }: Message): DocumentReceived {
  const { documentid, sha256, sender, senderrole, receivedat, consignmentreference, interchange, position, messages } =
    attributes as Record<string, string>;
  return {
    documentId: documentid as string,
    sha256: sha256 as string,
    sender: sender as string,
    senderRole: senderrole as string,
    receivedAt: receivedat as string,
    ...(consignmentreference !== undefined && { consignmentReference: consignmentreference }),
    ...(interchange !== undefined && {
      interchange: { documentId: interchange, position: Number(position), messages: Number(messages) },
    }),
  };
}
