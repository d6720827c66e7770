import type { EntityManager } from 'typeorm';
import type { DeclarationStep, OneDocumentChanged } from '#contracts';
import { amendmentOf, usesOfDeclaration, usesOfRecord, type NewUse } from './uses-of.js';

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

/** Lodged, amended and ended, in whatever order that is heard. */
export async function keepUsesOfDeclarations(
  transaction: EntityManager,
  steps: readonly DeclarationStep[],
): Promise<void> {
  const uses = steps.flatMap(usesOfDeclaration);
  const standing = steps
    .map(standingOf)
    .filter((one) => changes(one) || uses.some((use) => use.declarationId === one.id));
  if (standing.length === 0) return;
  await transaction.query(STAND, [JSON.stringify(standing)]);
  await keep(transaction, uses);
  await transaction.query(SETTLE, [[...new Set(standing.map(({ id }) => id))]]);
}

interface Standing {
  readonly id: string;
  readonly amendment: string;
  readonly ended: string | null;
}

const standingOf = (step: DeclarationStep): Standing => ({
  id: step.declarationId,
  amendment: step.declaration ? amendmentOf(step) : '',
  ended: step.status === 'rejected' || step.status === 'cancelled' ? step.status : null,
});

/** Kept in any case: what it ends or amends may not have been heard of yet. */
const changes = ({ amendment, ended }: Standing): boolean => amendment !== '' || ended !== null;

async function keep(transaction: EntityManager, uses: readonly NewUse[]): Promise<void> {
  if (uses.length > 0) await transaction.query(KEEP, [JSON.stringify(uses)]);
}

/** A declaration is seen by whoever sees its record, when the room has heard of that already. */
const KEEP = `
  INSERT INTO resolution_use (
    resolution_id, resolution_version, one_document_id, one_document_version, declaration_id, amendment, sequences, status, used_at, visible_to
  )
  SELECT "resolutionId", "resolutionVersion", "oneDocumentId", "oneDocumentVersion", "declarationId", amendment, sequences, status, "usedAt",
    "visibleTo" || coalesce(
      (SELECT visible_to FROM resolution_use AS known WHERE known.one_document_id = heard."oneDocumentId" AND "declarationId" IS NOT NULL
       ORDER BY seq DESC LIMIT 1), '{}')
  FROM jsonb_to_recordset($1::jsonb) AS heard (
    "resolutionId" uuid, "resolutionVersion" integer, "oneDocumentId" text, "oneDocumentVersion" integer, "declarationId" text, amendment text,
    sequences integer[], status text, "usedAt" timestamptz, "visibleTo" text[]
  )
  ON CONFLICT DO NOTHING`;

/** One batch at a time for a declaration: its row is held until the end of the transaction. */
const STAND = `
  INSERT INTO declaration_standing (declaration_id, amendment, ended)
  SELECT id, max(amendment), max(ended) FROM jsonb_to_recordset($1::jsonb) AS heard (id text, amendment text, ended text)
  GROUP BY id ORDER BY id
  ON CONFLICT (declaration_id) DO UPDATE
  SET amendment = greatest(declaration_standing.amendment, EXCLUDED.amendment), ended = coalesce(EXCLUDED.ended, declaration_standing.ended)`;

const SETTLE = `
  UPDATE resolution_use AS kept
  SET status = CASE WHEN kept.amendment < standing.amendment THEN 'superseded' ELSE coalesce(standing.ended, 'lodged') END
  FROM declaration_standing AS standing
  WHERE kept.declaration_id = standing.declaration_id AND standing.declaration_id = ANY ($1)`;

/** What rested on it in an earlier version of the record is past; whoever may see the record now sees that too. */
const FOLLOW = `
  UPDATE resolution_use AS kept
  SET status = CASE WHEN kept.status = 'inForce' AND kept.one_document_version < heard.version THEN 'past' ELSE kept.status END,
      visible_to = CASE WHEN kept.declaration_id IS NOT NULL THEN ARRAY(SELECT DISTINCT unnest(kept.visible_to || heard."visibleTo"))
        ELSE heard."visibleTo" END
  FROM (
    SELECT DISTINCT ON (id) id, version, "visibleTo"
    FROM jsonb_to_recordset($1::jsonb) AS heard (id text, version integer, "visibleTo" text[])
    ORDER BY id, version DESC
  ) AS heard
  WHERE kept.one_document_id = heard.id`;
