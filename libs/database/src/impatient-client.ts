import type { Socket } from 'node:net';
import pg from 'pg';

/** As pg names it. */
const NO_ANSWER = 'Query read timeout';

/**
 * A connection that gives itself up when the server does not answer within `query_timeout`: a network that swallows everything tells
 * nobody. pg itself only gives up the query, and whoever took the connection next would wait behind it.
 */
export class ImpatientClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...words: unknown[]) => unknown;
    this.query = ((...words: unknown[]) => {
      const answer = query(...words);
      if (answer instanceof Promise) answer.catch((error: Error) => this.giveUpAfter(error));
      return answer;
    }) as typeof this.query;
  }

  private giveUpAfter({ message }: Error): void {
    if (message === NO_ANSWER) (this as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
  }
}
