import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type OneDocumentChanged } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { inTurns } from '#room';
import { KeepRecords } from './keep-records.service.js';

@Controller()
export class OneDocumentListener {
  constructor(private readonly records: KeepRecords) {}

  @Hears(topics.oneDocumentChanged)
  async heard(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await this.records.keep(transaction, await inTurns(batch, jsonOf<OneDocumentChanged>));
  }
}
