import type { BusObserver, Message } from '#messaging';
import type { Metrics } from './metrics.js';

/** Counts and times what a room's bus does. It says nothing of traces. */
export function measureBatches(room: string, metrics: Metrics): Pick<BusObserver, 'around' | 'parked'> {
  return {
    parked: ({ type }) => metrics.parkedTotal.inc({ room, topic: type }),
    around: async (topic, messages, work) => {
      const end = metrics.handlerSeconds.startTimer({ room, topic });
      try {
        const result = await work();
        end({ outcome: 'handled' });
        for (const message of messages) metrics.stageSeconds.observe({ room, topic }, ageSeconds(message));
        return result;
      } catch (error) {
        end({ outcome: 'failed' });
        throw error;
      }
    },
  };
}

const ageSeconds = ({ time }: Message): number => Math.max(0, (Date.now() - Date.parse(time)) / 1_000);
