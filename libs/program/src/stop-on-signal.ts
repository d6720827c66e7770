import { endUnstarted } from './end-unstarted.js';

const LONGEST_STOP_MS = 29_000;

/** Starts, and stops in order on SIGTERM or SIGINT. Before it has started there is nothing to wait for. */
export async function runUntilSignal(start: () => Promise<(drain: boolean) => Promise<void>>): Promise<void> {
  let close = (_drain: boolean): Promise<void> => Promise.resolve();
  stopOnSignal((drain) => close(drain));
  close = await start().catch(endUnstarted);
}

/**
 * Closes once, and exits 0 when that is done. `close` is told whether to let those who send requests here learn of it first: a supervisor
 * (SIGTERM) wants that, a person (SIGINT) does not. A second signal is not waited for, and neither is what takes too long.
 */
export function stopOnSignal(close: (drain: boolean) => Promise<void>): void {
  const stop = (signal: NodeJS.Signals) => {
    setTimeout(() => give(`Stopping took longer than ${LONGEST_STOP_MS} ms.`), LONGEST_STOP_MS).unref();
    close(signal === 'SIGTERM').then(
      () => process.exit(0),
      (error: unknown) => give(`Stopping failed: ${String(error)}`),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function give(up: string): never {
  process.stderr.write(`${up}\n`);
  process.exit(1);
}
