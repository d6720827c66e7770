import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rooms } from '../../apps/exchange/src/rooms.js';
import { reverseProxy } from '../../tooling/cluster/reverse-proxy.js';
import { freePort } from '../../tooling/servers/free-ports.js';
import { ensureNginx } from '../../tooling/servers/nginx.js';
import { ServerProcess } from '../../tooling/servers/server-process.js';

const MAX_DOCUMENT_BYTES = 50_000;

/** Stands for an instance of a room; says who it is, what it was asked and how often. */
class Instance {
  asked: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
    readonly bytes: number;
  }[] = [];
  /** Reads a request whole and breaks off without an answer. */
  breaksOff = false;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(readonly room: string) {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.on('connection', (socket) => this.sockets.add(socket));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  listen(port = 0): Promise<void> {
    return new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    this.asked.push({ method: request.method as string, url: request.url as string, headers: request.headers, bytes });
    if (this.breaksOff) request.socket.destroy();
    else response.end(this.room);
  }
}

describe('nginx on the template', () => {
  const directory = mkdtempSync(join(tmpdir(), 'yidan-proxy-'));
  chmodSync(directory, 0o755);
  /** Two of each room. */
  const instances = rooms.flatMap(({ name }) => [new Instance(name), new Instance(name)]);
  const of = (room: string) => instances.filter((instance) => instance.room === room) as [Instance, Instance];
  let proxy: ServerProcess;
  let url: string;

  beforeAll(async () => {
    for (const instance of instances) await instance.listen();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const program = reverseProxy({
      nginx: await ensureNginx(console.info),
      directory,
      port,
      maxDocumentBytes: MAX_DOCUMENT_BYTES,
      rooms: new Map(rooms.map(({ name }) => [name, of(name).map((instance) => instance.port)])),
    });
    await promisify(execFile)(program.command, [...program.args.slice(0, 2), '-t']);
    proxy = new ServerProcess(program);
    await proxy.start();
  });

  afterAll(async () => {
    await proxy.stop();
    for (const instance of instances) await instance.close();
    rmSync(directory, { recursive: true, force: true });
  });

  beforeEach(() => {
    for (const instance of instances) {
      instance.asked = [];
      instance.breaksOff = false;
    }
  });

  const answeredBy = async (path: string) => (await fetch(url + path)).text();
  const askedOf = (room: string) => of(room).map(({ asked }) => asked.length);
  const post = (path: string, body: string | Buffer = 'document', headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', body: body as string, headers });

  it.each([
    ['/v1/documents?status=received', 'gateway'],
    ['/v1/documents/1/original', 'gateway'],
    ['/v1/one-documents?transportDocument=CQ26110417', 'documents'],
    ['/v1/one-documents/1/versions/2?a=/timeline', 'documents'],
    ['/v1/one-documents/1/timeline?limit=2', 'tracking'],
    ['/v1/news?limit=2', 'tracking'],
    ['/v1/webhooks/1/test', 'tracking'],
    ['/v1/commodities/queue', 'commodities'],
    ['/v1/declarations?status=lodged', 'clearance'],
    ['/v1/parties/0002187/aeo', 'clearance'],
    ['/v1/operations/tracking/parked?limit=1', 'tracking'],
    ['/health/ready', 'gateway'],
    ['/openapi.json', 'gateway'],
  ])('sends %s to %s as it came', async (path, room) => {
    expect(await answeredBy(path)).toBe(room);
    expect(of(room).flatMap(({ asked }) => asked.map((request) => request.url))).toEqual([path]);
  });

  it('spreads over the instances', async () => {
    for (let round = 0; round < 20; round += 1) await answeredBy('/v1/commodities/queue');
    expect(askedOf('commodities').every((count) => count > 0)).toBe(true);
  });

  it('passes trace and request number on, makes a number where there is none, and tells it', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const named = await fetch(`${url}/v1/commodities/queue`, { headers: { traceparent, 'x-request-id': 'clerk-7.1' } });
    const unnamed = await fetch(`${url}/v1/commodities/queue`, { headers: { 'x-request-id': 'no "number"' } });
    const requests = of('commodities').flatMap(({ asked }) => asked);
    expect(requests.map(({ headers }) => headers['x-request-id'])).toContain('clerk-7.1');
    expect(requests.map(({ headers }) => headers['traceparent'])).toContain(traceparent);
    expect(named.headers.get('x-request-id')).toBe('clerk-7.1');
    expect(unnamed.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('takes a document of the largest size, and refuses a larger one as a problem', async () => {
    expect((await post('/v1/documents', Buffer.alloc(MAX_DOCUMENT_BYTES))).status).toBe(200);
    const refused = await post('/v1/documents', Buffer.alloc(MAX_DOCUMENT_BYTES + 1));
    expect(refused.status).toBe(413);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({
      status: 413,
      code: 'REQUEST.TOO_LARGE',
      maxBytes: MAX_DOCUMENT_BYTES,
    });
  });

  it('keeps the metrics inside', async () => {
    const refused = await fetch(`${url}/metrics`);
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ status: 404, code: 'HTTP.404' });
  });

  it('asks another instance when a GET breaks off', async () => {
    for (const instance of of('documents')) instance.breaksOff = true;
    expect((await fetch(`${url}/v1/one-documents`)).status).toBe(503);
    expect(askedOf('documents')).toEqual([1, 1]);
  });

  it('asks no other instance when a POST breaks off: it may have been committed', async () => {
    for (const instance of of('clearance')) instance.breaksOff = true;
    expect((await post('/v1/declarations')).status).toBe(503);
    expect(askedOf('clearance').toSorted()).toEqual([0, 1]);
  });

  it('gives a POST that was refused to the other instance', async () => {
    const [first, second] = of('gateway');
    await first.close();
    for (let round = 0; round < 4; round += 1) expect((await post('/v1/documents')).status).toBe(200);
    expect(second.asked).toHaveLength(4);
  });

  it('answers 503 as a problem that says when to come again while no instance is there', async () => {
    for (const instance of of('tracking')) await instance.close();
    const answer = await post('/v1/operations/tracking/parked/1/replay');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(await answer.json()).toMatchObject({
      status: 503,
      code: 'FAULT.UNAVAILABLE',
      instance: '/v1/operations/tracking/parked/1/replay',
    });
  });
});
