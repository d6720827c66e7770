import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { ownMandate } from '../give-mandate/mandate-refusals.js';
import { KeptRecord } from '../storage/kept-record.entity.js';
import { StandingInstruction } from '../storage/standing-instruction.entity.js';
import { CarryOutInstructions } from './carry-out-instructions.service.js';

/** How many records are declared at a time, so that a new instruction over many records needs little memory. */
const RECORDS_AT_A_TIME = 200;

export type Instruction = Pick<StandingInstruction, 'type' | 'mode' | 'action'> & { readonly broker?: string };

export interface InstructionsView {
  readonly party: string;
  readonly instructions: readonly (Instruction & { readonly givenAt: string })[];
}

@Injectable()
export class StandingInstructions {
  constructor(
    private readonly database: RoomDatabase,
    private readonly carryOut: CarryOutInstructions,
  ) {}

  async read(viewer: Caller): Promise<InstructionsView> {
    return this.database.asViewer(viewer, (transaction) => viewOf(transaction, viewer));
  }

  /** These instead of all before; what they ask for is done for the records that are complete already. */
  async give(instructions: readonly Instruction[], caller: Caller): Promise<InstructionsView> {
    const { party } = caller;
    const role = roleOf(caller);
    if (instructions.some(({ broker }) => broker === party)) throw ownMandate();
    return this.database.asRoom(async (transaction) => {
      await transaction
        .getRepository(StandingInstruction)
        .delete({ party, role, type: Not(In(instructions.map(({ type }) => type))) });
      for (const { type, mode, action, broker = null } of instructions)
        await transaction.query(GIVE, [party, role, type, mode, action, broker]);
      const complete: { id: string }[] = await transaction.query(COMPLETE, [
        [party],
        instructions.map(({ type }) => type),
      ]);
      for (let from = 0; from < complete.length; from += RECORDS_AT_A_TIME) {
        const ids = complete.slice(from, from + RECORDS_AT_A_TIME).map(({ id }) => id);
        const records = await transaction.getRepository(KeptRecord).findBy({ oneDocumentId: In(ids) });
        await this.carryOut.carryOut(transaction, records);
      }
      return viewOf(transaction, caller);
    });
  }
}

const roleOf = ({ role }: Caller): StandingInstruction['role'] => (role === 'broker' ? role : 'forwarder');

async function viewOf(transaction: EntityManager, caller: Caller): Promise<InstructionsView> {
  const { party } = caller;
  const given = await transaction
    .getRepository(StandingInstruction)
    .find({ where: { party, role: roleOf(caller) }, order: { type: 'ASC' } });
  return {
    party,
    instructions: given.map(({ type, mode, action, broker, givenAt }) => ({
      type,
      mode,
      action,
      ...(broker !== null && { broker }),
      givenAt: givenAt.toISOString(),
    })),
  };
}

/** The same again keeps its time. */
const GIVE = `
  INSERT INTO standing_instructions AS standing (party, role, type, mode, action, broker, given_at) VALUES ($1, $2, $3, $4, $5, $6, now())
  ON CONFLICT (party, role, type) DO UPDATE
  SET mode = EXCLUDED.mode, action = EXCLUDED.action, broker = EXCLUDED.broker, given_at = EXCLUDED.given_at
  WHERE (standing.mode, standing.action, standing.broker) IS DISTINCT FROM (EXCLUDED.mode, EXCLUDED.action, EXCLUDED.broker)`;

/** Without those that something was declared for, which are almost all of a party that has long given instructions. */
const COMPLETE = `
  SELECT one_document_id AS id FROM records
  WHERE visible_to @> $1::text[] AND ready_for && $2::text[] AND EXISTS (
    SELECT FROM unnest($2::text[]) AS asked (type)
    WHERE asked.type = ANY (ready_for) AND NOT EXISTS (
      SELECT FROM declarations AS made WHERE made.one_document_id = records.one_document_id AND made.type = asked.type))
  ORDER BY one_document_id`;
