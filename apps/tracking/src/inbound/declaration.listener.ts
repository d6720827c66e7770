import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics } from '#contracts';
import { Hears, type BatchContext, type Message } from '#messaging';
import { keepNews, ofRecords } from '../storage/news.js';
import { keepLodgements } from '../storage/records.js';
import { addSteps } from '../storage/steps.js';
import { declarationStep } from '../take-steps/declaration-step.js';

@Controller()
export class DeclarationListener {
  /** Whichever of these is heard first: the declaration has been lodged. A draft is its declarant's own matter and not heard. */
  @Hears(
    topics.declarationLodged,
    topics.declarationAccepted,
    topics.declarationRejected,
    topics.declarationInspection,
    topics.declarationReleased,
    topics.declarationCancelled,
    topics.declarationNoted,
    topics.declarationOutdated,
    topics.amendmentRequested,
    topics.cancellationRequested,
    topics.requestRefused,
    topics.declarationAmended,
  )
  async lodgedOrAnswered(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const steps = batch.map(declarationStep);
    const known = await addSteps(transaction, steps);
    await keepLodgements(
      transaction,
      steps.map(({ subjectId }) => subjectId),
    );
    await keepNews(transaction, ofRecords(known));
  }
}
