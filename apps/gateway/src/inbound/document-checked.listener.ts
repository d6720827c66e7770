import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type DocumentAccepted, type DocumentRejected } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { keepMessages, lockInterchanges, settleInterchanges } from './keep-messages.js';
import { outcomesOf } from './outcomes.js';

/** Keeps what the documents room made of each document; a document that goes on into another record is not checked a second time. */
@Controller()
export class DocumentCheckedListener {
  @Hears(topics.documentAccepted)
  async accepted(@Payload() batch: Message[], @Ctx() context: BatchContext): Promise<void> {
    await keep(context, 'accepted', batch.map(jsonOf<DocumentAccepted>));
  }

  @Hears(topics.documentRejected)
  async rejected(@Payload() batch: Message[], @Ctx() context: BatchContext): Promise<void> {
    await keep(context, 'rejected', batch.map(jsonOf<DocumentRejected>));
  }
}

async function keep(
  { transaction }: BatchContext,
  status: 'accepted' | 'rejected',
  events: readonly (DocumentAccepted | DocumentRejected)[],
): Promise<void> {
  const interchanges = await lockInterchanges(transaction, events);
  if (interchanges.length > 0) await keepMessages(transaction, events);
  await transaction.query(
    `UPDATE documents
     SET status = $1, may_come_again = $1 = 'rejected', format = said.format, findings = said.findings, number = said.number, "references" = said."references",
         one_document_id = said."oneDocumentId", also_in = said."alsoIn", checked_at = COALESCE(checked_at, said."checkedAt"),
         edifact_profile_version = COALESCE(said."edifactProfileVersion", edifact_profile_version)
     FROM jsonb_to_recordset($2::jsonb) AS said (
       "documentId" uuid, format text, findings jsonb, number text, "references" jsonb, "oneDocumentId" uuid, "alsoIn" uuid[], "checkedAt" timestamptz, "edifactProfileVersion" integer
     )
     WHERE documents.document_id = said."documentId"`,
    [status, JSON.stringify(outcomesOf(events))],
  );
  if (interchanges.length > 0) await settleInterchanges(transaction, interchanges);
}
