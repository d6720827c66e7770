import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type DeclarationStep } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';

/** Hears that a record was declared: from then on customs may see it. */
@Controller()
export class DeclarationListener {
  @Hears(topics.declarationLodged)
  async lodged(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const ids = batch.map((message) => jsonOf<DeclarationStep>(message).oneDocumentId);
    await transaction.query(
      `UPDATE one_documents SET declared = true
       WHERE NOT declared AND (id = ANY ($1) OR id IN (SELECT merged_into FROM one_documents WHERE id = ANY ($1)))`,
      [ids],
    );
  }
}
