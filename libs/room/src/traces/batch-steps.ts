import type { BusObserver, Message } from '#messaging';
import { currentTraceparent, during } from './activity.js';
import type { Tracer } from './tracer.js';

/** OpenTelemetry keeps 128 links a span unless told otherwise. */
const MOST_LINKS = 100;

/** Every batch is a step of its first message's trace, linked with those of the others. */
export function traceBatches(room: string, tracer: Tracer): BusObserver {
  return {
    traceparent: currentTraceparent,
    parked: () => undefined,
    around: async (topic, messages, work) => {
      const [first, ...others] = messages;
      const step = tracer.begin({
        room,
        name: `handle ${topic}`,
        kind: 'consumer',
        parent: first?.traceparent,
        links: others.slice(0, MOST_LINKS).flatMap(({ traceparent }) => traceparent ?? []),
        attributes: {
          'messaging.system': 'yidan',
          'messaging.destination.name': topic,
          'messaging.batch.message_count': messages.length,
        },
        documentId: others.length === 0 ? first && documentOf(first) : undefined,
      });
      try {
        const result = await during(step.activity, work);
        step.end();
        return result;
      } catch (error) {
        step.end({}, error);
        throw error;
      }
    },
  };
}

/** The document that a message is about, if it is about one. */
const documentOf = ({ attributes, type, key }: Message): string | undefined =>
  attributes['documentid'] ?? (/\.document\./.test(type) ? key : undefined);
