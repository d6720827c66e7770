import type { Kafka } from 'kafkajs';
import type { Deliverer } from '../inbox/delivery.js';
import { KafkaConsumer } from './kafka-consumer.js';

type Crash = (event: { payload: { restart: boolean; error: Error } }) => void;

/** Only what `start` and `stop` touch; a consumer that kafkajs has given up cannot be had from a real broker at will. */
function fakeKafka(onCrash: (listener: Crash) => void): Kafka {
  const nothing = async (): Promise<void> => undefined;
  const group = {
    events: { CRASH: 'crash' },
    on: (_: string, listener: Crash) => onCrash(listener),
    connect: nothing,
    subscribe: nothing,
    run: nothing,
    disconnect: nothing,
  };
  const admin = { connect: nothing, disconnect: nothing, listTopics: async () => ['a.b.v1'] };
  return { admin: () => admin, consumer: () => group } as unknown as Kafka;
}

describe('a Kafka consumer that has crashed', () => {
  let crash: Crash;
  let fatal: Error[];
  let consumer: KafkaConsumer;

  beforeEach(async () => {
    fatal = [];
    const options = {
      transport: { kind: 'kafka', brokers: [], topicPrefix: '' },
      room: 'documents',
      batchSize: 10,
    } as const;
    consumer = new KafkaConsumer(
      fakeKafka((listener) => (crash = listener)),
      {} as Deliverer,
      { ...options, onFatal: (error) => fatal.push(error) },
    );
    await consumer.start(new Map([['a.b.v1', async () => undefined]]));
  });

  it('and that kafkajs restarts is left to it', () => {
    crash({ payload: { restart: true, error: new Error('broker away') } });
    expect(fatal).toEqual([]);
  });

  it('and that kafkajs gives up is fatal: it would be silent for ever', () => {
    crash({ payload: { restart: false, error: new Error('not authorized') } });
    expect(fatal.map(({ message }) => message)).toEqual(['The Kafka consumer of documents has ended: not authorized']);
  });

  it('while it is being stopped is nobody’s concern', async () => {
    await consumer.stop();
    crash({ payload: { restart: false, error: new Error('closed') } });
    expect(fatal).toEqual([]);
  });
});
