import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Outbox } from '#messaging';
import type { Declaration, OneDocument } from '#domain';
import type { Step } from '../answer-declaration/answer.js';
import { aeoOf } from '../keep-aeo-register/aeo-status.js';
import { AeoRegister } from '../keep-aeo-register/aeo-register.service.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import { buildDeclaration, type DeclarationHead } from './build-declaration.js';
import { stepMessage } from './declaration-step.js';

/** A declaration to be entered for a complete record. */
export interface NewDeclaration {
  readonly kept: KeptRecord;
  readonly status: 'drafted' | 'lodged';
  readonly head: Pick<DeclarationHead, 'type' | 'mode' | 'declarant' | 'principal' | 'customsOffice'>;
  /** By which a broker declares. */
  readonly mandateId?: string;
}

/** A declaration with the step it takes now; `sequence` counts its steps from 1. */
export interface TakenStep {
  readonly declaration: StoredDeclaration;
  readonly sequence: number;
  readonly step: Step;
  /** Of customs, that leaves the declaration where it is. */
  readonly isReceipt?: boolean;
}

/** Every declaration and every step, written with the event that tells of it. All by sets, inside the caller's transaction. */
@Injectable()
export class DeclarationRegister {
  constructor(
    private readonly aeo: AeoRegister,
    private readonly outbox: Outbox,
  ) {}

  /** Enters declarations, but none where one of the same record and type is alive, or is a draft of the same declarant. Gives back those it entered. */
  async enter(transaction: EntityManager, orders: readonly NewDeclaration[]): Promise<StoredDeclaration[]> {
    if (orders.length === 0) return [];
    const now = new Date();
    const declarations = await this.build(
      transaction,
      orders.map(({ kept, head }) => ({ record: kept.record, head: { ...head, declarationId: uuid() } })),
      now,
    );
    const rows = orders.map((order, index) => storedFrom(order, declarations[index] as Declaration, now));
    const entered = await insertNew(transaction, rows);
    await this.takeSteps(
      transaction,
      entered.map((declaration) => ({
        declaration,
        sequence: 1,
        step: { status: declaration.status, by: declaration.declarant, at: now.toISOString(), reasons: [] },
      })),
    );
    return entered;
  }

  /** Builds drafts again from the records they are for, which must be complete. Not a step: nothing is said. */
  async rebuild(
    transaction: EntityManager,
    drafts: readonly { readonly draft: StoredDeclaration; readonly record: OneDocument }[],
  ): Promise<Declaration[]> {
    if (drafts.length === 0) return [];
    const orders = drafts.map(({ draft, record }) => ({ record, head: headOf(draft.declaration) }));
    const declarations = await this.build(transaction, orders, new Date());
    await transaction.query(REBUILD, [JSON.stringify(declarations)]);
    return declarations;
  }

  /** What a declaration would say of this record, which must be complete. Nothing is written. */
  async proposed(transaction: EntityManager, declaration: Declaration, record: OneDocument): Promise<Declaration> {
    const [proposed] = await this.build(transaction, [{ record, head: headOf(declaration) }], new Date());
    return proposed as Declaration;
  }

  /** Puts a draft aside. */
  async withdraw(transaction: EntityManager, draft: StoredDeclaration, by: string): Promise<StoredDeclaration> {
    const change = { status: 'withdrawn', changedAt: new Date() } as const;
    await transaction.getRepository(StoredDeclaration).update({ id: draft.id }, change);
    const declaration = { ...draft, ...change };
    const step = { status: change.status, by, at: change.changedAt.toISOString(), reasons: [] };
    await this.takeSteps(transaction, [{ declaration, sequence: 2, step }]);
    return declaration;
  }

  /** Notes steps and says them. */
  async takeSteps(transaction: EntityManager, taken: readonly TakenStep[]): Promise<void> {
    if (taken.length === 0) return;
    const rows = taken.map(({ declaration, sequence, step }) => ({
      declarationId: declaration.id,
      sequence,
      statements: [],
      duties: [],
      findings: [],
      ...step,
    }));
    await transaction.query(TAKE_STEPS, [JSON.stringify(rows)]);
    await this.outbox.add(
      transaction,
      taken.map(({ declaration, step, isReceipt }) => stepMessage(declaration, step, isReceipt)),
    );
  }

  /** AEO statuses are looked up once for all. */
  private async build(transaction: EntityManager, orders: readonly BuildOrder[], at: Date): Promise<Declaration[]> {
    const codes = orders.flatMap(({ record }) => record.parties.flatMap((party) => party.codes));
    const knowledge = await this.aeo.knowledgeOf(transaction, codes, at);
    const lookedUp = { preparedAt: at.toISOString(), aeoAsOf: knowledge.day };
    return orders.map(({ record, head }) =>
      buildDeclaration(record, (party) => aeoOf(party.codes, knowledge), { ...head, ...lookedUp }),
    );
  }
}

interface BuildOrder {
  readonly record: OneDocument;
  readonly head: Omit<DeclarationHead, 'preparedAt' | 'aeoAsOf'>;
}

const headOf = ({
  declarationId,
  type,
  mode,
  declarant,
  principal,
  customsOffice,
}: Declaration): BuildOrder['head'] => ({
  declarationId,
  type,
  mode,
  declarant,
  ...(principal !== undefined && { principal }),
  ...(customsOffice !== undefined && { customsOffice }),
});

function storedFrom(
  { kept, status, head, mandateId }: NewDeclaration,
  declaration: Declaration,
  now: Date,
): StoredDeclaration {
  const { declarationId: id, type, mode, declarant, oneDocumentId, oneDocumentVersion, documentIds } = declaration;
  const lodgedAt = status === 'lodged' ? now : null;
  const { visibleTo } = kept;
  return {
    id,
    oneDocumentId,
    oneDocumentVersion,
    type,
    mode,
    status,
    declarant,
    principal: head.principal ?? null,
    mandateId: mandateId ?? null,
    documentIds: [...documentIds],
    visibleTo,
    declaration,
    outdated: false,
    customsNumber: null,
    lodgedAt,
    changedAt: now,
  };
}

/** `declarations_lodged_once` and `declarations_drafted_once` decide which of two that come together is the one. */
async function insertNew(transaction: EntityManager, rows: readonly StoredDeclaration[]): Promise<StoredDeclaration[]> {
  const entered: { id: string }[] = await transaction.query(ENTER, [JSON.stringify(rows)]);
  const inserted = new Set(entered.map(({ id }) => id));
  return rows.filter(({ id }) => inserted.has(id));
}

const ENTER = `
  INSERT INTO declarations (id, one_document_id, one_document_version, type, mode, status, declarant, principal, mandate_id, document_ids, visible_to,
    declaration, outdated, customs_number, lodged_at, changed_at)
  SELECT id, "oneDocumentId", "oneDocumentVersion", type, mode, status, declarant, principal, "mandateId", "documentIds", "visibleTo",
    declaration, outdated, "customsNumber", "lodgedAt", "changedAt"
  FROM jsonb_to_recordset($1::jsonb) AS entered (id text, "oneDocumentId" text, "oneDocumentVersion" integer, type text, mode text, status text,
    declarant text, principal text, "mandateId" text, "documentIds" text[], "visibleTo" text[], declaration jsonb, outdated boolean,
    "customsNumber" text, "lodgedAt" timestamptz, "changedAt" timestamptz)
  ON CONFLICT DO NOTHING
  RETURNING id`;

const TAKE_STEPS = `
  INSERT INTO declaration_steps (declaration_id, sequence, status, taken_by, at, reasons, reference, channel, statements, duties, findings)
  SELECT "declarationId", sequence, status, by, at, reasons, reference, channel, statements, duties, findings
  FROM jsonb_to_recordset($1::jsonb) AS taken ("declarationId" text, sequence integer, status text, by text, at text, reasons jsonb,
    reference text, channel jsonb, statements jsonb, duties jsonb, findings jsonb)`;

const REBUILD = `
  UPDATE declarations
  SET one_document_version = (built.declaration->>'oneDocumentVersion')::integer,
      document_ids = ARRAY(SELECT jsonb_array_elements_text(built.declaration->'documentIds')),
      declaration = built.declaration,
      changed_at = now()
  FROM jsonb_array_elements($1::jsonb) AS built (declaration)
  WHERE declarations.id = built.declaration->>'declarationId' AND declarations.status = 'drafted'`;
