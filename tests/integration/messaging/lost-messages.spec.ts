import { randomBytes } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { MessagingOptions } from '#messaging';
import { type FreshDatabase, freshDatabase, kafkaBrokers } from '../../support/servers.js';
import { heardByKey, heardCount, message, openTestRoom, type TestRoom, TOPIC, until, writeDown } from './test-room.js';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('what Kafka loses, mixes up or brings twice', () => {
  let database: FreshDatabase;
  let transport: Extract<MessagingOptions['transport'], { kind: 'kafka' }>;
  let kafka: Kafka;
  let open: TestRoom[];

  beforeAll(() => kafkaBrokers());
  beforeEach(async () => {
    database = await freshDatabase();
    const brokers = await kafkaBrokers();
    transport = { kind: 'kafka', brokers, topicPrefix: `lost-${randomBytes(4).toString('hex')}.`, partitions: 3 };
    kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((room) => room.close()));
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
    const admin = kafka.admin();
    await admin.connect();
    for (const round of range(10)) {
      await say(sender, round * 10, 10);
      if (round === 4) await admin.deleteTopics({ topics: [transport.topicPrefix + TOPIC] });
    }
    await allHeard(receiver, 100);
    const onKafka = async (): Promise<number> => {
      const offsets = await admin.fetchTopicOffsets(transport.topicPrefix + TOPIC).catch(() => []);
      return offsets.reduce((sum, { high }) => sum + Number(high), 0);
    };
    // A broker deletes a topic some time after it has said so, maybe when all was published: what is said next shows the relay that the log is gone.
    await until(onKafka, (records) => records === 0 || records >= 300);
    await say(sender, 100, 1);
    await allHeard(receiver, 101);
    await until(onKafka, (records) => records >= 303);
    await admin.disconnect();
  });

  it('Kafka knows soon how far a room is, and at once when it is stopped', async () => {
    const receiver = await start('receiver', { act: writeDown });
    const sender = await start('sender');
    const admin = kafka.admin();
    await admin.connect();
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
    await admin.disconnect();
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
