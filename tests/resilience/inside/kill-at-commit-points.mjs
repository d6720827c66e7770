// Loaded into a room's process under test (NODE_OPTIONS=--import): it kills itself where its work is committed, when there is a permit for
// that point in the directory RESILIENCE_PERMITS. Who dies writes it down first; of two instances the one that takes the permit dies.
import { appendFileSync, existsSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import pg from 'pg';

const directory = process.env.RESILIENCE_PERMITS;
/** …/apps/<room>/src/main.js */
const room = basename(dirname(dirname(process.argv[1] ?? '/')));

const permitFor = (point) => join(directory, `${room}.${point}`);

function dieAt(point) {
  if (!existsSync(permitFor(point))) return;
  try {
    unlinkSync(permitFor(point));
  } catch {
    return;
  }
  appendFileSync(join(directory, 'deaths'), `${room}.${point}\n`);
  process.kill(process.pid, 'SIGKILL');
}

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...words) {
  const [statement] = words;
  if (!/\bCOMMIT\s*;?\s*$/i.test(statement?.text ?? String(statement))) return query.apply(this, words);
  dieAt('before-database-commit');
  const answer = query.apply(this, words);
  return answer instanceof Promise ? answer.finally(() => dieAt('after-database-commit')) : answer;
};

const { producer: openProducer, consumer: openConsumer } = kafkajs.Kafka.prototype;

kafkajs.Kafka.prototype.producer = function (options) {
  const producer = openProducer.call(this, options);
  const { sendBatch } = producer;
  producer.sendBatch = async (batch) => {
    const sent = sendBatch(batch);
    if (existsSync(permitFor('before-produce-acknowledgement'))) {
      // Somewhere between making the request and the answer.
      await Promise.race([sent, pause(4 * Math.random())]).catch(() => undefined);
      dieAt('before-produce-acknowledgement');
    }
    const records = await sent;
    dieAt('after-produce-acknowledgement');
    return records;
  };
  return producer;
};

kafkajs.Kafka.prototype.consumer = function (options) {
  const consumer = openConsumer.call(this, options);
  const { run } = consumer;
  consumer.run = (config) => run({ ...config, eachBatch: (payload) => config.eachBatch(withDeaths(payload)) });
  return consumer;
};

const withDeaths = (payload) => ({
  ...payload,
  commitOffsetsIfNecessary: async (offsets) => {
    dieAt('before-offset-commit');
    await payload.commitOffsetsIfNecessary(offsets);
    dieAt('after-offset-commit');
  },
});
