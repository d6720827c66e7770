import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { installWithApt, isInApt, mayUseApt, updateApt } from './apt.js';

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
  if (!mayUseApt()) throw new Error(`Missing: ${wanted.join(' and ')}. ${ADVICE}`);
  log(`Missing: ${wanted.join(' and ')}. Installing with apt …`);
  await updateApt();
  const packages = [...((await hasJava()) ? [] : [await javaPackage()]), ...((await hasMaven()) ? [] : ['maven'])];
  await installWithApt(packages);
  log(`Installed: ${packages.join(', ')}.`);
}

export const ADVICE =
  'Install a Java runtime (17 or newer) and Maven so that `java` and `mvn` are on the PATH, or set TEST_KAFKA_BROKERS to a running Kafka.';

/** The distribution's default may be older than the broker needs (Ubuntu 22.04: 11). */
const javaPackage = async (): Promise<string> =>
  (await isInApt('openjdk-21-jre-headless')) ? 'openjdk-21-jre-headless' : 'openjdk-17-jre-headless';
