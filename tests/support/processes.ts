import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSigningKey, type Role } from '#access';
import { projectRoot } from '#contracts';
import { TestParty } from './test-party.js';

/** How a process ended: its status, or the signal that ended it. */
export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of ours that may still run. */
export interface Running {
  readonly ended: Promise<Ending>;
  /** The first match in what it writes; fails with all it wrote if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
}

type Environment = Readonly<Record<string, string>>;

const root = fileURLToPath(projectRoot);
const running = new Set<Running>();
const directories: string[] = [];

/** Starts a program of the build, for example `apps/exchange/src/main.js`, with no settings but the given ones. */
export function startProgram(program: string, environment: Environment): Running {
  const built = join(root, 'dist', program);
  if (!existsSync(built)) throw new Error(`${built} is missing. Build first: npm run build`);
  return startCommand(process.execPath, ['--enable-source-maps', built], environment);
}

/** Starts a command in the project's directory. */
export function startCommand(command: string, args: readonly string[], environment: Environment): Running {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...withoutSettings(process.env), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  const heard = new EventTarget();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
      heard.dispatchEvent(new Event('text'));
    });
  }
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, ...written }));
  });
  const process_ = { ended, says: sayer(written, heard, ended), kill: (signal: NodeJS.Signals) => void child.kill(signal) };
  running.add(process_);
  void ended.finally(() => running.delete(process_)).catch(() => undefined);
  return process_;
}

const sayer =
  (written: { stdout: string; stderr: string }, heard: EventTarget, ended: Promise<Ending>): Running['says'] =>
  (pattern) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(written.stdout + written.stderr);
        if (match) resolve(match);
      };
      heard.addEventListener('text', look);
      look();
      ended.then(
        ({ status, signal, stdout, stderr }) => reject(new Error(`It ended with ${status ?? signal}:\n${stdout}${stderr}`)),
        reject,
      );
    });

/** The URL that a started exchange or room answers at. */
export const answering = async (program: Running): Promise<string> =>
  (await program.says(/answers at (http:\/\/\S+)/))[1] as string;

/** The settings of whoever runs the tests must not reach the programs. */
const withoutSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(DATABASE_URL|KAFKA_BROKERS|PORT|HOST|YIDAN_.*|NODE_OPTIONS)$/.test(name)),
  );

/** A directory of the test's own, gone after it; every account may enter it. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'yidan-process-'));
  chmodSync(directory, 0o755);
  directories.push(directory);
  return directory;
}

/** Someone who calls with a token signed by the key in the data directory. */
export async function partyOf(dataDirectory: string, url: string, party: string, role: Role): Promise<TestParty> {
  const key = await openSigningKey(join(dataDirectory, 'keys'));
  return new TestParty(url, await key.tokenFor({ party, role }));
}

/** The embedded PostgreSQL of a data directory, as its own files tell; undefined when none is there. */
export function embeddedServer(dataDirectory: string): { readonly pid: number; readonly url: string } | undefined {
  const directory = join(dataDirectory, 'postgres');
  const file = join(directory, 'data', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  const password = readFileSync(join(directory, 'password'), 'utf8').trim();
  return { pid: Number(pid), url: `postgresql://yidan:${password}@127.0.0.1:${port}/yidan` };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What a failed test leaves behind, its embedded servers too. */
afterAll(async () => {
  for (const process_ of running) process_.kill('SIGKILL');
  for (const directory of directories) await removeWithServer(directory);
}, 60_000);

async function removeWithServer(directory: string): Promise<void> {
  const server = embeddedServer(directory);
  if (server && isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
  while (server && isAlive(server.pid)) await pause(100);
  rmSync(directory, { recursive: true, force: true });
}
