import { EventPattern } from '@nestjs/microservices';

/** A handler of topics: a method with `@Payload() batch: readonly Message[]` and `@Ctx() context: BatchContext`, of a Nest controller. */
export const Hears = (...topics: readonly string[]): MethodDecorator => EventPattern<readonly string[]>(topics);
