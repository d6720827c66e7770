import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** An HTTP server that answers. */
export interface Answering {
  readonly port: number;
  /**
   * From now on asks callers not to keep their connections; after `drainSeconds`, in which those who send requests here
   * can learn that they should not, takes no new connection and answers what has come.
   */
  close(drainSeconds?: number): Promise<void>;
}

/** A body that comes slower than that is not waited for. */
const REQUEST_MS = 60_000;
/** Longer than a proxy keeps its own connections, so that it is the proxy that ends an idle one. */
const KEEP_ALIVE_MS = 72_000;
const LAST_ANSWERS_MS = 16_000;

export async function answerHttp(handler: RequestListener, port: number, host: string): Promise<Answering> {
  const answers = new Set<ServerResponse>();
  let closing = false;
  const server = createServer({ requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    answers.add(response);
    response.once('close', () => answers.delete(response));
    if (closing) response.shouldKeepAlive = false;
    handler(request, response);
  });
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: async (drainSeconds = 0) => {
      closing = true;
      for (const response of answers) response.shouldKeepAlive = false;
      await pause(drainSeconds * 1_000);
      await end(server);
    },
  };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

/** Idle connections end at once, the others after their answer; those that still have none after a while are given up. */
async function end(server: Server): Promise<void> {
  const giveUp = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(giveUp);
}
