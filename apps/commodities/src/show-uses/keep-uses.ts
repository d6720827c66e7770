import type { EntityManager } from 'typeorm';
import type { DeclarationStep, OneDocumentChanged } from '#contracts';
import { usesOfDeclaration, usesOfRecord, type NewUse } from './uses-of.js';

/** Every version counts, not the latest alone: it is asked later what rested on a resolution. */
export async function keepUsesOfRecords(
  transaction: EntityManager,
  changes: readonly OneDocumentChanged[],
): Promise<void> {
  await keep(transaction, changes.flatMap(usesOfRecord));
  const records = changes.map(({ oneDocument: { id, version, state }, visibleTo }) => ({
    id,
    version: state === 'merged' || state === 'cancelled' ? version + 1 : version,
    visibleTo,
  }));
  await transaction.query(FOLLOW, [JSON.stringify(records)]);
}

export const keepUsesOfDeclarations = (transaction: EntityManager, steps: readonly DeclarationStep[]): Promise<void> =>
  keep(transaction, steps.flatMap(usesOfDeclaration));

async function keep(transaction: EntityManager, uses: readonly NewUse[]): Promise<void> {
  if (uses.length > 0) await transaction.query(KEEP, [JSON.stringify(uses)]);
}

/** A declaration is seen by whoever sees its record, when the room has heard of that already. */
const KEEP = `
  INSERT INTO resolution_use (
    resolution_id, resolution_version, one_document_id, one_document_version, declaration_id, sequences, status, used_at, visible_to
  )
  SELECT "resolutionId", "resolutionVersion", "oneDocumentId", "oneDocumentVersion", "declarationId", sequences, status, "usedAt",
    "visibleTo" || coalesce(
      (SELECT visible_to FROM resolution_use AS known WHERE known.one_document_id = heard."oneDocumentId" AND heard.status = 'lodged'
       ORDER BY seq DESC LIMIT 1), '{}')
  FROM jsonb_to_recordset($1::jsonb) AS heard (
    "resolutionId" uuid, "resolutionVersion" integer, "oneDocumentId" text, "oneDocumentVersion" integer, "declarationId" text,
    sequences integer[], status text, "usedAt" timestamptz, "visibleTo" text[]
  )
  ON CONFLICT DO NOTHING`;

/** What rested on it in an earlier version of the record is past; whoever may see the record now sees that too. */
const FOLLOW = `
  UPDATE resolution_use AS kept
  SET status = CASE WHEN kept.status = 'inForce' AND kept.one_document_version < heard.version THEN 'past' ELSE kept.status END,
      visible_to = CASE WHEN kept.status = 'lodged' THEN ARRAY(SELECT DISTINCT unnest(kept.visible_to || heard."visibleTo"))
        ELSE heard."visibleTo" END
  FROM (
    SELECT DISTINCT ON (id) id, version, "visibleTo"
    FROM jsonb_to_recordset($1::jsonb) AS heard (id text, version integer, "visibleTo" text[])
    ORDER BY id, version DESC
  ) AS heard
  WHERE kept.one_document_id = heard.id`;
