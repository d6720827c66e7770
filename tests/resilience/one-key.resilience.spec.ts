import { openSigningKey } from '#access';
import { enginesShipment } from '../support/shipments.js';
import { TestParty } from '../support/test-party.js';
import { type Exchanges, openExchanges } from './exchanges.js';
import { proof } from './proof.js';
import { withDatabase } from './state.js';

const AT_ONCE = 50;

describe('one Idempotency-Key, two gateways', () => {
  let exchanges: Exchanges;
  let rail: readonly TestParty[];

  beforeAll(async () => {
    exchanges = await openExchanges();
    const token = await (await openSigningKey(exchanges.keys)).tokenFor({ party: 'RAIL-YUGUI', role: 'rail' });
    rail = exchanges.urls.map((url) => new TestParty(url, token));
  });
  afterAll(() => exchanges.close());

  const sendAtOnce = (bodyOf: (index: number) => Buffer, key: string) =>
    Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        (rail[Math.floor(index / 2) % rail.length] as TestParty).send(bodyOf(index), { 'idempotency-key': key }),
      ),
    );
  const countDocuments = () =>
    withDatabase(exchanges.databaseUrl, async (database) => {
      const { rows } = await database.query<{ count: string }>('SELECT count(*) FROM gateway.documents');
      return Number(rows[0]?.count);
    });

  proof(
    'sent fifty times at once with one body: one document; with another body: refused',
    async () => {
      const shipment = enginesShipment();
      const answers = await sendAtOnce(() => shipment.waybill(), 'the-waybill');
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
      expect(new Set(answers.map(({ body }) => body.documentId)).size).toBe(1);
      expect(await countDocuments()).toBe(1);
      const other = await sendAtOnce(() => shipment.bill(), 'the-waybill');
      expect(new Set(other.map(({ status }) => status))).toEqual(new Set([422]));
      expect(await countDocuments()).toBe(1);
    },
    300_000,
  );

  proof(
    'sent fifty times at once with two bodies: the first is taken, the other refused each time',
    async () => {
      const bodies = [enginesShipment().waybill(), enginesShipment().waybill()] as const;
      const answers = await sendAtOnce((index) => bodies[index % 2] as Buffer, 'either');
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 422]));
      const taken = answers.filter(({ status }) => status === 202).map(({ body }) => body.documentId as string);
      expect(taken).toHaveLength(AT_ONCE / 2);
      expect(new Set(taken).size).toBe(1);
      expect(await countDocuments()).toBe(2);
    },
    300_000,
  );
});
