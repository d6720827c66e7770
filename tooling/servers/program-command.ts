import { fileURLToPath } from 'node:url';
import { projectRoot } from '#contracts';

const BEHIND_THE_GATEWAY = /^apps\/(?!gateway|exchange)/;

/**
 * Runs what was built, by its path in dist/. Senders wait for the gateway alone: on one machine the rooms behind it give way, as by `cpu_shares` in
 * `docker/compose.yaml`.
 */
export function programCommand(path: string): readonly [command: string, ...args: string[]] {
  const program = ['--enable-source-maps', fileURLToPath(new URL(`dist/${path}`, projectRoot))];
  return BEHIND_THE_GATEWAY.test(path)
    ? ['nice', '-n', '10', process.execPath, ...program]
    : [process.execPath, ...program];
}
