import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type CrosswalkChanged } from '#contracts';
import { Hears, jsonOf, Outbox, type BatchContext, type Message } from '#messaging';
import { firstStep } from '../reexamine-goods/reexamination.js';
import { keepPart, takeInUse } from '../storage/crosswalk-tables.js';

/** Hears of tables of codes in their parts. With the last part a table is in use, and the open records are examined again. */
@Controller()
export class CrosswalkListener {
  constructor(private readonly outbox: Outbox) {}

  @Hears(topics.crosswalkChanged)
  async changed(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    for (const message of batch) {
      const table = jsonOf<CrosswalkChanged>(message);
      await keepPart(transaction, table);
      if (table.part < table.parts) continue;
      await takeInUse(transaction, table);
      await this.outbox.add(transaction, [await firstStep(transaction, table)]);
    }
  }
}
