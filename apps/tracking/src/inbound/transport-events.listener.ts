import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics } from '#contracts';
import { Hears, type BatchContext, type Message } from '#messaging';
import { keepNews, recordsOfEvents } from '../storage/news.js';
import { keepEvents, keepWithdrawals } from '../storage/transport-events.js';
import { reportedEvents, withdrawalsOf } from '../take-events/reported-events.js';

/** Hears what ports, railways and carriers report. */
@Controller()
export class TransportEventsListener {
  @Hears(topics.transportEventsReported)
  async reported(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const told = await keepEvents(transaction, batch.flatMap(reportedEvents));
    const takenBack = await keepWithdrawals(transaction, batch.flatMap(withdrawalsOf));
    await keepNews(transaction, await recordsOfEvents(transaction, [...new Set([...told, ...takenBack])]));
  }
}
