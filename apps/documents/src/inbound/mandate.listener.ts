import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type MandateStep } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { JoinDocumentsService, type HeardMandate } from '../join-documents/join-documents.service.js';

/** Hears that a broker may declare a record, or may no longer: as long as it may, it sees the record. */
@Controller()
export class MandateListener {
  constructor(private readonly joining: JoinDocumentsService) {}

  @Hears(topics.mandateGiven, topics.mandateRevoked)
  async heard(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await this.joining.mandate(transaction, batch.map(heardMandate));
  }
}

function heardMandate(message: Message): HeardMandate {
  const { mandateId, oneDocumentId, principal, broker } = jsonOf<MandateStep>(message);
  const revoked = message.type === topics.mandateRevoked;
  return { oneDocumentId, mandate: { id: mandateId, principal, broker, revoked } };
}
