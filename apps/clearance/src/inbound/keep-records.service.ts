import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { topics, type OneDocumentChanged } from '#contracts';
import { holdName } from '#database';
import { Outbox } from '#messaging';
import { STANDING } from '../answer-declaration/answer.js';
import { documentsOfGoods } from '../lodge-declaration/build-declaration.js';
import { DeclarationRegister } from '../lodge-declaration/declaration-register.service.js';
import { messageOf } from '../lodge-declaration/declaration-step.js';
import { readyFor } from '../lodge-declaration/missing-for.js';
import { movedAway } from '../read-declarations/outdated.js';
import { holdInstructions } from '../standing-instructions/hold-instructions.js';
import { CarryOutInstructions } from '../standing-instructions/carry-out-instructions.service.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { LATEST_RECORDS } from '../storage/held-record.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';

/** Keeps the latest version of every record, and does what follows from a new one. */
@Injectable()
export class KeepRecords {
  constructor(
    private readonly register: DeclarationRegister,
    private readonly instructions: CarryOutInstructions,
    private readonly outbox: Outbox,
  ) {}

  /** A whole batch by sets, in the batch's transaction. A version that comes after a later one is passed over. */
  async keep(transaction: EntityManager, heard: readonly OneDocumentChanged[]): Promise<void> {
    await holdInstructions(transaction);
    const changed = await upsert(transaction, newestOf(heard));
    if (changed.length === 0) return;
    await transaction.query(FOLLOW_VISIBILITY, [changed.map(({ oneDocumentId }) => oneDocumentId)]);
    await followMergers(transaction, changed);
    await this.followRecords(transaction, changed);
    await this.instructions.carryOut(
      transaction,
      changed.filter(({ readyFor: types }) => types.length > 0),
    );
  }

  /** Drafts are built again; of what stands with customs it is noted, and said once, that the record has moved away from it. */
  private async followRecords(transaction: EntityManager, changed: readonly KeptRecord[]): Promise<void> {
    const recordById = new Map(changed.map((kept) => [kept.oneDocumentId, kept]));
    const declarations = await transaction
      .getRepository(StoredDeclaration)
      .findBy({ oneDocumentId: In([...recordById.keys()]), status: In(['drafted', ...STANDING]) });
    const pairs = declarations.map((declaration) => ({
      declaration,
      kept: recordById.get(declaration.oneDocumentId) as KeptRecord,
    }));
    await this.rebuildDrafts(transaction, pairs);
    await this.noteOutdated(transaction, pairs);
  }

  /** A draft whose record is no longer complete stays as it was; it cannot be lodged until the record is complete again. */
  private async rebuildDrafts(transaction: EntityManager, pairs: readonly OfRecord[]): Promise<void> {
    const rebuilt = pairs
      .filter(({ declaration: { status, type }, kept }) => status === 'drafted' && kept.readyFor.includes(type))
      .map(({ declaration, kept }) => ({ draft: declaration, record: kept.record }));
    await this.register.rebuild(transaction, rebuilt);
  }

  private async noteOutdated(transaction: EntityManager, pairs: readonly OfRecord[]): Promise<void> {
    const turned = pairs
      .filter(
        ({ declaration: { status, declaration, outdated }, kept }) =>
          status !== 'drafted' && outdated !== movedAway(declaration, kept.record).length > 0,
      )
      .map(({ declaration }) => declaration);
    if (turned.length === 0) return;
    await transaction.query(TURN_OUTDATED, [turned.map(({ id }) => id)]);
    const at = new Date().toISOString();
    const told = turned
      .filter(({ outdated }) => !outdated)
      .map((declaration) =>
        messageOf(topics.declarationOutdated, declaration, { by: declaration.declarant, at, reasons: [] }),
      );
    await this.outbox.add(transaction, told);
  }
}

/** A declaration with its record as it is now. */
interface OfRecord {
  readonly declaration: StoredDeclaration;
  readonly kept: KeptRecord;
}

/** One record can change several times in a batch; only its last version counts. */
export function newestOf(heard: readonly OneDocumentChanged[]): KeptRecord[] {
  const newest = new Map<string, OneDocumentChanged>();
  for (const change of heard) {
    const { id, version } = change.oneDocument;
    if (version > (newest.get(id)?.oneDocument.version ?? 0)) newest.set(id, change);
  }
  return [...newest.values()].map(({ oneDocument, visibleTo, brokers = [] }) => ({
    oneDocumentId: oneDocument.id,
    version: oneDocument.version,
    state: oneDocument.state,
    visibleTo: [...visibleTo],
    brokers: [...brokers],
    readyFor: readyFor(oneDocument),
    documentIds: documentsOfGoods(oneDocument),
    record: oneDocument,
  }));
}

async function upsert(transaction: EntityManager, records: readonly KeptRecord[]): Promise<KeptRecord[]> {
  const rows: { id: string }[] = await transaction.query(UPSERT, [JSON.stringify(records)]);
  const changed = new Set(rows.map(({ id }) => id));
  return records.filter(({ oneDocumentId }) => changed.has(oneDocumentId));
}

/** Mandates go with a record into the one it was merged into. One batch at a time, so that of two mergers in a row none is missed. */
async function followMergers(transaction: EntityManager, changed: readonly KeptRecord[]): Promise<void> {
  const merged = changed.filter(({ state }) => state === 'merged').map(({ oneDocumentId }) => oneDocumentId);
  if (merged.length === 0) return;
  await holdName(transaction, 'clearance.mergers');
  await transaction.query(FOLLOW_MERGERS, [merged]);
}

const UPSERT = `
  INSERT INTO records (one_document_id, version, state, visible_to, brokers, ready_for, document_ids, record)
  SELECT "oneDocumentId", version, state, "visibleTo", brokers, "readyFor", "documentIds", record
  FROM jsonb_to_recordset($1::jsonb)
    AS heard ("oneDocumentId" text, version integer, state text, "visibleTo" text[], brokers text[], "readyFor" text[], "documentIds" text[], record jsonb)
  ON CONFLICT (one_document_id) DO UPDATE
  SET version = EXCLUDED.version, state = EXCLUDED.state, visible_to = EXCLUDED.visible_to, brokers = EXCLUDED.brokers,
      ready_for = EXCLUDED.ready_for, document_ids = EXCLUDED.document_ids, record = EXCLUDED.record
  WHERE records.version < EXCLUDED.version
  RETURNING one_document_id AS id`;

const TURN_OUTDATED = 'UPDATE declarations SET outdated = NOT outdated WHERE id = ANY ($1)';

const FOLLOW_VISIBILITY = `
  UPDATE declarations SET visible_to = records.visible_to
  FROM records
  WHERE records.one_document_id = ANY ($1) AND declarations.one_document_id = records.one_document_id
    AND declarations.visible_to <> records.visible_to`;

const FOLLOW_MERGERS = `
  UPDATE mandates SET one_document_id = latest.id FROM (${LATEST_RECORDS}) AS latest WHERE mandates.one_document_id = latest.given`;
