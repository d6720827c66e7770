import type { DocumentReceived } from '#contracts';
import { hasErrors, type EventReport, type Finding, type SourceDocument, type TransportDocument } from '#domain';
import { looksLikeEdifact, readOffLoop } from '#formats';
import type { Message } from '#messaging';
import type { AcceptedDocument } from '../join-documents/join-documents.service.js';
import { isCarrier } from '../join-documents/workspace.js';
import type { AgreedProfiles } from './partner-profiles.js';

/** A received document, read and checked. */
export interface CheckedDocument {
  readonly received: DocumentReceived;
  readonly format?: string;
  readonly findings: readonly Finding[];
  /** Of EDIFACT whose sender has a profile: the version it was checked with. */
  readonly edifactProfileVersion?: number;
  /** Present exactly when it was accepted: a document to join, or what it reports. */
  readonly accepted?: AcceptedDocument;
  readonly report?: EventReport;
}

/** Detects the format, decodes, checks and maps one document, as agreed with its sender. Never throws for what the bytes contain. */
export async function checkDocument(message: Message, profiles: AgreedProfiles): Promise<CheckedDocument> {
  const received = receivedOf(message);
  const agreed = looksLikeEdifact(message.data) ? profiles.get(received.sender) : undefined;
  const { format, findings, document, events } = await readOffLoop(message.data, agreed?.profile);
  const checked = {
    received,
    findings,
    ...(format !== undefined && { format }),
    ...(agreed && { edifactProfileVersion: agreed.version }),
  };
  if (format === undefined || hasErrors(findings)) return checked;
  if (events) return { ...checked, report: events };
  return document ? { ...checked, accepted: acceptedOf(checked, format, document) } : checked;
}

function acceptedOf(
  { received, findings, edifactProfileVersion }: CheckedDocument,
  format: string,
  document: TransportDocument,
): AcceptedDocument {
  const source: SourceDocument = {
    documentId: received.documentId,
    sha256: received.sha256,
    format,
    kind: document.kind,
    mode: document.mode,
    number: document.number,
    ...(document.version !== undefined && { version: document.version }),
    ...(document.issuedAt !== undefined && { issuedAt: document.issuedAt }),
    ...(document.billLevel && { billLevel: document.billLevel }),
    ...(document.masterBill !== undefined && { masterBill: document.masterBill }),
    ...(document.placeOfReceipt && { placeOfReceipt: document.placeOfReceipt }),
    ...(document.placeOfDelivery && { placeOfDelivery: document.placeOfDelivery }),
    receivedAt: received.receivedAt,
    sentBy: received.sender,
    status: 'current',
    ...(received.interchange && { interchange: received.interchange }),
  };
  const { consignmentReference, senderRole } = received;
  const senderIsCarrier = isCarrier(senderRole);
  const kept = {
    source,
    content: document,
    senderIsCarrier,
    ...(consignmentReference !== undefined && { consignmentReference }),
  };
  return {
    document: kept,
    senderRole,
    findings,
    ...(edifactProfileVersion !== undefined && { edifactProfileVersion }),
  };
}

/** The envelope's attributes (names in lower case on the bus). */
export function receivedOf({ attributes }: Message): DocumentReceived {
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
