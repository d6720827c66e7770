import { Logger } from '@nestjs/common';
import type { RoomDatabase } from '#database';
import type { Consumer } from './consumer.js';
import { Deliverer } from './inbox/delivery.js';
import { ParkingLot } from './inbox/parking-lot.js';
import { BRIEF, connectKafka, PATIENT } from './kafka/connection.js';
import { KafkaConsumer } from './kafka/kafka-consumer.js';
import { KafkaPublisher } from './kafka/kafka-publisher.js';
import type { MessagingOptions } from './options.js';
import type { Outbox } from './outbox.js';
import { TransactionalOutbox } from './outbox/transactional-outbox.js';
import { PostgresConsumer } from './postgres/postgres-consumer.js';
import { PostgresPublisher } from './postgres/postgres-publisher.js';
import type { Publisher } from './relay/publisher.js';
import { Relay } from './relay/relay.js';
import { readVitals } from './read-vitals.js';
import type { BusVitals } from './vitals.js';
import { YidanTransport } from './yidan-transport.js';

const DEFAULT_BATCH = 200;

export interface Messaging {
  readonly outbox: Outbox;
  readonly relay: Relay;
  /** For `connectBus`. Its `listen` starts everything; its `close` is the one below. */
  readonly strategy: YidanTransport;
  readonly parked: ParkingLot;
  readonly vitals: BusVitals;
  /** Finishes the batches in hand, takes nothing new, publishes what is left. The database is closed after it. */
  close(): Promise<void>;
}

/** A room's bus on its database, opened by `openRoomDatabase`. Nothing starts before the strategy listens. */
export function openMessaging(database: RoomDatabase, options: MessagingOptions): Messaging {
  const deliverer = new Deliverer(database, options.retryPausesMs, options.observer);
  const { publisher, consumer } = transportOf(database, deliverer, options);
  const relay = new Relay(database, publisher);
  const strategy = new YidanTransport(consumer, relay);
  const outbox = new TransactionalOutbox(
    database,
    options.check ?? (() => undefined),
    () => relay.wake(),
    () => options.observer?.traceparent(),
  );
  const parked = new ParkingLot(database, (topic) => strategy.handlerOf(topic));
  const vitals: BusVitals = {
    ...readVitals(database, () => strategy.topics()),
    consumerSeenAt: () => consumer.seenAt(),
    relaySeenAt: () => relay.seenAt,
  };
  return { outbox, relay, strategy, parked, vitals, close: () => strategy.close() };
}

function transportOf(
  database: RoomDatabase,
  deliverer: Deliverer,
  options: MessagingOptions,
): { publisher: Publisher; consumer: Consumer } {
  const { room, transport, batchSize = DEFAULT_BATCH, onFatal = endProcess } = options;
  if (transport.kind === 'postgres') {
    return { publisher: new PostgresPublisher(), consumer: new PostgresConsumer(database, deliverer, batchSize) };
  }
  return {
    publisher: new KafkaPublisher(connectKafka(transport, room, BRIEF), transport, database),
    consumer: new KafkaConsumer(connectKafka(transport, room, PATIENT), deliverer, {
      transport,
      room,
      batchSize,
      onFatal,
    }),
  };
}

function endProcess(error: Error): void {
  new Logger('Messaging').fatal(error.stack ?? error.message);
  process.exit(1);
}
