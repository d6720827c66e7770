import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unreachableAncestor } from '../../libs/database/src/embedded/server-account.js';
import { startExchange } from '../support/exchange-process.js';
import { expectAsUndisturbed, openExchanges } from './exchanges.js';
import { Load } from './load.js';
import { startPostgres15 } from './postgres-15.js';
import { isFull, proof, sized, tell } from './proof.js';
import { checkState, untilQuiet, withDatabase } from './state.js';
import { watchCursors } from './state-checks.js';

const CONSIGNMENTS = sized(10, 200);
const TIMEOUT_MS = 600_000;

describe('the servers and accounts that Yidan runs on', () => {
  proof(
    'PostgreSQL 15 leads to the same state as PostgreSQL 18',
    async () => {
      const postgres = await startPostgres15();
      if (postgres === undefined) return;
      try {
        const exchanges = await openExchanges({ databaseUrl: postgres.url, count: 1 });
        try {
          expect(await versionOf(postgres.url)).toMatch(/^15\./);
          await exchanges.load.send(CONSIGNMENTS);
          await expectAsUndisturbed(await exchanges.outcome());
        } finally {
          await exchanges.close();
        }
      } finally {
        await postgres.stop();
      }
    },
    TIMEOUT_MS,
  );

  if (isFull)
    proof('an ordinary user’s exchange, with its own PostgreSQL, leads to the same state', ordinaryUser, TIMEOUT_MS);
});

/** As root an account without rights is taken; otherwise we are an ordinary user ourselves. The other tests run as whoever runs them. */
async function ordinaryUser(): Promise<void> {
  const account = process.getuid?.() === 0 ? accountOf('nobody') : undefined;
  const closed = account && (await unreachableAncestor(process.execPath, { name: 'nobody', ...account }));
  if (closed !== undefined) return tell(`An ordinary user was not tried: ${closed} is closed to it.`);
  const directory = mkdtempSync(join(tmpdir(), 'yidan-ordinary-'));
  if (account) chownSync(directory, account.uid, account.gid);
  const data = join(directory, 'data');
  const exchange = await startExchange({ DATABASE_URL: '', YIDAN_DATA: data, HOME: directory }, account);
  try {
    const databaseUrl = urlOf(join(data, 'postgres'));
    await withDatabase(databaseUrl, watchCursors);
    const load = await Load.open({ urls: [exchange.url], keys: join(data, 'keys') });
    await load.send(CONSIGNMENTS);
    await untilQuiet(databaseUrl);
    await expectAsUndisturbed(await checkState(databaseUrl, load.received));
  } finally {
    expect(await exchange.end('SIGTERM')).toBe(0);
    rmSync(directory, { recursive: true, force: true });
  }
}

function accountOf(name: string): { uid: number; gid: number } {
  const number = (option: string): number => Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout);
  return { uid: number('-u'), gid: number('-g') };
}

/** Of an embedded PostgreSQL; the fourth line of `postmaster.pid` is its port. */
function urlOf(directory: string): string {
  const password = readFileSync(join(directory, 'password'), 'utf8').trim();
  const port = readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://yidan:${password}@127.0.0.1:${port}/yidan`;
}

const versionOf = (url: string): Promise<string> =>
  withDatabase(url, async (database) => {
    const { rows } = await database.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? '';
  });
