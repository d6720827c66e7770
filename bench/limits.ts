import { openRoomDatabase, type RoomDatabase } from '#database';
import { busMigrations, openMessaging, type Messaging, type MessagingOptions } from '#messaging';
import { DocumentStore } from '../apps/gateway/src/receive-document/document-store.js';
import { readSubmission } from '../apps/gateway/src/receive-document/submission.js';
import { gateway } from '../apps/gateway/src/gateway.room.js';
import { pair } from './documents.js';
import { postAll } from './post-documents.js';
import { cpuMsByProgram, share } from './processor-time.js';
import { Servers } from './servers.js';

/** CPU milliseconds that one document costs in a step that does nothing else, by who uses them. */
export type StepCost = Readonly<Record<string, number>>;

const DOCUMENTS = 4_000;
const WARM_UP = 600;
const GROUP = 64;

/** The steps that need servers: HTTP alone, the insert alone, one hop over Kafka alone. */
export async function measureLimits(): Promise<Readonly<Record<'http' | 'insert' | 'hop', StepCost>>> {
  const servers = new Servers();
  try {
    const databaseUrl = await servers.postgres();
    const brokers = await servers.kafka();
    return {
      http: await http(servers),
      insert: await insert(databaseUrl),
      hop: await hop(databaseUrl, brokers),
    };
  } finally {
    await servers.end();
  }
}

/** A Nest and fastify server that takes the bytes and answers. */
async function http(servers: Servers): Promise<StepCost> {
  const server = await servers.program('server', 'bench/http-only.js', {});
  const post = (from: number, to: number) => postAll([server.url], { waybill: 'none', bill: 'none' }, { from, to });
  await post(0, WARM_UP / 2);
  const before = cpuMsByProgram({ servers: [server] });
  await post(0, DOCUMENTS / 2);
  const { server: spent = 0 } = share(before, cpuMsByProgram({ servers: [server] }), DOCUMENTS);
  return { server: spent };
}

/** The gateway's store: document, original and outbox row, in groups as they come under load. */
async function insert(databaseUrl: string): Promise<StepCost> {
  const database = await openRoomDatabase({
    url: databaseUrl,
    room: gateway.name,
    entities: gateway.entities,
    migrations: [...busMigrations, ...gateway.migrations],
  });
  const { outbox } = openMessaging(database, { room: gateway.name, transport: { kind: 'postgres' } });
  const store = new DocumentStore(database, outbox);
  const caller = { party: 'RAIL-YUGUI', role: 'rail' } as const;
  const keep = async (from: number, to: number): Promise<void> => {
    for (let at = from; at < to; at += GROUP)
      await store.keep(bodies(at, Math.min(at + GROUP, to)).map((body) => readSubmission(caller, {}, body)));
  };
  await keep(0, WARM_UP);
  const cost = await costOf(database, () => keep(WARM_UP, WARM_UP + DOCUMENTS));
  await database.close();
  return cost;
}

/** Documents that stand in an outbox go over Kafka to one room that does nothing with them. */
async function hop(databaseUrl: string, brokers: readonly string[]): Promise<StepCost> {
  const transport = { kind: 'kafka', brokers, topicPrefix: 'hop.' } as const;
  const open = async (room: string): Promise<{ database: RoomDatabase; messaging: Messaging }> => {
    const database = await openRoomDatabase({ url: databaseUrl, room, entities: [], migrations: busMigrations });
    return { database, messaging: openMessaging(database, { room, transport } satisfies MessagingOptions) };
  };
  const [sender, receiver] = [await open('hop_sender'), await open('hop_receiver')];
  let heard = 0;
  receiver.messaging.strategy.addHandler(
    TOPIC,
    async (batch: readonly unknown[]) => void (heard += batch.length),
    true,
  );
  await listen(receiver.messaging);
  await listen(sender.messaging);
  const say = async (from: number, to: number): Promise<void> => {
    for (let at = from; at < to; at += GROUP)
      await sender.database.asRoom((transaction) =>
        sender.messaging.outbox.add(transaction, bodies(at, Math.min(at + GROUP, to)).map(messageOf)),
      );
    while (heard < to) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await say(0, WARM_UP);
  const cost = await costOf(sender.database, () => say(WARM_UP, WARM_UP + DOCUMENTS));
  for (const { messaging, database } of [receiver, sender]) {
    await messaging.strategy.close();
    await database.close();
  }
  return cost;
}

const TOPIC = 'hop_sender.document.said.v1';

const messageOf = (data: Buffer, index: number) => ({
  type: TOPIC,
  key: String(index),
  contentType: 'application/octet-stream',
  data,
});

const listen = ({ strategy }: Messaging): Promise<void> =>
  new Promise((resolve, reject) => strategy.listen((error) => (error instanceof Error ? reject(error) : resolve())));

const bodies = (from: number, to: number): Buffer[] =>
  Array.from({ length: to - from }, (_, index) => {
    const { waybill, bill } = pair((from + index) >> 1);
    return (from + index) % 2 === 0 ? waybill : bill;
  });

/** What this process, PostgreSQL and the broker used for the work, a document. */
async function costOf({ dataSource }: RoomDatabase, work: () => Promise<void>): Promise<StepCost> {
  const [row] = await dataSource.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
  const programs = { servers: [], backend: row?.pid as number };
  const before = cpuMsByProgram(programs);
  await work();
  const { client = 0, postgres = 0, kafka = 0 } = share(before, cpuMsByProgram(programs), DOCUMENTS);
  return { room: client, postgres, kafka };
}
