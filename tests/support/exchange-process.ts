import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#contracts';

/** The exchange as `npm start` runs it: a process of its own, from the build. */
export interface ExchangeProcess {
  readonly url: string;
  /** Everything it wrote so far to standard output and standard error. */
  output(): string;
  /** Sends a signal and waits for the end of the process and of its output; the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The process, whether it starts or not. `account`: whose it is; ours if absent. */
export function spawnExchange(environment: Readonly<Record<string, string>>, account?: Account) {
  const program = fileURLToPath(new URL('dist/apps/exchange/src/main.js', projectRoot));
  return spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
}

export async function startExchange(
  environment: Readonly<Record<string, string>>,
  account?: Account,
): Promise<ExchangeProcess> {
  const child = spawnExchange(environment, account);
  const ended = once(child, 'close');
  let output = '';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const read = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    const url = /http:\/\/[\w.]+:\d+/.exec(output)?.[0];
    if (url !== undefined) resolve(url);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.once('exit', (code) => reject(new Error(`The exchange ended with ${code}:\n${output}`)));
  const url = await promise;
  return {
    url,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
