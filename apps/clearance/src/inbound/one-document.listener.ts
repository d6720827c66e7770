import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type OneDocumentChanged } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { KeepRecords } from './keep-records.service.js';

@Controller()
export class OneDocumentListener {
  constructor(private readonly records: KeepRecords) {}

  @Hears(topics.oneDocumentChanged)
  heard(@Payload() batch: Message[], @Ctx() context: BatchContext): Promise<void> {
    return this.records.keep(
      context.transaction,
      batch.map((message) => jsonOf<OneDocumentChanged>(message)),
    );
  }
}
