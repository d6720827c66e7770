import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A message as a receiver takes it in. */
export interface TakenMessage {
  readonly id: string;
  readonly body: {
    readonly type: string;
    readonly nextCursor: string;
    readonly items: readonly { readonly oneDocumentId: string; readonly steps: readonly { readonly kind: string }[] }[];
  };
}

/** A party's own server: checks signatures, drops what it has by its id, and may refuse or be silent. */
export class WebhookReceiver {
  /** What it answers; undefined: nothing. */
  answers: number | undefined = 204;
  secret = '';
  asked = 0;
  /** The most requests that were there at the same time. */
  atOnce = 0;
  readonly taken: TakenMessage[] = [];
  readonly wrong: unknown[] = [];
  private server: Server | undefined;
  private port = 0;
  private underWay = 0;

  async open(): Promise<void> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/yidan`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** The kinds of steps of a record, in the order of their coming. */
  kindsOf(record: string | null): string[] {
    const items = this.taken.flatMap(({ body }) => body.items);
    return items
      .filter(({ oneDocumentId }) => oneDocumentId === record)
      .flatMap(({ steps }) => steps.map(({ kind }) => kind));
  }

  records(): string[] {
    return this.taken.flatMap(({ body }) => body.items.map(({ oneDocumentId }) => oneDocumentId));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.underWay += 1;
    this.atOnce = Math.max(this.atOnce, this.underWay);
    response.once('close', () => (this.underWay -= 1));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.asked += 1;
    this.check(Buffer.concat(chunks).toString('utf8'), request.headers as Record<string, string>);
    if (this.answers !== undefined)
      response.writeHead(this.answers, { location: '/elsewhere' }).end('x'.repeat(100_000));
  }

  private check(body: string, headers: Record<string, string>): void {
    try {
      const message = new Webhook(this.secret).verify(body, headers) as TakenMessage['body'];
      const id = headers['webhook-id'] as string;
      const isTaken = this.answers === 204 && message.type === 'news' && !this.taken.some((one) => one.id === id);
      if (isTaken) this.taken.push({ id, body: message });
    } catch (error) {
      this.wrong.push(error);
    }
  }
}
