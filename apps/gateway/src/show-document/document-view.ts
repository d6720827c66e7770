import type { Bilingual, Finding, Reference } from '#domain';
import type { DocumentRow, DocumentStatus } from '../storage/document.entity.js';
import type { MessageCounts } from './document-reader.js';

/** A document as its sender sees it. Times are UTC. */
export interface DocumentView {
  readonly documentId: string;
  readonly status: DocumentStatus;
  readonly format: string | null;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly receivedAt: string;
  readonly checkedAt: string | null;
  readonly sender: string;
  readonly consignmentReference: string | null;
  readonly findings: readonly FindingView[];
  readonly number: string | null;
  readonly references: readonly Reference[];
  readonly oneDocumentId: string | null;
  /** The other records that a waybill over several bills belongs to. */
  readonly alsoIn?: readonly string[];
  /** Of a message: where it stood. */
  readonly interchange?: { readonly documentId: string; readonly position: number };
  /** Of an interchange of several: how many there are, and what became of them so far. */
  readonly messages?: MessageCounts & { readonly total: number };
  /** Of EDIFACT whose sender has a profile: the version it was checked with. */
  readonly edifactProfileVersion?: number;
  readonly links: Readonly<Record<string, string>>;
}

/** `message` is in the language asked for, `messages` in both. */
export interface FindingView extends Omit<Finding, 'message'> {
  readonly message: string;
  readonly messages: Bilingual;
}

export const viewOf = (row: DocumentRow, language: keyof Bilingual, counts?: MessageCounts): DocumentView => ({
  documentId: row.documentId,
  status: row.status,
  format: row.format,
  contentType: row.contentType,
  size: row.size,
  sha256: row.sha256,
  receivedAt: row.receivedAt.toISOString(),
  checkedAt: row.checkedAt?.toISOString() ?? null,
  sender: row.party,
  consignmentReference: row.consignmentReference,
  findings: row.findings.map((finding) => findingView(finding, language)),
  number: row.number,
  references: row.references,
  oneDocumentId: row.oneDocumentId,
  ...(row.alsoIn.length > 0 && { alsoIn: row.alsoIn }),
  ...(row.interchangeId !== null &&
    row.position !== null && { interchange: { documentId: row.interchangeId, position: row.position } }),
  ...(row.messages !== null && { messages: { total: row.messages, accepted: 0, rejected: 0, ...counts } }),
  ...(row.edifactProfileVersion !== null && { edifactProfileVersion: row.edifactProfileVersion }),
  links: linksOf(row),
});

const findingView = ({ code, severity, path, message, rule }: Finding, language: keyof Bilingual): FindingView => ({
  code,
  severity,
  path,
  message: message[language],
  messages: message,
  ...(rule !== undefined && { rule }),
});

const linksOf = ({
  documentId,
  party,
  oneDocumentId,
  interchangeId,
  messages,
  edifactProfileVersion,
}: DocumentRow): Record<string, string> => ({
  self: `/v1/documents/${documentId}`,
  original: `/v1/documents/${interchangeId ?? documentId}/original`,
  ...(interchangeId !== null && { interchange: `/v1/documents/${interchangeId}` }),
  ...(messages !== null && { messages: `/v1/documents/${documentId}/messages` }),
  ...(edifactProfileVersion !== null && {
    edifactProfile: `/v1/parties/${encodeURIComponent(party)}/edifact-profile/versions/${edifactProfileVersion}`,
  }),
  ...(oneDocumentId !== null && {
    oneDocument: `/v1/one-documents/${oneDocumentId}`,
    timeline: `/v1/one-documents/${oneDocumentId}/timeline`,
  }),
});
