import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#database';
import { startKafka } from '../tooling/servers/kafka.js';
import { programCommand } from '../tooling/servers/program-command.js';

export interface RunningServer {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
}

/** The servers of one measurement; `end` stops them, the last one started first. */
export class Servers {
  readonly directory = mkdtempSync(join(tmpdir(), 'yidan-bench-'));
  private readonly ends: (() => Promise<void>)[] = [];

  constructor() {
    chmodSync(this.directory, 0o755);
  }

  /** `preload`: a library that PostgreSQL has to start with. */
  async postgres(preload?: string): Promise<string> {
    const start = () => startEmbeddedPostgres({ directory: join(this.directory, 'postgres') });
    let server = await start();
    if (preload !== undefined) {
      const database = new pg.Client({ connectionString: server.url });
      await database.connect();
      await database.query(`ALTER SYSTEM SET shared_preload_libraries = '${preload}'`);
      await database.end();
      await server.stop();
      server = await start();
    }
    this.ends.push(() => server.stop());
    return server.url;
  }

  async kafka(): Promise<readonly string[]> {
    const server = await startKafka({ directory: join(this.directory, 'kafka') });
    this.ends.push(() => server.stop());
    return server.brokers;
  }

  /** A built program that says on which port it answers. */
  async program(name: string, path: string, environment: Readonly<Record<string, string>>): Promise<RunningServer> {
    const [command, ...args] = programCommand(path);
    const child = spawn(command, args, {
      env: { ...process.env, YIDAN_DATA: this.directory, YIDAN_LOG_FORMAT: 'json', PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.ends.push(() => {
      child.kill('SIGTERM');
      return gone;
    });
    const port = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}.`)));
      child.stdout.on('data', (chunk: Buffer) => {
        const found = / answers (?:on port |at http:\/\/[\w.]+:)(\d+)/.exec(chunk.toString())?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    return { name, url: `http://127.0.0.1:${port}`, pid: child.pid as number };
  }

  /** What has to be ended before the servers that are there now. */
  before(end: () => Promise<void>): void {
    this.ends.push(end);
  }

  async end(): Promise<void> {
    for (const end of this.ends.toReversed()) await end();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
