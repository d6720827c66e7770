import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import { jsonMessage, topics, type DocumentRejected } from '#contracts';
import {
  type BatchContext,
  type Decision,
  Hears,
  type Message,
  Outbox,
  type OutgoingMessage,
  ParkingLot,
} from '#messaging';
import { inTurns } from '#room';
import { checkDocument, type CheckedDocument, receivedOf } from '../check-document/check-document.js';
import { CheckedDocuments } from '../check-document/checked-documents.js';
import { PartnerProfiles } from '../check-document/partner-profiles.js';
import { cutInterchanges } from '../cut-interchange/cut-interchanges.js';
import { JoinDocumentsService } from '../join-documents/join-documents.service.js';
import { reported } from '../report-events/reported.js';
import { givenUp } from './given-up.js';

const RECEIVED = [topics.documentReceived, topics.messageCut];

/** Hears of received documents: reads and checks them, joins waybills and bills, tells the events of the others. */
@Controller()
export class DocumentListener {
  constructor(
    private readonly joining: JoinDocumentsService,
    private readonly outbox: Outbox,
    private readonly counted: CheckedDocuments,
    private readonly profiles: PartnerProfiles,
    parked: ParkingLot,
  ) {
    parked.whenGivenUp(RECEIVED, (transaction, message, decision) => this.giveUp(transaction, message, decision));
  }

  @Hears(...RECEIVED)
  async received(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const profiles = await this.profiles.current(transaction);
    const { whole, messages } = cutInterchanges(batch, profiles);
    await this.outbox.add(transaction, messages);
    const checked = await inTurns(whole, (message) => checkDocument(message, profiles));
    await this.joining.join(
      transaction,
      checked.flatMap(({ accepted }) => accepted ?? []),
    );
    await this.outbox.add(transaction, checked.flatMap(reported));
    await this.outbox.add(transaction, checked.filter(({ accepted, report }) => !accepted && !report).map(rejected));
    this.counted.count(transaction, checked);
  }

  private async giveUp(transaction: EntityManager, message: Message, { reason }: Decision): Promise<void> {
    const checked = { received: receivedOf(message), findings: [givenUp(reason)] };
    await this.outbox.add(transaction, [rejected(checked)]);
    this.counted.count(transaction, [checked]);
  }
}

function rejected({ received, format, findings, edifactProfileVersion }: CheckedDocument): OutgoingMessage {
  const { documentId, sender, receivedAt, interchange } = received;
  const payload: DocumentRejected = {
    documentId,
    sender,
    receivedAt,
    checkedAt: new Date().toISOString(),
    ...(format !== undefined && { format }),
    findings,
    ...(interchange && { interchange }),
    ...(edifactProfileVersion !== undefined && { edifactProfileVersion }),
  };
  return jsonMessage(topics.documentRejected, documentId, payload);
}
