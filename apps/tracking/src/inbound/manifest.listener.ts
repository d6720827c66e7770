import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics } from '#contracts';
import { Hears, type BatchContext, type Message } from '#messaging';
import { keepNews, ofRecords } from '../storage/news.js';
import { addSteps } from '../storage/steps.js';
import { manifestStep } from '../take-steps/manifest-step.js';

@Controller()
export class ManifestListener {
  @Hears(topics.manifestSent, topics.manifestAnswered)
  async sentOrAnswered(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await keepNews(transaction, ofRecords(await addSteps(transaction, batch.map(manifestStep))));
  }
}
