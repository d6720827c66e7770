import type { DocumentAccepted, DocumentRejected } from '#contracts';
import type { Finding, Reference } from '#domain';

/** What is known of a document once it was checked. */
export interface Outcome {
  readonly documentId: string;
  readonly format: string | null;
  readonly findings: readonly Finding[];
  readonly number: string | null;
  readonly references: readonly Reference[];
  readonly oneDocumentId: string | null;
  readonly alsoIn: readonly string[];
  readonly checkedAt: string;
  readonly edifactProfileVersion: number | null;
}

/** The last word on each document: one batch may hold several, in order, when a document went on into another record. */
export function outcomesOf(events: readonly (DocumentAccepted | DocumentRejected)[]): Outcome[] {
  return [...new Map(events.map((event) => [event.documentId, outcomeOf(event)])).values()];
}

const outcomeOf = (event: DocumentAccepted | DocumentRejected): Outcome => ({
  documentId: event.documentId,
  format: event.format ?? null,
  findings: event.findings,
  number: 'number' in event ? event.number : null,
  references: 'references' in event ? event.references : [],
  oneDocumentId: 'oneDocumentId' in event ? event.oneDocumentId : null,
  alsoIn: 'alsoIn' in event ? event.alsoIn : [],
  checkedAt: event.checkedAt,
  edifactProfileVersion: event.edifactProfileVersion ?? null,
});
