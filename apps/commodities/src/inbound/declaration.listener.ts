import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type DeclarationStep } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { keepUsesOfDeclarations } from '../show-uses/keep-uses.js';

/** Keeps which lodged declarations rest on what people settled. */
@Controller()
export class DeclarationListener {
  @Hears(topics.declarationLodged, topics.declarationAmended)
  lodged(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    return keepUsesOfDeclarations(
      transaction,
      batch.map((message) => jsonOf<DeclarationStep>(message)),
    );
  }
}
