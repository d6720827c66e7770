import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { topics, type Topic } from '#contracts';
import type { BatchContext, Message } from '#messaging';
import { keepLodgements } from '../storage/records.js';
import { addSteps } from '../storage/steps.js';
import { declarationStep } from '../take-steps/declaration-step.js';

@Controller()
export class DeclarationListener {
  @EventPattern<Topic>(topics.declarationDrafted)
  async drafted(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await addSteps(transaction, batch.map(declarationStep));
  }

  /** Whichever of these is heard first: the declaration has been lodged. */
  @EventPattern([
    topics.declarationLodged,
    topics.declarationAccepted,
    topics.declarationRejected,
    topics.declarationInspection,
    topics.declarationReleased,
  ])
  async lodgedOrAnswered(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const steps = batch.map(declarationStep);
    await addSteps(transaction, steps);
    await keepLodgements(
      transaction,
      steps.map(({ subjectId }) => subjectId),
    );
  }
}
