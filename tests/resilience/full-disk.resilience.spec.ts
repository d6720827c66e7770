import { setTimeout as pause } from 'node:timers/promises';
import { openSmallDatabase, type SmallDatabase } from '../support/small-database.js';
import { eventually } from '../support/test-party.js';
import { expectAsUndisturbed, openExchanges } from './exchanges.js';
import { proof, sized, tell } from './proof.js';

describe('PostgreSQL’s disk full under load', () => {
  proof(
    'documents are refused, none is lost, and it goes on by itself when there is space',
    async () => {
      const small = await openSmallDatabase();
      if (small !== undefined) await onFullDisk(small).finally(() => small.drop());
    },
    600_000,
  );

  async function onFullDisk({ url, fill, free }: SmallDatabase): Promise<void> {
    const exchanges = await openExchanges({ count: sized(1, 2), databaseUrl: url });
    const { load } = exchanges;
    try {
      await load.during(async () => {
        await pause(1_000);
        fill();
        await eventually('a document refused', async () => load.answers.unavailable > 0 || undefined, 180_000);
        await pause(sized(1_000, 15_000));
        free();
        const { accepted } = load.answers;
        await eventually('a document acknowledged again', async () => load.answers.accepted > accepted || undefined);
        await pause(1_000);
      }, 200);
      tell(`on the full disk: ${JSON.stringify(load.answers)}`);
      await expectAsUndisturbed(await exchanges.outcome());
    } finally {
      await exchanges.close();
    }
  }
});
