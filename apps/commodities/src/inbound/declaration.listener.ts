import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type DeclarationStep } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { keepUsesOfDeclarations } from '../show-uses/keep-uses.js';

/** Keeps which declarations rest on what people settled, and what became of them. */
@Controller()
export class DeclarationListener {
  @Hears(topics.declarationLodged, topics.declarationAmended, topics.declarationRejected, topics.declarationCancelled)
  heard(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    return keepUsesOfDeclarations(
      transaction,
      batch.map((message) => jsonOf<DeclarationStep>(message)),
    );
  }
}
