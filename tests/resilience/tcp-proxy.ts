import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How a network is: `silent` takes everything, and nothing of it arrives; nobody is told. `cut` refuses. */
export type Condition = 'well' | 'slow' | 'silent' | 'cut';

const SLOW_MS = 30;

/**
 * A network that can be disturbed: stands before a port of this machine. What it swallowed while it was silent stays lost: a connection
 * of that time is half open and stays so, until one of its ends gives it up.
 */
export class TcpProxy {
  private condition: Condition = 'well';
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** `targetPort` may be known later. */
  static async open(targetPort: () => number): Promise<TcpProxy> {
    const server = createServer({ pauseOnConnect: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new TcpProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => proxy.join(near, targetPort()));
    return proxy;
  }

  become(condition: Condition): void {
    this.condition = condition;
    if (condition === 'cut') for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.become('cut');
    this.server.close();
  }

  private join(near: Socket, targetPort: number): void {
    this.sockets.add(near);
    near.on('error', () => undefined);
    near.once('close', () => this.sockets.delete(near));
    if (this.condition === 'cut') return void near.destroy();
    // A connection that is begun in silence is never made.
    if (this.condition === 'silent') return void near.resume();
    const far = connect(targetPort, '127.0.0.1');
    this.sockets.add(far);
    far.on('error', () => undefined);
    far.once('close', () => this.sockets.delete(far));
    const link = { isBroken: false };
    void this.carry(near, far, link);
    void this.carry(far, near, link);
  }

  private async carry(from: Socket, to: Socket, link: { isBroken: boolean }): Promise<void> {
    try {
      for await (const chunk of from) {
        if (this.condition === 'slow') await pause(SLOW_MS);
        link.isBroken ||= this.condition === 'silent';
        if (!link.isBroken && !to.write(chunk as Buffer)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      }
    } catch {
      // Its end is passed on below.
    }
    while (this.condition === 'silent') await pause(SLOW_MS);
    to.destroy();
  }
}
