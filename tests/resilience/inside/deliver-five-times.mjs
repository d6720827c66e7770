// Loaded into a process under test (NODE_OPTIONS=--import): what it sends to Kafka arrives five times, in an order that a seed gives, part
// of it long after what followed.
import kafkajs from 'kafkajs';

const TIMES = 5;
const HELD_BACK = 0.4;
const LATE_MS = 1_500;

let state = Number(process.env.RESILIENCE_SEED) + process.pid;
const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
const shuffle = (things) =>
  things
    .map((thing) => [random(), thing])
    .sort(([one], [other]) => one - other)
    .map(([, thing]) => thing);

const { producer: open } = kafkajs.Kafka.prototype;
kafkajs.Kafka.prototype.producer = function (options) {
  const producer = open.call(this, options);
  const { sendBatch } = producer;
  const late = [];
  // One after the other: an idempotent producer numbers what it sends.
  let sending = Promise.resolve();
  const send = (batch, copies) => {
    const topics = [...new Set(copies.map(({ topic }) => topic))];
    const topicMessages = topics.map((topic) => ({
      topic,
      messages: copies.filter((copy) => copy.topic === topic).map(({ message }) => message),
    }));
    const sent = sending.then(() => sendBatch({ ...batch, topicMessages }));
    sending = sent.catch(() => undefined);
    return sent;
  };
  const sendLate = async (batch) => {
    const copies = shuffle(late.splice(0));
    while (copies.length > 0)
      await send(batch, copies.splice(0, 50)).catch((error) => {
        process.stderr.write(`Late copies are lost: ${error.message}\n`);
      });
  };

  producer.sendBatch = async (batch) => {
    const copies = batch.topicMessages.flatMap(({ topic, messages }) =>
      messages.flatMap((message) => Array.from({ length: TIMES }, () => ({ topic, message }))),
    );
    const now = [];
    for (const copy of shuffle(copies)) (random() < HELD_BACK ? late : now).push(copy);
    setTimeout(() => void sendLate(batch), LATE_MS * random());
    const records = [];
    // The one that counts for the relay's own books goes first in each partition; every message that was held back whole comes late.
    while (now.length > 0) records.push(...(await send(batch, now.splice(0, 50))));
    return records;
  };
  return producer;
};
