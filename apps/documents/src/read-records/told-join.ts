import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import type { Join, OneDocument } from '#domain';
import { isCarrier } from '../join-documents/workspace.js';

/**
 * Records as their caller is told of what they may join. What a record shares is in the caller's own documents; which records and documents of
 * others have it too is theirs to know. See docs/decisions/0004. The transaction sees what the caller may see.
 */
export async function toldTo(
  caller: Caller,
  records: readonly OneDocument[],
  transaction: EntityManager,
): Promise<OneDocument[]> {
  const foreign = [...new Set(records.flatMap(foreignIds))];
  if (foreign.length === 0) return [...records];
  const rows: { id: string }[] = await transaction.query(
    `SELECT id FROM one_documents WHERE id = ANY ($1) UNION ALL SELECT document_id FROM held_documents WHERE document_id = ANY ($1)`,
    [foreign],
  );
  const seen = new Set(rows.map(({ id }) => id));
  const hidden = new Set(foreign.filter((id) => !seen.has(id)));
  return records.map((record) => ({ ...record, join: joinWithout(hidden, record, sentAsCarrier(caller, record)) }));
}

/** Whether the caller answers for the record as a carrier who sent one of its documents: then it chooses among the candidates, whoever else's they are. */
export const sentAsCarrier = ({ party, role }: Caller, { transportDocuments }: OneDocument): boolean =>
  isCarrier(role) && transportDocuments.some(({ sentBy }) => sentBy === party);

function foreignIds({ join, transportDocuments }: OneDocument): string[] {
  const own = new Set(transportDocuments.map(({ documentId }) => documentId));
  const shared = join.evidence.flatMap(({ documentIds }) => documentIds.filter((id) => !own.has(id)));
  return [...join.candidates, ...shared];
}

function joinWithout(hidden: ReadonlySet<string>, { join }: OneDocument, choosesAmongAll: boolean): Join {
  const candidates = choosesAmongAll ? join.candidates : join.candidates.filter((id) => !hidden.has(id));
  const undisclosedCandidates = join.candidates.length - candidates.length;
  return {
    ...join,
    evidence: join.evidence.map((one) => ({ ...one, documentIds: one.documentIds.filter((id) => !hidden.has(id)) })),
    candidates,
    ...(undisclosedCandidates > 0 && { undisclosedCandidates }),
  };
}
