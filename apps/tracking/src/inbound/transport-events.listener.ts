import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics } from '#contracts';
import { Hears, type BatchContext, type Message } from '#messaging';
import { keepEvents, keepWithdrawals } from '../storage/transport-events.js';
import { reportedEvents, withdrawalsOf } from '../take-events/reported-events.js';

/** Hears what ports, railways and carriers report. */
@Controller()
export class TransportEventsListener {
  @Hears(topics.transportEventsReported)
  async reported(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await keepEvents(transaction, batch.flatMap(reportedEvents));
    await keepWithdrawals(transaction, batch.flatMap(withdrawalsOf));
  }
}
