import { setTimeout as pause } from 'node:timers/promises';
import type { Caller, SigningKey } from '#access';

/** One party at its desk: it speaks to Yidan over HTTP with its own token, as any system would. */
export class Party {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async enter(url: string, key: SigningKey, caller: Caller): Promise<Party> {
    return new Party(url, await key.tokenFor(caller, '12h'));
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.ask<Answer>('GET', path, 200);
  }

  put<Answer>(path: string, body: object): Promise<Answer> {
    return this.ask<Answer>('PUT', path, 200, JSON.stringify(body), 'application/json');
  }

  post<Answer>(path: string, body: object, expected = 201): Promise<Answer> {
    return this.ask<Answer>('POST', path, expected, JSON.stringify(body), 'application/json');
  }

  send<Answer>(document: Buffer, contentType: string): Promise<Answer> {
    return this.ask<Answer>('POST', '/v1/documents', 202, document, contentType);
  }

  /** A command that does the same from a shell. */
  curl(path: string): string {
    return `curl -H "Authorization: Bearer ${this.token}" ${this.url}${path}`;
  }

  private async ask<Answer>(
    method: string,
    path: string,
    expected: number,
    body?: string | Buffer,
    contentType?: string,
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && { body: body as NonNullable<RequestInit['body']> }),
    });
    const text = await response.text();
    if (response.status !== expected)
      throw new OtherAnswer(response.status, `${method} ${path} answered ${response.status}, not ${expected}: ${text}`);
    return JSON.parse(text) as Answer;
  }
}

class OtherAnswer extends Error {
  constructor(
    readonly status: number,
    words: string,
  ) {
    super(words);
  }
}

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** A room hears of a record, and of each of its documents, a moment later: until then it is not found, or not complete. */
const NOT_YET = [404, 422];

/** Looks again and again until something is there; gives up after a minute, saying what did not come. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look().catch((error: unknown) => {
      if (error instanceof OtherAnswer && NOT_YET.includes(error.status)) return undefined;
      throw error;
    });
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not come within ${PATIENCE_MS / 1000} seconds.`);
    await pause(LOOK_EVERY_MS);
  }
}

/** The demo succeeds only if every step truly happened. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`This should hold and does not: ${what}`);
}
