import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KafkaSettings, QuorumMember } from './kafka-settings.js';
import { ServerProcess } from './server-process.js';

const run = promisify(execFile);

/** Warnings only, and the one line that says the broker answers. */
const SIGN = 'Kafka Server started';
const LOGGING = [
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.logFile=System.out',
  '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info',
];

/** Leaving in order needs a controller, and the last ones to leave find none; a broker that is killed loses nothing either. */
const ENDS_WITHIN_MS = 5_000;

export interface BrokerPlace {
  readonly directory: string;
  readonly clusterId: string;
  /** Java's own arguments, class path included. */
  readonly java: readonly string[];
}

/** One node of a Kafka. It stays down when it is killed, until `restart` brings it back on its port. */
export class KafkaBroker {
  readonly id: number;
  readonly address: string;
  /** Holds `server.properties`, `broker.log` and the disk, `log/`. */
  readonly directory: string;
  private readonly process: ServerProcess;

  constructor(
    { id, port }: QuorumMember,
    private readonly settings: KafkaSettings,
    private readonly place: BrokerPlace,
    say: (line: string) => void,
  ) {
    this.id = id;
    this.address = `127.0.0.1:${port}`;
    this.directory = place.directory;
    const name = `Kafka broker ${id}`;
    this.process = new ServerProcess(
      {
        name,
        command: 'java',
        args: this.java('kafka.Kafka', this.propertiesFile),
        sign: SIGN,
        logFile: join(this.directory, 'broker.log'),
        endsWithinMs: ENDS_WITHIN_MS,
      },
      (how) => say(`${name} ended with ${how}.`),
    );
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** A disk that is new or was lost is formatted first. */
  async start(): Promise<void> {
    const disk = join(this.directory, 'log');
    await mkdir(this.directory, { recursive: true });
    await writeFile(this.propertiesFile, properties({ ...this.settings, 'log.dirs': disk }));
    if (!existsSync(join(disk, 'meta.properties'))) await this.format();
    await this.process.start();
  }

  kill(signal?: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  stop(): Promise<void> {
    return this.process.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private get propertiesFile(): string {
    return join(this.directory, 'server.properties');
  }

  private async format(): Promise<void> {
    // With '=', since an id may begin with a hyphen.
    const words = ['format', `--cluster-id=${this.place.clusterId}`, '-c', this.propertiesFile];
    await run('java', this.java('kafka.tools.StorageTool', ...words));
  }

  private java(program: string, ...words: string[]): string[] {
    return [...this.place.java, ...LOGGING, program, ...words];
  }
}

const properties = (settings: KafkaSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
