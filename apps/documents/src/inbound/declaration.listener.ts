import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type DeclarationStep } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';

/** Hears that a record was declared, or took the place of the one that was: from then on customs may see it. */
@Controller()
export class DeclarationListener {
  @Hears(topics.declarationLodged, topics.declarationAmended)
  async lodged(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const ids = batch.map((message) => jsonOf<DeclarationStep>(message).oneDocumentId);
    await transaction.query(DECLARE, [ids]);
  }
}

/** The record, and the one it went into. One list of ids: an OR of two would be answered by reading all records. */
const DECLARE = `
  UPDATE one_documents SET declared = true
  WHERE NOT declared AND id IN (SELECT unnest(ARRAY[id, merged_into]) FROM one_documents WHERE id = ANY ($1))`;
