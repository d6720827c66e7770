import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ADVICE, hasMaven } from './java.js';

const run = promisify(execFile);
const POM = join('docker', 'kafka', 'pom.xml');

/** The directory with the broker's jars; fetched once from Maven Central into `.cache/kafka`, and again when the pom changes. */
export async function kafkaJars(): Promise<string> {
  const repository = repositoryRoot(dirname(fileURLToPath(import.meta.url)));
  const pom = join(repository, POM);
  const version = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const jars = join(repository, '.cache', 'kafka', version);
  if (!existsSync(jars)) await fetchJars(pom, jars);
  return jars;
}

async function fetchJars(pom: string, jars: string): Promise<void> {
  if (!(await hasMaven())) throw new Error(`Maven is missing: it fetches the Kafka broker. ${ADVICE}`);
  const unfinished = `${jars}.${process.pid}`;
  await mkdir(dirname(jars), { recursive: true });
  await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`], {
    maxBuffer: 16 * 1024 * 1024,
  });
  await rename(unfinished, jars).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(jars)) throw error;
  });
}

/** The same from the sources and from `dist/`. */
function repositoryRoot(from: string): string {
  if (existsSync(join(from, POM))) return from;
  if (dirname(from) === from) throw new Error(`${POM} is not to be found above ${import.meta.url}.`);
  return repositoryRoot(dirname(from));
}
