import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/** A program that serves until it is told to end. */
export interface ServerProgram {
  /** What people call it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What it prints once it answers. */
  readonly sign: string;
  /** Its output is added here; kept nowhere if absent. */
  readonly logFile?: string;
  /** Asks it to end in order; SIGTERM if absent. */
  readonly endsOn?: NodeJS.Signals;
  /** After that it is killed; 30 s if absent. */
  readonly endsWithinMs?: number;
}

const START_TIMEOUT_MS = 180_000;
const END_TIMEOUT_MS = 30_000;

/** One program running as a process that ends with us, however we end; it can be killed and started again. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private starting: Promise<void> | undefined;

  /** `onLoss` hears how the process ended when nobody had asked it to with `stop`. */
  constructor(
    private readonly program: ServerProgram,
    private readonly onLoss: (how: string) => void = () => undefined,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves once it answers; nothing to do if it runs. Rejects with the end of its output. */
  start(): Promise<void> {
    this.starting ??= (this.child ? Promise.resolve() : this.launch()).finally(() => (this.starting = undefined));
    return this.starting;
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.child?.kill(signal);
  }

  /** In order; killed when that takes too long. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    const { endsOn = 'SIGTERM', endsWithinMs = END_TIMEOUT_MS } = this.program;
    this.child = undefined;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const timer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
    child.kill(endsOn);
    await ended;
    clearTimeout(timer);
  }

  private async launch(): Promise<void> {
    const child = spawnWithUs(this.program);
    this.child = child;
    let answered = false;
    child.once('exit', (code, signal) => {
      endGroup(child);
      if (this.child !== child) return;
      this.child = undefined;
      if (answered) this.onLoss(String(signal ?? code));
    });
    await answers(child, this.program);
    answered = true;
  }
}

/**
 * The process of the program itself (`exec`), leading a process group of its own, with one small watcher in it that holds our end of a
 * pipe: when we are gone, killed or not, the pipe closes and the watcher ends the group. Ctrl-C reaches us alone, and we end everything
 * in order.
 */
function spawnWithUs({ command, args, environment }: ServerProgram): ChildProcess {
  const watch = '(read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 &';
  return spawn('sh', ['-c', `exec 3<&0 </dev/null; ${watch} exec "$@" 3<&-`, 'sh', command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...environment },
  });
}

/** The watcher, and what a killed program leaves: workers of nginx go on answering. */
function endGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-(pid as number), 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function answers(child: ChildProcess, { name, sign, logFile }: ServerProgram): Promise<void> {
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
  child.once('close', () => log?.end());
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (fact: string): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`${name} ${fact}:\n${output.slice(-2000)}`));
    };
    const timer = setTimeout(() => fail(`did not answer within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      log?.write(chunk);
      output = (output + chunk.toString()).slice(-8000);
      if (!output.includes(sign)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('close', (code, signal) => fail(`ended with ${signal ?? code}`));
  });
}
