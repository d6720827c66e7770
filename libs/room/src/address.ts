import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wholeNumber } from './settings.js';

/** Where a program is to answer HTTP; port 0 is a free one. */
export interface Address {
  readonly port: number;
  readonly host: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `PORT` and `HOST`. Throws one sentence when the port is none. */
export function addressFrom(environment: Environment): Address {
  const port = wholeNumber(environment, 'PORT', 3000);
  if (port > 65_535) throw new Error(`PORT must be 65535 at most; it is "${port}".`);
  return { port, host: environment['HOST'] ?? '127.0.0.1' };
}

/** Where a server that listens really answers. */
export function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Why nobody can listen there, in one sentence. */
export function cannotListen({ port, host }: Address, cause: unknown): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${port} of ${host} is in use by another program. Stop that one, or set PORT to another.`, { cause });
  }
  return new Error(`Cannot answer on port ${port} of ${host} (${message}). Set PORT and HOST to others.`, { cause });
}

/** Requests in hand may take this long once the server closes; a client that dawdles does not hold up the end. */
const LAST_ANSWERS_MS = 5_000;

/** Closes a server: every answer from now on is the last one of its connection, and after a while connections are cut. */
export async function whileAnswering(server: Server, close: () => Promise<void>): Promise<void> {
  server.prependListener('request', (_request, response) => void response.setHeader('connection', 'close'));
  const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  try {
    await close();
  } finally {
    clearTimeout(cut);
  }
}
