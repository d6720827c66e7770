import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { installWithApt, mayUseApt, updateApt } from './apt.js';

const run = promisify(execFile);

/** Debian keeps it where an ordinary user's PATH does not lead. */
const PLACES = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx'];

/** Where the nginx program is; undefined when there is none. */
export async function findNginx(): Promise<string | undefined> {
  for (const place of PLACES) {
    const there = await run(place, ['-v']).then(
      () => true,
      () => false,
    );
    if (there) return place;
  }
  return undefined;
}

/** The nginx program. As root on Debian or Ubuntu a missing one is installed with apt, and said so; elsewhere it throws one sentence. */
export async function ensureNginx(log: (line: string) => void): Promise<string> {
  const found = await findNginx();
  if (found !== undefined) return found;
  if (!mayUseApt())
    throw new Error('Missing: nginx, the reverse proxy. Install it so that `nginx` is on the PATH or in /usr/sbin.');
  log('Missing: nginx. Installing with apt …');
  await updateApt();
  await withoutStartingServices(() => installWithApt(['nginx-light']));
  log('Installed: nginx-light.');
  return (await findNginx()) as string;
}

const POLICY = '/usr/sbin/policy-rc.d';

/** Debian starts what it installs; this one would take port 80. Status 101 of the policy program is "not allowed". */
async function withoutStartingServices(install: () => Promise<unknown>): Promise<void> {
  const given = existsSync(POLICY);
  if (!given) await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    if (!given) await rm(POLICY, { force: true });
  }
}
