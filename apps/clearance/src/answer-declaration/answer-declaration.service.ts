import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { holdName, RoomDatabase } from '#database';
import { Refusal, type Finding } from '#domain';
import { DeclarationRegister } from '../lodge-declaration/declaration-register.service.js';
import { declarationNotFound } from '../lodge-declaration/refusals.js';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { lockDeclaration, stepsOf, viewOf } from '../read-declarations/stored-declarations.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { settlePending } from '../change-declaration/stored-requests.js';
import {
  isMove,
  isOwnAffair,
  isStanding,
  judge,
  STANDING,
  type CustomsAnswer,
  type DeclarationStatus,
  type Step,
  type Verdict,
} from './answer.js';
import { refuseTimeToCome, timeFindings } from './time-of-customs.js';

export interface Answered {
  /** The same was said before; nothing was done now. */
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
      return this.take(transaction, stored, answer, party);
    });
  }

  /** The same for a declaration that is held and lodged. */
  async take(
    transaction: EntityManager,
    stored: StoredDeclaration,
    answer: CustomsAnswer,
    party: string,
  ): Promise<Answered> {
    const steps = await stepsOf(transaction, stored.id);
    const verdict = judge(steps, answer);
    if (isRefused(verdict)) throw refusalOf(verdict, answer);
    const declaration = await change(transaction, stored, {
      ...newNumber(stored, answer),
      ...(verdict.kind === 'step' && { status: verdict.status }),
    });
    if (verdict.kind === 'repeat')
      return { repeated: declaration === stored, declaration: await viewOf(transaction, declaration) };
    refuseTimeToCome(answer.at);
    const findings = verdict.kind === 'step' ? timeFindings(answer.at, steps.findLast(isMove) as Step) : [];
    const step = stepFrom(answer, findings, declaration.status, party);
    if (!isStanding(step.status)) await settlePending(transaction, stored.id, step);
    const taken = { declaration, sequence: steps.length + 1, step };
    await this.register.takeSteps(transaction, [{ ...taken, isReceipt: verdict.kind === 'receipt' }]);
    return { repeated: false, declaration: await viewOf(transaction, declaration) };
  }
}

export const reasonsRequired = (): Refusal =>
  new Refusal('CLEARANCE.REASONS_REQUIRED', 'unprocessable', {
    en: 'A rejection or refusal needs at least one reason. Give code and text in reasons.',
    zh: '退单或不予批准须至少说明一项原因。请在 reasons 中填写 code 和 text。',
  });

type Change = Partial<Pick<StoredDeclaration, 'status' | 'customsNumber'>>;

async function change(
  transaction: EntityManager,
  stored: StoredDeclaration,
  changed: Change,
): Promise<StoredDeclaration> {
  if (Object.keys(changed).length === 0) return stored;
  if (changed.customsNumber) await refuseTaken(transaction, changed.customsNumber);
  const now = { ...changed, changedAt: new Date() };
  await transaction.getRepository(StoredDeclaration).update({ id: stored.id }, now);
  return { ...stored, ...now };
}

/** Customs' number of the declaration, told for the first time. A declaration has one. */
function newNumber({ customsNumber: known }: StoredDeclaration, { customsNumber }: CustomsAnswer): Change {
  if (customsNumber === undefined || customsNumber === known) return {};
  if (known !== null) throw numberDisagrees(known, customsNumber);
  return { customsNumber };
}

/** Customs may give the number of a declaration that it rejected or cancelled to the one that follows it. */
async function refuseTaken(transaction: EntityManager, customsNumber: string): Promise<void> {
  await holdName(transaction, `clearance/customs-number/${customsNumber}`);
  const holder = await transaction.getRepository(StoredDeclaration).findOneBy({ customsNumber, status: In(STANDING) });
  if (holder) throw numberTaken(customsNumber, holder.id);
}

const numberTaken = (customsNumber: string, declarationId: string): Refusal =>
  new Refusal(
    'CLEARANCE.CUSTOMS_NUMBER_TAKEN',
    'conflict',
    {
      en: `Another declaration, ${declarationId}, has customs' number ${customsNumber}. Check which of the two is meant, and send each its own number.`,
      zh: `另一份报关单 ${declarationId} 已有海关编号 ${customsNumber}。请核对所答复的是哪一份，并按各自的编号发送答复。`,
    },
    { declarationId },
  );

const numberDisagrees = (known: string, told: string): Refusal =>
  new Refusal(
    'CLEARANCE.CUSTOMS_NUMBER_DISAGREES',
    'conflict',
    {
      en: `The declaration has customs' number ${known}; ${told} is another. Check which declaration is meant, and send the answer under its number.`,
      zh: `该报关单的海关编号为 ${known}，与 ${told} 不同。请核对所答复的报关单，并按其编号发送答复。`,
    },
    { customsNumber: known },
  );

const stepFrom = (
  { reasons = [], at, reference, channel, statements = [], duties = [], findings = [] }: CustomsAnswer,
  ofItsTime: readonly Finding[],
  status: DeclarationStatus,
  by: string,
): Step => ({
  status,
  by,
  at: at ?? new Date().toISOString(),
  reasons,
  reference: reference ?? null,
  channel: channel ?? null,
  statements,
  duties,
  findings: [...findings, ...ofItsTime],
});

type Refused = Exclude<Verdict, { kind: 'step' | 'receipt' | 'repeat' }>;

const isRefused = (verdict: Verdict): verdict is Refused => !['step', 'receipt', 'repeat'].includes(verdict.kind);

function refusalOf(verdict: Refused, { response, channel, reference }: CustomsAnswer): Refusal {
  if (verdict.kind === 'reasonsRequired') return reasonsRequired();
  if (verdict.kind === 'referenceReused') {
    const { status, channel: code } = verdict;
    const message = {
      en: `The reference ${reference} already stands on a different response (${code ?? status}). Give this response its own reference.`,
      zh: `参考号 ${reference} 已用于另一答复（${code ?? status}）。请为本答复使用单独的参考号。`,
    };
    return new Refusal('CLEARANCE.REFERENCE_REUSED', 'conflict', message, {
      response: status,
      ...(code !== undefined && { channel: code }),
    });
  }
  const { status, allowed, heldAt } = verdict;
  const said = channel ? `${channel.code} (${response})` : response;
  const next = allowed.length > 0 ? `Allowed now: ${allowed.join(', ')}.` : 'No response can follow any more.';
  const nextZh = allowed.length > 0 ? `现可给出：${allowed.join('、')}。` : '已不能再给出任何答复。';
  const isHeld = heldAt !== undefined;
  const held = isHeld ? `It is held already, with the time ${heldAt}, and stays so: nothing need be sent. ` : '';
  const heldZh = isHeld ? `该答复已保存，时间为 ${heldAt}，不再更改，无需再次发送。` : '';
  return new Refusal(
    'CLEARANCE.ILLEGAL_STEP',
    'conflict',
    {
      en: `The declaration is ${status}; ${said} cannot follow. ${held}${next}`,
      zh: `报关单状态为 ${status}，不能给出 ${said}。${heldZh}${nextZh}`,
    },
    {
      declarationStatus: status,
      allowed,
      ...(isHeld && { heldAt }),
    },
  );
}
