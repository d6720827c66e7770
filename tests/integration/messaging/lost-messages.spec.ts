import { randomBytes } from 'node:crypto';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import type { MessagingOptions } from '#messaging';
import { type FreshDatabase, freshDatabase, kafkaBrokers } from '../../support/servers.js';
import { TcpProxy } from '../../resilience/tcp-proxy.js';
import { heardByKey, heardCount, message, openTestRoom, type TestRoom, TOPIC, until, writeDown } from './test-room.js';

const sumOf = (partitions: readonly { readonly high: string }[]): number =>
  partitions.reduce((sum, { high }) => sum + Number(high), 0);
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('what Kafka loses, mixes up or brings twice', () => {
  let database: FreshDatabase;
  let transport: Extract<MessagingOptions['transport'], { kind: 'kafka' }>;
  let kafka: Kafka;
  let admin: Admin;
  let open: TestRoom[];

  beforeAll(() => kafkaBrokers());
  beforeEach(async () => {
    database = await freshDatabase();
    const brokers = await kafkaBrokers();
    transport = { kind: 'kafka', brokers, topicPrefix: `lost-${randomBytes(4).toString('hex')}.`, partitions: 3 };
    kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
    admin = kafka.admin();
    await admin.connect();
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((room) => room.close()));
    await admin.disconnect();
    await database.drop();
  });

  const start = async (room: string, options: Partial<Parameters<typeof openTestRoom>[0]> = {}): Promise<TestRoom> => {
    const opened = await openTestRoom({ url: database.url, room, transport, ...options });
    open.push(opened);
    return opened;
  };
  const query = <Row>({ database: { dataSource } }: TestRoom, sql: string): Promise<Row[]> => dataSource.query(sql);
  const say = (sender: TestRoom, from: number, count: number) =>
    sender.say(...range(count).flatMap((step) => ['a', 'b', 'c'].map((key) => message(key, `${from + step}`))));
  const recordsOn = async (): Promise<number> => {
    return sumOf(await admin.fetchTopicOffsets(transport.topicPrefix + TOPIC).catch(() => []));
  };
  /** The topic is there again, as a room that hears it makes it, with nothing in it. */
  const emptyTopic = async (): Promise<void> => {
    const topic = transport.topicPrefix + TOPIC;
    await admin.deleteTopics({ topics: [topic] });
    await until(
      async () => (await admin.listTopics()).includes(topic),
      (isThere) => !isThere,
    );
    await admin.createTopics({ topics: [{ topic, numPartitions: transport.partitions ?? 1 }] });
  };
  const allHeard = async (receiver: TestRoom, count: number): Promise<void> => {
    await until(
      () => heardCount(receiver),
      (heard) => heard >= count * 3,
    );
    const inOrder = range(count).map(String);
    expect(await heardByKey(receiver)).toEqual({ a: inOrder, b: inOrder, c: inOrder });
  };

  it('twice is handled once', async () => {
    const receiver = await start('receiver', { act: writeDown });
    const sender = await start('sender');
    await say(sender, 0, 20);
    await allHeard(receiver, 20);
    await query(sender, 'UPDATE published SET number = 0, log_end = 0');
    await say(sender, 20, 1);
    await allHeard(receiver, 21);
  });

  it('a gap is read from the outbox before what comes after it', async () => {
    const receiver = await start('receiver', { act: writeDown });
    const sender = await start('sender', { starts: false });
    await say(sender, 0, 5);
    await query(sender, 'INSERT INTO published (topic, lane, number) SELECT topic, lane, last FROM lanes');
    await say(sender, 5, 5);
    await start('sender');
    await allHeard(receiver, 10);
  });

  it('the last ones, with nothing after them, are found when nothing moves', async () => {
    const receiver = await start('receiver', { act: writeDown });
    const sender = await start('sender', { starts: false });
    await say(sender, 0, 5);
    await query(sender, 'INSERT INTO published (topic, lane, number) SELECT topic, lane, last FROM lanes');
    await start('sender');
    await allHeard(receiver, 5);
  });

  it('all topics deleted while rooms work: everything is handled once, in order, and published again', async () => {
    const receiver = await start('receiver', { act: writeDown });
    const sender = await start('sender');
    for (const round of range(10)) {
      await say(sender, round * 10, 10);
      if (round === 4) await admin.deleteTopics({ topics: [transport.topicPrefix + TOPIC] });
    }
    await allHeard(receiver, 100);
    // A broker deletes a topic some time after it has said so, maybe when all was published: what is said next shows the relay that the log is gone.
    await until(recordsOn, (records) => records === 0 || records >= 300);
    await say(sender, 100, 1);
    await allHeard(receiver, 101);
    await until(recordsOn, (records) => records >= 303);
  });

  it('what was said is published again though nobody says anything', async () => {
    const topic = transport.topicPrefix + TOPIC;
    await admin.createTopics({ topics: [{ topic, numPartitions: 4 }] });
    const sender = await start('sender', { checkLogEveryMs: 500 });
    await say(sender, 0, 10);
    await until(recordsOn, (records) => records === 30);
    await admin.deleteTopics({ topics: [topic] });
    // The new one is made by the room: it has three partitions.
    await until(
      () => admin.fetchTopicOffsets(topic).catch(() => []),
      (partitions) => partitions.length === 3 && sumOf(partitions) >= 30,
    );
  });

  it('an instance that looks while another publishes takes nothing for lost', async () => {
    const first = await start('sender', { checkLogEveryMs: 1 });
    const second = await start('sender', { checkLogEveryMs: 1 });
    for (const step of range(50)) await say(step % 2 === 0 ? first : second, step, 1);
    await until(recordsOn, (records) => records >= 150);
    expect(await recordsOn()).toBe(150);
  });

  it('whoever speaks first after the loss, what the others said is published again too', async () => {
    transport = { ...transport, partitions: 1 };
    const sender = await start('sender');
    await sender.say(message('a', '0'));
    await until(recordsOn, (records) => records === 1);
    await sender.say(message('b', '0'));
    await until(recordsOn, (records) => records === 2);
    await emptyTopic();
    await sender.say(message('b', '1'));
    // That one as it comes, then all three.
    await until(recordsOn, (records) => records >= 4);
  });

  it('Kafka knows soon how far a room is, and at once when it is stopped', async () => {
    const receiver = await start('receiver', { act: writeDown });
    const sender = await start('sender');
    const committed = async (): Promise<number> => {
      const [of] = await admin.fetchOffsets({
        groupId: `${transport.topicPrefix}receiver`,
        topics: [transport.topicPrefix + TOPIC],
      });
      return (of?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
    };
    await say(sender, 0, 20);
    await allHeard(receiver, 20);
    await until(committed, (count) => count === 60);
    await say(sender, 20, 20);
    await allHeard(receiver, 40);
    open = open.filter((room) => room !== receiver);
    await receiver.close();
    expect(await committed()).toBe(120);
  });

  it('a room that still waits for Kafka does not wait when it ends', async () => {
    const [broker = ''] = transport.brokers;
    const network = await TcpProxy.open(() => Number(broker.split(':')[1]));
    network.become('cut');
    transport = { ...transport, brokers: [`127.0.0.1:${network.port}`] };
    const receiver = await start('receiver', { act: writeDown });
    open = [];
    const told = performance.now();
    await receiver.close();
    expect(performance.now() - told).toBeLessThan(10_000);
    // kafkajs goes on trying to connect, and cannot be told to end: it ends when it has.
    network.become('well');
    await until(
      () => admin.listTopics(),
      (topics) => topics.includes(transport.topicPrefix + TOPIC),
    );
    network.close();
  });

  it('what another program wrote on our topic is parked, and holds nothing up', async () => {
    const receiver = await start('receiver', { act: writeDown });
    const sender = await start('sender');
    await say(sender, 0, 1);
    await allHeard(receiver, 1);
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic: transport.topicPrefix + TOPIC, messages: [{ key: 'a', value: 'not ours' }] });
    await producer.disconnect();
    const [parked] = await until(
      () => receiver.parked.list(),
      ({ length }) => length === 1,
    );
    expect(parked).toMatchObject({ key: 'a', error: expect.stringContaining('without the envelope') });
    await say(sender, 1, 1);
    await until(
      () => heardCount(receiver),
      (count) => count >= 5,
    );
  });
});
