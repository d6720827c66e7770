import { setTimeout as pause } from 'node:timers/promises';
import type { OneDocument } from '#domain';
import { checkAgainstDescription } from '../contracts/live-contract.js';

/** What came back, the body parsed where it is JSON. */
export interface Answer<Body = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly bytes: Buffer;
}

export interface SentDocument {
  readonly documentId: string;
  readonly status: 'received' | 'accepted' | 'rejected';
  readonly format: string | null;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly path: string;
    readonly message: string;
  }[];
  readonly oneDocumentId: string | null;
}

/** Records in other forms (`application/ld+json` …) stay bytes. */
const JSON_TYPE = /^application\/(problem\+)?json(;|$)/;

/** Long enough for a slow machine; nothing depends on it being short. */
const PATIENCE_MS = 45_000;

/** Calls the exchange over HTTP with one token. Every answer is held against the published description of the API. */
export class TestParty {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  get<Body = any>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.call('GET', path, undefined, headers);
  }

  put<Body = any>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.call('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  post<Body = any>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.call('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  delete<Body = any>(path: string): Promise<Answer<Body>> {
    return this.call('DELETE', path);
  }

  postText<Body = any>(path: string, text: string, type: string): Promise<Answer<Body>> {
    return this.call('POST', path, text, { 'content-type': type });
  }

  send(document: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('POST', '/v1/documents', document, headers);
  }

  /** Sends a document and waits until it is checked. */
  async sendAndWait(document: Buffer | string, headers: Record<string, string> = {}): Promise<SentDocument> {
    const { status, body } = await this.send(document, headers);
    if (status !== 202) throw new Error(`The document was not received: ${status} ${JSON.stringify(body)}`);
    return this.checked((body as SentDocument).documentId);
  }

  checked(documentId: string): Promise<SentDocument> {
    return eventually(`the check of ${documentId}`, async () => {
      const { body } = await this.get<SentDocument>(`/v1/documents/${documentId}`);
      return body.status === 'received' ? undefined : body;
    });
  }

  async record(id: string | null): Promise<OneDocument> {
    const { status, body } = await this.get<OneDocument>(`/v1/one-documents/${id}`);
    if (status !== 200) throw new Error(`The record ${id} answered ${status}.`);
    return body;
  }

  private async call<Body>(
    method: string,
    path: string,
    body?: Buffer | string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...(body !== undefined && { body: body as string }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    const isOriginal = response.ok && path.endsWith('/original');
    const answer: unknown = JSON_TYPE.test(type) && !isOriginal ? JSON.parse(bytes.toString('utf8')) : bytes;
    checkAgainstDescription(method, path, response.status, answer);
    return { status: response.status, headers: response.headers, bytes, body: answer as Body };
  }
}

/** Looks until something is found; fails with what did not come. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<Found> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(50);
  }
}

/** Looks again as long as the look throws, as `expect` does; fails with what it threw last. For what comes by several topics, in any order. */
export async function eventuallyHolds<Found>(look: () => Promise<Found>): Promise<Found> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50);
  }
}
