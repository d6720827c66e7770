import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { StandingInstruction } from '../storage/standing-instruction.entity.js';
import { CarryOutInstructions } from './carry-out-instructions.service.js';

/** How many records are declared at a time, so that a new instruction over many records needs little memory. */
const RECORDS_AT_A_TIME = 200;

export type Instruction = Pick<StandingInstruction, 'type' | 'mode' | 'action'>;

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
    return this.database.asViewer(viewer, (transaction) => viewOf(transaction, viewer.party));
  }

  /** These instead of all before; what they ask for is done for the records that are complete already. */
  async give(instructions: readonly Instruction[], { party }: Caller): Promise<InstructionsView> {
    return this.database.asRoom(async (transaction) => {
      await transaction
        .getRepository(StandingInstruction)
        .delete({ party, type: Not(In(instructions.map(({ type }) => type))) });
      for (const instruction of instructions)
        await transaction.query(GIVE, [party, instruction.type, instruction.mode, instruction.action]);
      const complete: { id: string }[] = await transaction.query(COMPLETE, [
        [party],
        instructions.map(({ type }) => type),
      ]);
      for (let from = 0; from < complete.length; from += RECORDS_AT_A_TIME) {
        await this.carryOut.carryOut(
          transaction,
          complete.slice(from, from + RECORDS_AT_A_TIME).map(({ id }) => id),
        );
      }
      return viewOf(transaction, party);
    });
  }
}

async function viewOf(transaction: EntityManager, party: string): Promise<InstructionsView> {
  const given = await transaction.getRepository(StandingInstruction).find({ where: { party }, order: { type: 'ASC' } });
  return {
    party,
    instructions: given.map(({ type, mode, action, givenAt }) => ({
      type,
      mode,
      action,
      givenAt: givenAt.toISOString(),
    })),
  };
}

/** The same again keeps its time. */
const GIVE = `
  INSERT INTO standing_instructions (party, type, mode, action, given_at) VALUES ($1, $2, $3, $4, now())
  ON CONFLICT (party, type) DO UPDATE SET mode = EXCLUDED.mode, action = EXCLUDED.action, given_at = EXCLUDED.given_at
  WHERE (standing_instructions.mode, standing_instructions.action) <> (EXCLUDED.mode, EXCLUDED.action)`;

/** Without those that something was declared for, which are almost all of a party that has long given instructions. */
const COMPLETE = `
  SELECT one_document_id AS id FROM records
  WHERE visible_to @> $1::text[] AND ready_for && $2::text[] AND EXISTS (
    SELECT FROM unnest($2::text[]) AS asked (type)
    WHERE asked.type = ANY (ready_for) AND NOT EXISTS (
      SELECT FROM declarations AS made WHERE made.one_document_id = records.one_document_id AND made.type = asked.type))
  ORDER BY one_document_id`;
