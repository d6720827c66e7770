import { Injectable, Logger } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { DeclarationType } from '#domain';
import { DeclarationRegister, type NewDeclaration } from '../lodge-declaration/declaration-register.service.js';
import { KeptRecord } from '../storage/kept-record.entity.js';
import type { StandingInstruction } from '../storage/standing-instruction.entity.js';

/** One record and type, with the forwarders whose instructions ask for its declaration. */
interface Asked {
  readonly oneDocumentId: string;
  readonly type: DeclarationType;
  readonly parties: readonly string[];
  readonly action: StandingInstruction['action'];
}

/** Drafts or lodges, by itself and once, what forwarders want done with complete records. */
@Injectable()
export class CarryOutInstructions {
  private readonly logger = new Logger(CarryOutInstructions.name);

  constructor(private readonly register: DeclarationRegister) {}

  /** Looks at these records. Where two forwarders ask for the same declaration neither is chosen: one of them has to lodge it. */
  async carryOut(transaction: EntityManager, oneDocumentIds: readonly string[]): Promise<void> {
    if (oneDocumentIds.length === 0) return;
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
      ),
    );
  }

  private async ordersFor(transaction: EntityManager, asked: readonly Asked[]): Promise<NewDeclaration[]> {
    if (asked.length === 0) return [];
    const records = await transaction
      .getRepository(KeptRecord)
      .findBy({ oneDocumentId: In(asked.map(({ oneDocumentId }) => oneDocumentId)) });
    const recordById = new Map(records.map((kept) => [kept.oneDocumentId, kept]));
    return asked.map(({ oneDocumentId, type, parties, action }) => ({
      kept: recordById.get(oneDocumentId) as KeptRecord,
      status: action === 'lodge' ? 'lodged' : 'drafted',
      head: { type, mode: 'advance', declarant: parties[0] as string },
    }));
  }
}

const isContested = ({ parties }: Asked): boolean => parties.length > 1;

/**
 * "Once" also after a withdrawal or a rejection: what a person put aside or customs rejected is looked at by a person. Documents of a merged record count where they went.
 * OFFSET 0 keeps each look-up one in an index, a record at a time: joined by sets, all declarations ever made would be compared.
 */
const ASKED = `
  SELECT record.one_document_id AS "oneDocumentId", instruction.type, array_agg(instruction.party ORDER BY instruction.party) AS parties,
         min(instruction.action) AS action
  FROM records record
  JOIN standing_instructions instruction ON instruction.party = ANY (record.visible_to) AND instruction.type = ANY (record.ready_for)
  WHERE record.one_document_id = ANY ($1)
    AND NOT EXISTS (
      SELECT 1 FROM declarations made WHERE made.one_document_id = record.one_document_id AND made.type = instruction.type OFFSET 0)
    AND NOT EXISTS (
      SELECT 1 FROM declarations made
      WHERE made.document_ids && record.document_ids AND made.type = instruction.type AND made.status NOT IN ('drafted', 'withdrawn') OFFSET 0)
  GROUP BY record.one_document_id, instruction.type`;
