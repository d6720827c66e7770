import type { EntityManager } from 'typeorm';

/** A document or a merged record, and the record it went into. */
export interface Membership {
  readonly memberId: string;
  readonly oneDocumentId: string;
  readonly isDocument: boolean;
}

/** Keeps where each member is now; the last word on a member counts. */
export async function keepMemberships(transaction: EntityManager, memberships: readonly Membership[]): Promise<void> {
  const last = new Map(memberships.map((membership) => [membership.memberId, membership]));
  if (last.size === 0) return;
  await transaction.query(
    `INSERT INTO memberships (member_id, one_document_id, is_document)
     SELECT "memberId", "oneDocumentId", "isDocument"
     FROM jsonb_to_recordset($1::jsonb) AS membership ("memberId" uuid, "oneDocumentId" uuid, "isDocument" boolean)
     ON CONFLICT (member_id) DO UPDATE SET one_document_id = excluded.one_document_id`,
    [JSON.stringify([...last.values()])],
  );
}
