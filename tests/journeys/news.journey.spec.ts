import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, freshNumber } from '../support/shipments.js';
import { eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

interface Known {
  readonly oneDocumentId: string;
  readonly kind: string;
}

/** One question for everything that a party's records have new. */
describe.each(TRANSPORTS)('news, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let customs: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    customs = await yidan.party('CUSTOMS-7200', 'customs');
  });

  afterAll(() => yidan.close());

  /** Asks from a cursor on, as a client does: again with the last one, whether there was something or not. */
  class Follower {
    readonly known: Known[] = [];
    private cursor: string | undefined;

    constructor(
      private readonly party: TestParty,
      private readonly limit: number,
    ) {}

    async ask(): Promise<void> {
      const from = this.cursor === undefined ? '' : `&cursor=${this.cursor}`;
      const { status, body } = await this.party.get(`/v1/news?limit=${this.limit}${from}`);
      expect(status).toBe(200);
      this.cursor = body.nextCursor;
      for (const { oneDocumentId, steps } of body.items)
        for (const { kind } of steps) this.known.push({ oneDocumentId, kind });
      if (body.more) await this.ask();
    }

    kindsOf(record: string): string[] {
      return this.known.filter(({ oneDocumentId }) => oneDocumentId === record).map(({ kind }) => kind);
    }
  }

  const following = async (party: TestParty, limit = 50): Promise<Follower> => {
    const follower = new Follower(party, limit);
    await follower.ask();
    expect(follower.known).toEqual([]);
    return follower;
  };

  const loaded = (container: string): string =>
    JSON.stringify([
      {
        eventID: freshNumber('evt-'),
        eventCreatedDateTime: '2026-11-11T02:00:00Z',
        eventType: 'EQUIPMENT',
        eventClassifierCode: 'ACT',
        eventDateTime: '2026-11-11T09:00:00+08:00',
        equipmentEventTypeCode: 'LOAD',
        equipmentReference: container,
        eventLocation: { UNLocationCode: 'CNQZH' },
      },
    ]);

  it('is each version, event and step of a declaration, once, and others’ not at all', async () => {
    const [mine, strangers, ofCustoms] = [
      await following(forwarder),
      await following(await yidan.party('FWD-LUHAI', 'forwarder')),
      await following(customs),
    ];
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    const { oneDocumentId } = await line.sendAndWait(shipment.bill());
    const record = oneDocumentId as string;
    await eventuallyHolds(async () => {
      await mine.ask();
      expect(mine.kindsOf(record)).toEqual(['record.documentAdded', 'record.documentAdded']);
    });
    await line.sendAndWait(loaded(shipment.containers[0]));
    const lodged = await eventually('the declaration', async () => {
      const order = { oneDocumentId: record, type: 'export', mode: 'advance' };
      const answer = await forwarder.post('/v1/declarations', order);
      return answer.status === 201 ? answer.body : undefined;
    });
    await customs.post(`/v1/declarations/${lodged.declarationId}/responses`, { response: 'accepted' });
    await eventuallyHolds(async () => {
      await mine.ask();
      expect(mine.kindsOf(record).toSorted()).toEqual([
        'declaration.accepted',
        'declaration.lodged',
        'event.loaded',
        'record.documentAdded',
        'record.documentAdded',
      ]);
      await ofCustoms.ask();
      expect(ofCustoms.kindsOf(record)).toContain('declaration.lodged');
    });
    await strangers.ask();
    expect(strangers.known).toEqual([]);
  });

  it('leaves nothing out and tells nothing twice while much comes at once', async () => {
    const mine = await following(forwarder, 3);
    const shipments = Array.from({ length: 20 }, () => enginesShipment());
    const sending = Promise.all(
      shipments.flatMap((shipment) => [rail.sendAndWait(shipment.waybill()), line.sendAndWait(shipment.bill())]),
    );
    let isSent = false;
    void sending.finally(() => (isSent = true)).catch(() => undefined);
    while (!isSent) await mine.ask();
    const sent = await sending;
    await eventuallyHolds(async () => {
      await mine.ask();
      const ofRecords = mine.known.filter(({ kind }) => kind === 'record.documentAdded');
      expect(ofRecords).toHaveLength(sent.length);
    });
    expect(new Set(mine.known.map(({ oneDocumentId }) => oneDocumentId)).size).toBe(shipments.length);
  });

  it('is refused from a cursor that is not kept, with what to do', async () => {
    const ahead = Buffer.from(JSON.stringify(['999999999'])).toString('base64url');
    expect(await forwarder.get(`/v1/news?cursor=${ahead}`)).toMatchObject({
      status: 409,
      body: { code: 'TRACKING.NEWS_FORGOTTEN' },
    });
    expect(await forwarder.get('/v1/news?cursor=x')).toMatchObject({ status: 400, body: { code: 'PAGING.CURSOR' } });
  });
});
