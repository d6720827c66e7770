import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type GoodsReexamined } from '#contracts';
import { Hears, jsonOf, Outbox, type BatchContext, type Message } from '#messaging';
import { JoinDocumentsService } from '../join-documents/join-documents.service.js';
import { nextStep, recordsAfter } from '../reexamine-goods/reexamination.js';

/** Hears its own room say how far the re-examination after a change of tables is, and takes the next step of it. */
@Controller()
export class ReexaminationListener {
  constructor(
    private readonly joining: JoinDocumentsService,
    private readonly outbox: Outbox,
  ) {}

  @Hears(topics.goodsReexamined)
  async examined(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    for (const message of batch) {
      const done = jsonOf<GoodsReexamined>(message);
      if (done.after === null) continue;
      const ids = await recordsAfter(transaction, done.after);
      const changed = await this.joining.rename(transaction, ids, `${done.scheme} ${done.edition}`);
      await this.outbox.add(transaction, [nextStep(done, ids, changed)]);
    }
  }
}
