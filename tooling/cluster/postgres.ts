import { type ChildProcess, spawn } from 'node:child_process';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from '#database';
import type { Killable } from './killable.js';

export interface ClusterPostgres extends Killable {
  readonly url: string;
  stop(): Promise<void>;
}

type Place = Required<EmbeddedPostgresOptions>;

/** The cluster's own PostgreSQL. It stays down when it is killed, until `restart` brings it back on its port, data and all. */
export class OwnPostgres implements ClusterPostgres {
  private constructor(
    private readonly place: Place,
    private server: EmbeddedPostgres,
    private watcher: ChildProcess,
  ) {}

  static async start(place: Place): Promise<OwnPostgres> {
    const server = await startEmbeddedPostgres(place);
    return new OwnPostgres(place, server, endWithUs(server.pid));
  }

  get url(): string {
    return this.server.url;
  }

  get pid(): number {
    return this.server.pid;
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    process.kill(this.server.pid, signal);
  }

  async stop(): Promise<void> {
    this.watcher.stdin?.end('ended\n');
    await this.server.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    this.server = await startEmbeddedPostgres(this.place);
    this.watcher = endWithUs(this.server.pid);
  }
}

/** The server has left us as a daemon: a watcher ends it (SIGINT: fast shutdown) when our end of its pipe closes unsaid. */
function endWithUs(pid: number): ChildProcess {
  const script = `read -r word; [ "$word" = ended ] || kill -INT ${pid}`;
  return spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
}

/** The PostgreSQL of `DATABASE_URL` is somebody else's. */
export function givenPostgres(url: string): ClusterPostgres {
  const refuse = (): never => {
    throw new Error('The PostgreSQL of DATABASE_URL is not the cluster’s to kill or to start.');
  };
  return { url, pid: undefined, kill: refuse, restart: async () => refuse(), stop: async () => undefined };
}
