import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { DeclarationRegister } from '../lodge-declaration/declaration-register.service.js';
import { declarationNotFound } from '../lodge-declaration/refusals.js';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { lockDeclaration, stepsOf, viewOf } from '../read-declarations/stored-declarations.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { isOwnAffair, judge, type CustomsResponse, type Step, type Verdict } from './answer.js';

export interface Answered {
  /** The same response was given before; nothing was done now. */
  readonly repeated: boolean;
  readonly declaration: DeclarationView;
}

@Injectable()
export class AnswerDeclaration {
  constructor(
    private readonly database: RoomDatabase,
    private readonly register: DeclarationRegister,
  ) {}

  /** Takes customs' response, if it may follow now. */
  async answer(id: string, response: CustomsResponse, { party }: Caller): Promise<Answered> {
    return this.database.asRoom(async (transaction) => {
      const stored = await lockDeclaration(transaction, id);
      if (stored === null || isOwnAffair(stored.status)) throw declarationNotFound();
      const steps = await stepsOf(transaction, id);
      const verdict = judge(steps, response);
      if (verdict.kind === 'repeat') return { repeated: true, declaration: await viewOf(transaction, stored) };
      if (verdict.kind !== 'step') throw refusalOf(verdict, response);
      const answered = await this.takeStep(transaction, stored, steps.length + 1, stepFrom(response, party));
      return { repeated: false, declaration: await viewOf(transaction, answered) };
    });
  }

  private async takeStep(
    transaction: EntityManager,
    stored: StoredDeclaration,
    sequence: number,
    step: Step,
  ): Promise<StoredDeclaration> {
    const change = { status: step.status, changedAt: new Date() };
    await transaction.getRepository(StoredDeclaration).update({ id: stored.id }, change);
    const declaration = { ...stored, ...change };
    await this.register.takeSteps(transaction, [{ declaration, sequence, step }]);
    return declaration;
  }
}

const stepFrom = ({ response, reasons = [], at, reference }: CustomsResponse, by: string): Step => ({
  status: response,
  by,
  at: at ?? new Date().toISOString(),
  reasons,
  reference: reference ?? null,
});

function refusalOf(
  verdict: Exclude<Verdict, { kind: 'step' | 'repeat' }>,
  { response, reference }: CustomsResponse,
): Refusal {
  if (verdict.kind === 'reasonsRequired') {
    return new Refusal(
      'CLEARANCE.REASONS_REQUIRED',
      'unprocessable',
      'A rejection needs at least one reason. Give code and text in reasons.',
    );
  }
  if (verdict.kind === 'referenceReused') {
    const message = `The reference ${reference} already stands on a different response (${verdict.status}). Give this response its own reference.`;
    return new Refusal('CLEARANCE.REFERENCE_REUSED', 'conflict', message, { response: verdict.status });
  }
  const { status, allowed } = verdict;
  const next = allowed.length > 0 ? `Allowed now: ${allowed.join(', ')}.` : 'No response can follow any more.';
  return new Refusal(
    'CLEARANCE.ILLEGAL_STEP',
    'conflict',
    `The declaration is ${status}; ${response} cannot follow. ${next}`,
    { declarationStatus: status, allowed },
  );
}
