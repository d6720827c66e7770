import pg from 'pg';
import { openInstallation, type Installation } from '../support/installation.js';
import { interchangeOf } from '../support/interchange.js';
import { samples } from '../support/samples.js';
import { freshNumber, paintShipment } from '../support/shipments.js';
import { eventually, type SentDocument, type TestParty } from '../support/test-party.js';

const BROKEN = 'ALTER TABLE documents.held_documents ADD CONSTRAINT broken CHECK (false) NOT VALID';
const REASON = { reason: 'The disk of the records is being moved.' };

/** What a document holds cannot be the reason that it is parked. Its sender waits for an answer all the same. */
describe('documents that the room cannot handle', () => {
  let yidan: Installation;
  let operator: TestParty;
  let owner: pg.Client;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    operator = await yidan.party('OPERATIONS', 'operator');
    owner = new pg.Client({ connectionString: yidan.settings.databaseUrl });
    await owner.connect();
    await owner.query(BROKEN);
  });

  afterAll(async () => {
    await owner.end();
    await yidan.close();
  });

  const parked = async (): Promise<{ messageId: string }[]> =>
    (await operator.get('/v1/operations/documents/parked')).body.items;

  const giveUp = async (count: number): Promise<void> => {
    const items = await eventually(`${count} parked`, async () => {
      const items = await parked();
      return items.length === count ? items : undefined;
    });
    for (const { messageId } of items)
      expect((await operator.post(`/v1/operations/documents/parked/${messageId}/discard`, REASON)).status).toBe(204);
  };

  it('are rejected when an operator gives them up, and the sender reads why', async () => {
    const rail = await yidan.party('RAIL', 'rail');
    const { body } = await rail.send(samples.enginesWaybill());
    await giveUp(1);
    const document = await rail.checked(body.documentId);
    expect(document).toMatchObject({
      status: 'rejected',
      findings: [{ code: 'DOCUMENT.GIVEN_UP', severity: 'error' }],
    });
    expect(document.findings[0]!.message).toContain(REASON.reason);
    expect(await parked()).toEqual([]);
  });

  it('are taken in when they come again after that', async () => {
    await owner.query('ALTER TABLE documents.held_documents DROP CONSTRAINT broken');
    const rail = await yidan.party('RAIL', 'rail');
    expect(await rail.sendAndWait(samples.enginesWaybill())).toMatchObject({ status: 'accepted' });
    const { body } = await rail.get('/v1/documents');
    expect(body.items.map(({ status }: SentDocument) => status)).toEqual(['accepted', 'rejected']);
    await owner.query(BROKEN);
  });

  it('are messages of an interchange, too: it is answered when none of its messages is waited for any more', async () => {
    const line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    const bytes = interchangeOf(freshNumber('HB').slice(0, 14), [paintShipment().message(), paintShipment().message()]);
    const { body } = await line.send(bytes, { 'content-type': 'application/EDIFACT' });
    await giveUp(2);
    expect(await line.checked(body.documentId)).toMatchObject({
      status: 'rejected',
      messages: { total: 2, accepted: 0, rejected: 2 },
    });
    const answer = await line.get(`/v1/documents/${body.documentId}/acknowledgement`);
    expect(answer.status).toBe(200);
    expect(answer.bytes.toString('latin1')).toContain('UCI+');
  });
});
