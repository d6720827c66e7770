import type { RoomDatabase } from '#database';
import { readBacklog, readUnpublished } from './backlog.js';
import type { Consumer } from './consumer.js';
import { Deliverer } from './inbox/delivery.js';
import { ParkingLot } from './inbox/parking-lot.js';
import { BRIEF, connectKafka, PATIENT } from './kafka/connection.js';
import { KafkaConsumer } from './kafka/kafka-consumer.js';
import { KafkaPublisher } from './kafka/kafka-publisher.js';
import { NO_OBSERVER } from './observer.js';
import type { MessagingOptions } from './options.js';
import type { Outbox } from './outbox.js';
import { Retention } from './outbox/retention.js';
import { TransactionalOutbox } from './outbox/transactional-outbox.js';
import { CHANNEL, PostgresConsumer } from './postgres/postgres-consumer.js';
import { Relay } from './relay/relay.js';
import type { BusVitals } from './vitals.js';
import { YidanTransport } from './yidan-transport.js';

const DEFAULT_BATCH = 200;
const DEFAULT_CHECK_LOG_MS = 60_000;
const DEFAULT_PAUSES_MS = [100, 300, 1_000, 2_000];

export interface Messaging {
  readonly outbox: Outbox;
  /**
   * For `connectBus`. Its `listen` starts everything; its `close` finishes the batches in hand, takes nothing new and publishes what is left. The
   * database is closed after it.
   */
  readonly strategy: YidanTransport;
  readonly parked: ParkingLot;
  readonly vitals: BusVitals;
  /** Absent when the options name none. */
  readonly retention?: Retention;
}

/** A room's bus on its database, opened by `openRoomDatabase`. Nothing starts before the strategy listens. */
export function openMessaging(database: RoomDatabase, options: MessagingOptions): Messaging {
  const { observer = NO_OBSERVER, batchSize = DEFAULT_BATCH, retryPausesMs = DEFAULT_PAUSES_MS } = options;
  const deliverer = new Deliverer(database, { batchSize, pausesMs: retryPausesMs, observer });
  const { consumer, relay } = transportOf(database, deliverer, options);
  const retention = options.retention && new Retention(database, options.retention, relay !== undefined);
  const strategy = new YidanTransport(consumer, [...(retention ? [retention] : []), ...(relay ? [relay] : [])]);
  const outbox = new TransactionalOutbox(database, {
    check: options.check ?? (() => undefined),
    traceparent: () => observer.traceparent(),
    committed: () => relay?.wake(),
    ...(relay === undefined && { notify: CHANNEL }),
  });
  return {
    outbox,
    strategy,
    parked: new ParkingLot(database, (topic) => strategy.handlerOf(topic)),
    vitals: vitalsOf(database, strategy, consumer, relay),
    ...(retention && { retention }),
  };
}

/** Through PostgreSQL the outbox itself is what others read, and nothing has to be relayed. */
function transportOf(
  database: RoomDatabase,
  deliverer: Deliverer,
  { room, transport, checkLogEveryMs = DEFAULT_CHECK_LOG_MS }: MessagingOptions,
): { consumer: Consumer; relay?: Relay } {
  if (transport.kind === 'postgres') return { consumer: new PostgresConsumer(database, deliverer) };
  return {
    consumer: new KafkaConsumer(connectKafka(transport, room, PATIENT), database, deliverer, { transport, room }),
    relay: new Relay(database, new KafkaPublisher(connectKafka(transport, room, BRIEF), transport), checkLogEveryMs),
  };
}

function vitalsOf(
  database: RoomDatabase,
  strategy: YidanTransport,
  consumer: Consumer,
  relay: Relay | undefined,
): BusVitals {
  const { dataSource } = database;
  return {
    consumerSeenAt: () => consumer.seenAt(),
    relaySeenAt: () => relay?.seenAt(),
    backlog: () => readBacklog(dataSource, strategy.topics),
    unpublished: async () => (relay ? readUnpublished(dataSource) : undefined),
    parked: async () => {
      const rows = await dataSource.query<{ state: string; count: string }[]>(
        'SELECT state, count(*) FROM parked GROUP BY state',
      );
      const countOf = (state: string): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { parked: countOf('parked'), waiting: countOf('waiting') };
    },
  };
}
