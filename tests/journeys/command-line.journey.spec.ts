import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { projectRoot } from '#contracts';
import { samples } from '../support/samples.js';
import { eventually, TestParty } from '../support/test-party.js';

const cwd = fileURLToPath(projectRoot);

/** As a stranger types it, in a shell that names no server of its own. */
describe('the command line', () => {
  let directory: string;
  let environment: NodeJS.ProcessEnv;
  let npmStart: ChildProcess | undefined;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'yidan-command-line-'));
    chmodSync(directory, 0o755);
    const { DATABASE_URL: _database, KAFKA_BROKERS: _brokers, ...others } = process.env;
    environment = { ...others, YIDAN_DATA: join(directory, 'data'), PORT: '0' };
  });

  afterAll(async () => {
    if (npmStart) await stop(npmStart);
    rmSync(directory, { recursive: true, force: true });
  });

  const start = async (): Promise<string> => {
    const child = spawn('npm', ['start'], { cwd, env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    npmStart = child;
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}.`)));
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /Yidan answers at (http:\/\/[\w.]+:\d+)/.exec(chunk.toString())?.[1];
        if (found !== undefined) resolve(found);
      });
    });
  };

  /** npm is told to end, as a supervisor does; the server has ended when PostgreSQL has given its data back. */
  const stop = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGTERM');
    npmStart = undefined;
    await eventually('the end of the server', async () =>
      Promise.resolve(existsSync(join(directory, 'data/postgres/data/postmaster.pid')) ? undefined : true),
    );
  };

  const run = async (script: string, ...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', script, '--', ...args], {
      cwd,
      env: environment,
    });
    return stdout;
  };

  const token = (...args: readonly string[]): Promise<string> => run('token', ...args);

  const load = (url: string, csv: string): Promise<string> => {
    const file = join(directory, 'gng.csv');
    writeFileSync(file, csv);
    const said = [
      '--scheme',
      'GNG',
      '--edition',
      'test',
      '--valid-from',
      '2026-01-01',
      '--source',
      'test',
      '--url',
      url,
    ];
    return run('load', 'commodities', ...said, file);
  };

  it('starts, prints a token that the server takes, and keeps its data across a restart', async () => {
    const printed = await token('--party', 'RAIL-YUGUI', '--role', 'rail');
    expect(printed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const before = new TestParty(await start(), printed.trim());
    const sent = await before.sendAndWait(samples.enginesWaybill());
    const record = await before.record(sent.oneDocumentId);
    await stop(npmStart as ChildProcess);
    await expect(fetch(before.url)).rejects.toThrow();

    const after = new TestParty(await start(), printed.trim());
    expect(await after.record(sent.oneDocumentId)).toEqual(record);
    expect((await after.get(`/v1/documents/${sent.documentId}/original`)).bytes.equals(samples.enginesWaybill())).toBe(
      true,
    );
    const other = new TestParty(after.url, (await token('--party', 'FWD-OTHER', '--role', 'forwarder')).trim());
    expect((await other.get(`/v1/one-documents/${sent.oneDocumentId}`)).status).toBe(404);
    expect(await load(after.url, 'code,nameEn,hs\n84073200,Motorcycle engines,840732\n')).toMatch(/^In force: 1 lines/);
    await expect(load(after.url, 'code,nameEn\n8407,Engines\n')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(':2 (code): error: A code of GNG has 8 digits.'),
    });
    const again = await after.send(samples.enginesWaybill());
    expect(again.body).toMatchObject({ documentId: sent.documentId, status: 'accepted' });
  });

  it.each([
    [['--party', 'RAIL-YUGUI', '--role', 'harbour-master']],
    [['--role', 'rail']],
    [['--party', ' RAIL', '--role', 'rail']],
    [['--party', 'RAIL-YUGUI', '--role', 'rail', '--lifetime', 'long']],
    [['--name', 'RAIL-YUGUI']],
  ])('says how a token is asked for, given %j', async (args) => {
    await expect(token(...args)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^Usage: npm run.*\n用法：/),
    });
  });

  it.each([
    [['commodities', '--scheme', 'GNG', 'missing.csv'], 1, /^missing\.csv cannot be read: ENOENT\. 无法读取。$/m],
    [['commodities', '--name', 'GNG'], 2, /^Usage: npm run[^]*\n用法：/],
  ])('says what is wrong with loading %j', async (args, code, stderr) => {
    await expect(run('load', ...args)).rejects.toMatchObject({ code, stderr: expect.stringMatching(stderr) });
  });
});
