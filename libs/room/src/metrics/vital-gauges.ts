import type { Registry } from 'prom-client';
import type { BusVitals } from '#messaging';
import { readGauge, type Reading } from './read-gauge.js';

/** One room's bus, as asked at the moment. */
export interface Vitals extends Pick<BusVitals, 'backlog' | 'unpublished' | 'parked'> {
  readonly room: string;
}

/** What the rooms have still to do. Asked for when somebody looks; a room that cannot say has no figure then, rather than an old one. */
export function vitalGauges(registry: Registry, vitals: () => readonly Vitals[]): void {
  const gauge = (name: string, help: string, labelNames: string[], read: (of: Vitals) => Promise<Reading[]>): void => {
    readGauge(registry, { name, help, labelNames }, async () =>
      (await Promise.all(vitals().map((of) => read(of).catch(() => [])))).flat(),
    );
  };
  const backlog = async ({ room, ...of }: Vitals, value: 'messages' | 'oldestSeconds'): Promise<Reading[]> =>
    (await of.backlog()).map((one) => [{ room, topic: one.topic }, one[value]]);
  const outbox = async ({ room, ...of }: Vitals, value: 'messages' | 'oldestSeconds'): Promise<Reading[]> => {
    const unpublished = await of.unpublished();
    return unpublished ? [[{ room }, unpublished[value]]] : [];
  };
  gauge('yidan_backlog_messages', 'Messages of a topic still to be handled.', ['room', 'topic'], (of) =>
    backlog(of, 'messages'),
  );
  gauge('yidan_backlog_age_seconds', 'Age of the oldest message still to be handled.', ['room', 'topic'], (of) =>
    backlog(of, 'oldestSeconds'),
  );
  gauge('yidan_outbox_unpublished_messages', 'Messages said and not yet published.', ['room'], (of) =>
    outbox(of, 'messages'),
  );
  gauge('yidan_outbox_age_seconds', 'Age of the oldest message not yet published.', ['room'], (of) =>
    outbox(of, 'oldestSeconds'),
  );
  gauge('yidan_parked_messages', 'Messages set aside, or waiting behind one.', ['room', 'state'], async (of) => {
    const { parked, waiting } = await of.parked();
    return [
      [{ room: of.room, state: 'parked' }, parked],
      [{ room: of.room, state: 'waiting' }, waiting],
    ];
  });
}
