import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type DocumentAccepted } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { inTurns } from '#room';
import { keepMemberships, type Membership } from '../storage/memberships.js';
import { addSteps } from '../storage/steps.js';
import { documentSteps } from '../take-steps/document-steps.js';

@Controller()
export class DocumentListener {
  /** A document that was rejected is in no record, and so in nobody's timeline. */
  @Hears(topics.documentAccepted)
  async accepted(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const accepted = await inTurns(batch, jsonOf<DocumentAccepted>);
    await addSteps(
      transaction,
      batch.flatMap((message, index) => documentSteps(message, accepted[index] as DocumentAccepted)),
    );
    await keepMemberships(transaction, accepted.flatMap(membershipOf));
  }
}

/** None while the document is in no record: the cancellation of one that has not come. */
const membershipOf = ({ documentId, oneDocumentId }: DocumentAccepted): Membership[] =>
  oneDocumentId === null ? [] : [{ memberId: documentId, oneDocumentId, isDocument: true }];
