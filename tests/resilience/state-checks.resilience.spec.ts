import { openExchanges } from './exchanges.js';
import { proof } from './proof.js';
import { checkState, withDatabase } from './state.js';

/** What could have gone wrong, done by hand, and words of the sentence that says so. */
const WRONGS: readonly (readonly [string, string])[] = [
  [
    `DELETE FROM documents.join_keys; UPDATE documents.held_documents SET one_document_id = NULL WHERE document_id = $receipt`,
    'was acknowledged',
  ],
  [`UPDATE documents.one_documents SET version = 9`, 'versions, the last is 9'],
  [`UPDATE clearance.records SET version = 7`, 'is known to clearance'],
  [`DELETE FROM clearance.declaration_steps; DELETE FROM clearance.declarations`, 'has 0 lodged declarations'],
  [`DELETE FROM tracking.steps WHERE kind = 'document.received'`, 'has 0 steps document.received'],
  [`DELETE FROM tracking.news WHERE number = 1`, 'The news has'],
  [`DELETE FROM tracking.news`, 'The news tells the step'],
  [`UPDATE tracking.cursor SET number = number - 1 WHERE number > 0`, 'tracking went from'],
  [`DELETE FROM documents.outbox`, 'of documents.one-document.changed.v1 has 0 messages'],
  [`DELETE FROM gateway.originals`, 'has 0 originals'],
];

describe('the check of what became of a load', () => {
  proof(
    'finds nothing where all is well, and each wrong that is done',
    async () => {
      const exchanges = await openExchanges({ count: 1 });
      try {
        await exchanges.load.send(2);
        const { faults, hash } = await exchanges.outcome();
        expect(faults).toEqual([]);
        const receipt = exchanges.load.received.get(0)?.waybill as string;
        for (const [wrong, words] of WRONGS) {
          await withDatabase(exchanges.databaseUrl, (database) =>
            database.query(wrong.replace('$receipt', `'${receipt}'`)),
          );
          const found = await checkState(exchanges.databaseUrl, exchanges.load.received);
          expect(found.faults.filter((fault) => fault.includes(words))).not.toEqual([]);
        }
        expect((await checkState(exchanges.databaseUrl, exchanges.load.received)).hash).not.toBe(hash);
      } finally {
        await exchanges.close();
      }
    },
    300_000,
  );
});
