import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type DocumentAccepted } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { keepMemberships, type Membership } from '../storage/memberships.js';
import { addSteps } from '../storage/steps.js';
import { acceptedStep, receivedStep, rejectedStep } from '../take-steps/document-steps.js';

@Controller()
export class DocumentListener {
  @Hears(topics.documentReceived, topics.messageCut)
  async received(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await addSteps(transaction, batch.map(receivedStep));
  }

  @Hears(topics.documentAccepted)
  async accepted(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await addSteps(transaction, batch.map(acceptedStep));
    await keepMemberships(transaction, batch.flatMap(membershipOf));
  }

  @Hears(topics.documentRejected)
  async rejected(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    await addSteps(transaction, batch.map(rejectedStep));
  }
}

/** None while the document is in no record: the cancellation of one that has not come. */
function membershipOf(message: Message): Membership[] {
  const { documentId, oneDocumentId } = jsonOf<DocumentAccepted>(message);
  return oneDocumentId === null ? [] : [{ memberId: documentId, oneDocumentId, isDocument: true }];
}
