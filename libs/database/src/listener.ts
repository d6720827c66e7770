import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CONNECTION_TIMEOUT_MS } from './room-connection.js';

export interface Listening {
  close(): Promise<void>;
}

/** Whoever waits for the database is told by this that it is back. */
const LONGEST_PAUSE_MS = 1_000;

/** LISTEN on one channel. A lost connection is made again; whoever listens is told, because notifications may have been missed. */
export class Listener implements Listening {
  private client: pg.Client | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: (payload?: string) => void,
  ) {}

  /** Returns once it listens, or at once when the server cannot be reached: it goes on trying. */
  async start(): Promise<void> {
    if (!(await this.connect())) void this.reconnect();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.heard(payload));
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
    } catch {
      await client.end().catch(() => undefined);
      return false;
    }
    this.client = client;
    client.once('end', () => void this.reconnect());
    if (this.closed) await client.end();
    return true;
  }

  private async reconnect(): Promise<void> {
    for (let wait = 100; !this.closed; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      await pause(wait, undefined, { ref: false });
      if (!this.closed && (await this.connect())) return this.heard();
    }
  }
}
