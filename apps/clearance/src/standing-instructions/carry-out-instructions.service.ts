import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclarationType } from '#domain';
import { holdThoseInForce, MandateRegister, type NewMandate } from '../give-mandate/mandate-register.service.js';
import { DeclarationRegister, type NewDeclaration } from '../lodge-declaration/declaration-register.service.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import type { StandingInstruction } from '../storage/standing-instruction.entity.js';

/** One record and type, with those whose instructions are for its declaration. */
interface Asked {
  readonly oneDocumentId: string;
  readonly type: DeclarationType;
  readonly parties: readonly string[];
  /** For how many forwarders they are. */
  readonly principals: number;
  /** Those that draft or lodge. */
  readonly orders: readonly Order[];
}

interface Order {
  readonly action: Exclude<StandingInstruction['action'], 'mandate'>;
  readonly declarant: string;
  readonly principal: string;
  /** By which a broker declares. */
  readonly mandateId: string | null;
}

/** Mandates, drafts or lodges, by itself and once, what forwarders and their brokers want done with complete records. */
@Injectable()
export class CarryOutInstructions {
  private readonly logger = new Logger(CarryOutInstructions.name);

  constructor(
    private readonly register: DeclarationRegister,
    private readonly mandates: MandateRegister,
  ) {}

  /** Looks at these records. Where the same declaration is asked for by two, or for two forwarders, neither is chosen: one of them has to lodge it. */
  async carryOut(transaction: EntityManager, records: readonly KeptRecord[]): Promise<void> {
    if (records.length === 0) return;
    const recordById = new Map(records.map((kept) => [kept.oneDocumentId, kept]));
    const oneDocumentIds = [...recordById.keys()];
    const mandates: NewMandate[] = await transaction.query(MANDATES_ASKED, [oneDocumentIds]);
    await this.mandates.give(transaction, mandates);
    const asked: Asked[] = await transaction.query(ASKED, [oneDocumentIds]);
    for (const { oneDocumentId, type, parties } of asked.filter(isContested)) {
      this.logger.warn(
        `Nothing ${type} was declared for ${oneDocumentId} by itself: ${parties.join(' and ')} have standing instructions for it.`,
      );
    }
    await this.register.enter(
      transaction,
      await this.ordersFor(
        transaction,
        asked.filter((one) => !isContested(one)),
        recordById,
      ),
    );
  }

  private async ordersFor(
    transaction: EntityManager,
    asked: readonly Asked[],
    recordById: ReadonlyMap<string, KeptRecord>,
  ): Promise<NewDeclaration[]> {
    const inForce = await holdThoseInForce(
      transaction,
      asked.flatMap(({ orders }) => orders.flatMap(({ mandateId }) => mandateId ?? [])),
    );
    return asked.flatMap(({ oneDocumentId, type, orders: [order] }) => {
      const { action, declarant, principal, mandateId } = order as Order;
      const kept = recordById.get(oneDocumentId) as KeptRecord;
      const status = action === 'lodge' ? 'lodged' : 'drafted';
      const head = { type, mode: 'advance', declarant } as const;
      if (mandateId === null) return [{ kept, status, head }];
      return inForce.has(mandateId) ? [{ kept, status, head: { ...head, principal }, mandateId }] : [];
    });
  }
}

const isContested = ({ principals, orders }: Asked): boolean => principals > 1 || orders.length > 1;

/**
 * "Once" also after a withdrawal or a rejection: what a person put aside or customs rejected is looked at by a person. Documents of a merged record count where they went.
 * OFFSET 0 keeps each look-up one in an index, a record at a time: joined by sets, all declarations ever made would be compared.
 */
const NOTHING_DECLARED = `
    NOT EXISTS (
      SELECT 1 FROM declarations made WHERE made.one_document_id = record.one_document_id AND made.type = instruction.type OFFSET 0)
    AND NOT EXISTS (
      SELECT 1 FROM declarations made
      WHERE made.document_ids && record.document_ids AND made.type = instruction.type AND made.status NOT IN ('drafted', 'withdrawn') OFFSET 0)`;

/** Of parties to the record, for what it is complete for. */
const OF_FORWARDERS = `
  FROM records record
  JOIN standing_instructions instruction ON instruction.role = 'forwarder' AND instruction.type = ANY (record.ready_for)
    AND instruction.party = ANY (record.visible_to) AND instruction.party <> ALL (record.brokers)
  WHERE record.one_document_id = ANY ($1) AND ${NOTHING_DECLARED}`;

/** Of brokers whom such a party gave a mandate. */
const OF_BROKERS = `
  FROM records record
  JOIN mandates mandate ON mandate.one_document_id = record.one_document_id AND mandate.revoked_at IS NULL
    AND mandate.principal = ANY (record.visible_to) AND mandate.principal <> ALL (record.brokers)
  JOIN standing_instructions instruction ON instruction.role = 'broker' AND instruction.type = ANY (record.ready_for)
    AND instruction.party = mandate.broker AND instruction.type = mandate.type
  WHERE record.one_document_id = ANY ($1) AND ${NOTHING_DECLARED}`;

/** Who gave any mandate for the declaration has looked at it, also who revoked it. */
const MANDATES_ASKED = `
  SELECT record.one_document_id AS "oneDocumentId", instruction.type, instruction.party AS principal, instruction.broker
  ${OF_FORWARDERS} AND instruction.action = 'mandate'
    AND NOT EXISTS (
      SELECT 1 FROM mandates given
      WHERE given.one_document_id = record.one_document_id AND given.type = instruction.type AND given.principal = instruction.party)`;

/** A forwarder who gives mandates asks for the declaration through its broker. */
const ASKED = `
  SELECT "oneDocumentId", type, array_agg(DISTINCT declarant ORDER BY declarant) AS parties, count(DISTINCT principal)::integer AS principals,
         jsonb_agg(jsonb_build_object('action', action, 'declarant', declarant, 'principal', principal, 'mandateId', "mandateId"))
           FILTER (WHERE action <> 'mandate') AS orders
  FROM (
    SELECT record.one_document_id AS "oneDocumentId", instruction.type, action, party AS declarant, party AS principal, NULL AS "mandateId"
    ${OF_FORWARDERS}
    UNION ALL
    SELECT record.one_document_id, instruction.type, action, party, mandate.principal, min(mandate.id)
    ${OF_BROKERS}
    GROUP BY record.one_document_id, instruction.type, action, party, mandate.principal
  ) AS asking
  GROUP BY "oneDocumentId", type HAVING bool_or(action <> 'mandate')`;
