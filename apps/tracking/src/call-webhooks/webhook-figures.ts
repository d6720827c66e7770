import { Injectable } from '@nestjs/common';
import { RoomDatabase } from '#database';
import { Metrics } from '#room';
import { isTaken, type Answer } from '../storage/webhooks.js';

/** How webhooks stand and what comes of calling them, for the metrics. */
@Injectable()
export class WebhookFigures {
  private readonly calls;

  constructor(
    private readonly database: RoomDatabase,
    metrics: Metrics,
  ) {
    const { room } = database;
    this.calls = metrics.counter({
      name: 'yidan_webhook_calls_total',
      help: 'Calls of webhooks since the process started, by outcome.',
      labelNames: ['room', 'outcome'],
    });
    metrics.gauge(
      { name: 'yidan_webhooks', help: 'Webhooks of all parties, by how they stand.', labelNames: ['room', 'state'] },
      async () => Object.entries(await this.states()).map(([state, value]) => [{ room, state }, value]),
    );
  }

  count(answer: Answer): void {
    const outcome = 'error' in answer ? answer.error : isTaken(answer) ? 'taken' : 'refused';
    this.calls.inc({ room: this.database.room, outcome });
  }

  private async states(): Promise<Record<string, number>> {
    const [states] = await this.database.dataSource.query<Record<string, number>[]>(STATES);
    return states as Record<string, number>;
  }
}

const STATES = `
  SELECT count(*) FILTER (WHERE stopped_because IS NULL AND failures = 0)::integer AS active,
         count(*) FILTER (WHERE stopped_because IS NULL AND failures > 0)::integer AS failing,
         count(stopped_because)::integer AS stopped
  FROM webhooks`;
