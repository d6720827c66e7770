import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSigningKey, ROLES } from '#access';
import { stopOnSignal } from '#program';
import { dataDirectory, keyDirectory } from '#room';
import { openInstallation } from '../../apps/exchange/src/open-installation.js';
import { Party } from './party.js';
import { chapter, line } from './show.js';
import { tellStory, type Parties } from './story.js';

/**
 * `npm run demo`: a fresh installation, two shipments on their whole path, and the server left running for a look.
 * With `--exit` it ends instead, with status 0 only if every step truly happened.
 */
const DIRECTORY = join(dataDirectory(process.env), 'demo');
const environment = {
  YIDAN_LOG_LEVEL: 'warn',
  ...process.env,
  YIDAN_LOG_FORMAT: 'text',
  YIDAN_DATA: DIRECTORY,
  ...(process.env['PORT'] ? {} : { PORT: process.argv.includes('--exit') ? '0' : '3000' }),
};

chapter('Yidan 一单 starts: five rooms in one process, on an embedded PostgreSQL');
rmSync(DIRECTORY, { recursive: true, force: true });
const exchange = await openInstallation(environment);
line(exchange.url);

try {
  const parties = await enter(exchange.url);
  await tellStory(parties);
  chapter('Every step happened');
  if (process.argv.includes('--exit')) {
    await exchange.close();
    process.exit(0);
  }
  invite(parties);
  stopOnSignal(() => exchange.close());
} catch (error) {
  process.stderr.write(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  await exchange.close();
  process.exit(1);
}

async function enter(url: string): Promise<Parties> {
  const key = await openSigningKey(keyDirectory(environment));
  return {
    rail: await Party.enter(url, key, { party: 'RAIL-YUGUI', role: 'rail' }),
    line: await Party.enter(url, key, { party: 'LINE-HAIBEI', role: 'ocean-carrier' }),
    yuxin: await Party.enter(url, key, { party: 'FWD-YUXIN', role: 'forwarder' }),
    luhai: await Party.enter(url, key, { party: 'FWD-LUHAI', role: 'forwarder' }),
    customs: await Party.enter(url, key, { party: 'CUSTOMS-7200', role: 'customs' }),
  };
}

function invite(parties: Parties): void {
  line(`The server goes on at ${exchange.url}. The API's description: ${exchange.url}/docs`);
  line('Look around as the forwarder:');
  line(parties.yuxin.curl('/v1/one-documents'));
  line('Tokens for other parties and roles:');
  line(`YIDAN_DATA=${DIRECTORY} npm run --silent token -- --party CODE --role ${ROLES.join('|')}`);
  line('Ctrl-C ends it.');
}
