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
import { isOwnAffair, judge, type CustomsAnswer, type DeclarationStatus, type Step, type Verdict } from './answer.js';

export interface Answered {
  /** The same answer was given before; nothing was done now. */
  readonly repeated: boolean;
  readonly declaration: DeclarationView;
}

@Injectable()
export class AnswerDeclaration {
  constructor(
    private readonly database: RoomDatabase,
    private readonly register: DeclarationRegister,
  ) {}

  /** Takes customs' answer, if it may follow now. */
  async answer(id: string, answer: CustomsAnswer, { party }: Caller): Promise<Answered> {
    return this.database.asRoom(async (transaction) => {
      const stored = await lockDeclaration(transaction, id);
      if (stored === null || isOwnAffair(stored.status)) throw declarationNotFound();
      const steps = await stepsOf(transaction, id);
      const verdict = judge(steps, answer);
      if (verdict.kind === 'repeat') return { repeated: true, declaration: await viewOf(transaction, stored) };
      if (verdict.kind !== 'step' && verdict.kind !== 'receipt') throw refusalOf(verdict, answer);
      const declaration = verdict.kind === 'step' ? await moveTo(transaction, stored, verdict.status) : stored;
      const taken = { declaration, sequence: steps.length + 1, step: stepFrom(answer, declaration.status, party) };
      await this.register.takeSteps(transaction, [{ ...taken, isReceipt: verdict.kind === 'receipt' }]);
      return { repeated: false, declaration: await viewOf(transaction, declaration) };
    });
  }
}

async function moveTo(
  transaction: EntityManager,
  stored: StoredDeclaration,
  status: DeclarationStatus,
): Promise<StoredDeclaration> {
  const change = { status, changedAt: new Date() };
  await transaction.getRepository(StoredDeclaration).update({ id: stored.id }, change);
  return { ...stored, ...change };
}

const stepFrom = (
  { reasons = [], at, reference, channel }: CustomsAnswer,
  status: DeclarationStatus,
  by: string,
): Step => ({
  status,
  by,
  at: at ?? new Date().toISOString(),
  reasons,
  reference: reference ?? null,
  channel: channel ?? null,
});

function refusalOf(
  verdict: Exclude<Verdict, { kind: 'step' | 'receipt' | 'repeat' }>,
  { response, channel, reference }: CustomsAnswer,
): Refusal {
  if (verdict.kind === 'reasonsRequired') {
    return new Refusal(
      'CLEARANCE.REASONS_REQUIRED',
      'unprocessable',
      'A rejection needs at least one reason. Give code and text in reasons.',
    );
  }
  if (verdict.kind === 'referenceReused') {
    const { status, channel: code } = verdict;
    const message = `The reference ${reference} already stands on a different response (${code ?? status}). Give this response its own reference.`;
    return new Refusal('CLEARANCE.REFERENCE_REUSED', 'conflict', message, {
      response: status,
      ...(code !== undefined && { channel: code }),
    });
  }
  const { status, allowed } = verdict;
  const said = channel ? `${channel.code} (${response})` : response;
  const next = allowed.length > 0 ? `Allowed now: ${allowed.join(', ')}.` : 'No response can follow any more.';
  return new Refusal(
    'CLEARANCE.ILLEGAL_STEP',
    'conflict',
    `The declaration is ${status}; ${said} cannot follow. ${next}`,
    {
      declarationStatus: status,
      allowed,
    },
  );
}
