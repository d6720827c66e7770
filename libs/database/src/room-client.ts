import type { Socket } from 'node:net';
import pg from 'pg';
import { isPlanOutdated } from './retryable.js';
import { StatementNames } from './statement-names.js';

/** As pg names it. */
const NO_ANSWER = 'Query read timeout';

const names = new StatementNames();

/**
 * A connection that has statements prepared once, and gives itself up when it is no good any more: when the server does not answer within
 * `query_timeout` (a network that swallows everything tells nobody; pg itself only gives up the query, and whoever took the connection next
 * would wait behind it), and when what it has prepared was for tables that are not so any more.
 */
export class RoomClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...words: unknown[]) => unknown;
    this.query = ((...words: unknown[]) => {
      const answer = query(...asPrepared(words));
      if (answer instanceof Promise) answer.catch((error: Error) => this.giveUpAfter(error));
      return answer;
    }) as typeof this.query;
  }

  private giveUpAfter(error: Error): void {
    if (error.message === NO_ANSWER || isPlanOutdated(error))
      (this as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
  }
}

/**
 * `query(text, values)`, as TypeORM calls it, under the statement's name if it has one. Without a list of values, even an empty one, a text may be
 * several statements, or none to plan.
 */
function asPrepared(words: unknown[]): unknown[] {
  const [text, values, ...rest] = words;
  if (typeof text !== 'string' || !Array.isArray(values)) return words;
  const name = names.nameOf(text);
  return name === undefined ? words : [{ name, text, values: values as unknown[] }, ...rest];
}
