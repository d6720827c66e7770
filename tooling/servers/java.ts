import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OLDEST_JAVA = 17;

/** Is there a Java that runs the broker? */
export async function hasJava(): Promise<boolean> {
  try {
    const { stdout, stderr } = await run('java', ['-version']);
    const version = /version "(\d+)/.exec(stdout + stderr)?.[1];
    return Number(version) >= OLDEST_JAVA;
  } catch {
    return false;
  }
}

export const hasMaven = (): Promise<boolean> =>
  run('mvn', ['--version']).then(
    () => true,
    () => false,
  );

/**
 * Sees to it that Java 17 or newer and Maven are there. As root on Debian or Ubuntu it installs what is missing with apt, and says so;
 * elsewhere it throws one sentence that names what to install.
 */
export async function ensureJavaAndMaven(log: (line: string) => void = console.log): Promise<void> {
  const wanted = [...((await hasJava()) ? [] : ['Java 17 or newer']), ...((await hasMaven()) ? [] : ['Maven'])];
  if (wanted.length === 0) return;
  if (!(await mayUseApt())) throw new Error(`Missing: ${wanted.join(' and ')}. ${ADVICE}`);
  log(`Missing: ${wanted.join(' and ')}. Installing with apt …`);
  await apt('update');
  const packages = [...((await hasJava()) ? [] : [await javaPackage()]), ...((await hasMaven()) ? [] : ['maven'])];
  await apt('install', '--yes', '--no-install-recommends', ...packages);
  log(`Installed: ${packages.join(', ')}.`);
}

export const ADVICE =
  'Install a Java runtime (17 or newer) and Maven so that `java` and `mvn` are on the PATH, or set TEST_KAFKA_BROKERS to a running Kafka.';

async function mayUseApt(): Promise<boolean> {
  const debian = await stat('/etc/debian_version').then(
    () => true,
    () => false,
  );
  return debian && process.getuid?.() === 0;
}

const apt = (...words: string[]): Promise<unknown> =>
  run('apt-get', words, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 });

/** The distribution's default may be older than the broker needs (Ubuntu 22.04: 11). */
const javaPackage = (): Promise<string> =>
  run('apt-cache', ['show', 'openjdk-21-jre-headless']).then(
    () => 'openjdk-21-jre-headless',
    () => 'openjdk-17-jre-headless',
  );
