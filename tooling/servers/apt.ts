import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Are we root on Debian, Ubuntu or one of their kin? */
export const mayUseApt = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

export const updateApt = (): Promise<unknown> => apt('update');

export const installWithApt = (packages: readonly string[]): Promise<unknown> =>
  apt('install', '--yes', '--no-install-recommends', ...packages);

export const isInApt = (name: string): Promise<boolean> =>
  run('apt-cache', ['show', name]).then(
    () => true,
    () => false,
  );

const apt = (...words: string[]): Promise<unknown> =>
  run('apt-get', words, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 });
