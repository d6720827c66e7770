import { EventPattern } from '@nestjs/microservices';

/** A handler of a topic: a method with `@Payload() batch: readonly Message[]` and `@Ctx() context: BatchContext`, of a Nest controller. */
export const Hears = (topic: string): MethodDecorator => EventPattern<string>(topic);
