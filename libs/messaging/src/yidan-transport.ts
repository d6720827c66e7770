import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { BatchContext } from './batch.js';
import type { Consumer } from './consumer.js';
import type { Handler } from './inbox/delivery.js';
import type { Message } from './message.js';

/** Works as long as the room hears. */
export interface Companion {
  start(): void;
  stop(): Promise<void>;
}

/**
 * Nest's side of the bus: `@Hears(topic)` methods get whole batches (`@Payload() batch: Message[]`, `@Ctx() context:
 * BatchContext`) inside a transaction. What works beside the consumer (relay, retention) starts and ends with it. One handler a topic in a room.
 */
export class YidanTransport extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly consumer: Consumer,
    private readonly companions: readonly Companion[],
  ) {
    super();
  }

  override listen(callback: (error?: unknown) => void): void {
    this.start().then(
      () => callback(),
      (error: unknown) => callback(error),
    );
  }

  /** More than once is as good as once. */
  override close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.consumer.stop();
    for (const companion of this.companions) await companion.stop();
    this._status$.next('closed');
  }

  /** What this room hears. */
  get topics(): string[] {
    return [...this.messageHandlers.keys()];
  }

  /** The handler of a topic; undefined when this room does not hear it. */
  handlerOf(topic: string): Handler | undefined {
    const handler = this.messageHandlers.get(topic);
    return handler && ((messages, context) => invoke(handler, messages, context));
  }

  /** It has no events beside `status`. */
  override on(): void {}

  override unwrap<Unwrapped>(): Unwrapped {
    return this.consumer as Unwrapped;
  }

  private async start(): Promise<void> {
    const { topics } = this;
    const twice = topics.filter((topic) => this.messageHandlers.get(topic)?.next !== undefined);
    if (twice.length > 0) throw new Error(`One handler a topic: ${twice.join(', ')} has more.`);
    for (const companion of this.companions) companion.start();
    await this.consumer.start(new Map(topics.map((topic) => [topic, this.handlerOf(topic) as Handler])));
    this._status$.next('listening');
  }
}

/** Nest hands errors over as observables that fail; without `HandlerErrors` they are plain objects with a message. */
async function invoke(handler: MessageHandler, messages: readonly Message[], context: BatchContext): Promise<void> {
  try {
    const result: unknown = await handler(messages, context);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  } catch (error) {
    if (error instanceof Error) throw error;
    throw new Error(String((error as { message?: unknown } | null)?.message ?? error), { cause: error });
  }
}
