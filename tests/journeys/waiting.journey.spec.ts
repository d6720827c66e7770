import type { OneDocument } from '#domain';
import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, freshContainer, freshNumber, type EnginesShipment } from '../support/shipments.js';
import { eventually, type SentDocument, type TestParty } from '../support/test-party.js';

/** A container number that two waybills of the same days carry: nobody but a person can say which of them the bill goes on from. */
describe.each(TRANSPORTS)('a bill that fits two records, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
  });

  afterAll(() => yidan.close());

  /** Two waybills over one container, and a bill that shares nothing else with either. */
  const ambiguous = async () => {
    const one = enginesShipment();
    const two = enginesShipment();
    const [shared] = one.containers;
    const first = await rail.sendAndWait(one.waybill());
    const second = await rail.sendAndWait(two.waybill({ [two.containers[0]]: shared }));
    const bill = await line.sendAndWait(one.billOfContainers({ [one.containers[1]]: freshContainer() }));
    return { one, two, first, second, bill };
  };

  const settle = (party: TestParty, waiting: SentDocument, chosen: string | null) =>
    party.put(`/v1/one-documents/${waiting.oneDocumentId}/join`, { with: chosen });

  const numbersOf = ({ transportDocuments }: OneDocument): string[] =>
    transportDocuments.map(({ number }) => number).sort();

  it('waits with both as candidates, and is not guessed', async () => {
    const { one, first, second, bill } = await ambiguous();
    expect(new Set([first, second, bill].map(({ oneDocumentId }) => oneDocumentId)).size).toBe(3);
    const waiting = await line.record(bill.oneDocumentId);
    expect(waiting).toMatchObject({
      state: 'unjoined',
      join: {
        result: 'unjoined',
        evidence: expect.arrayContaining([expect.objectContaining({ by: 'container', value: one.containers[0] })]),
      },
    });
    expect([...waiting.join.candidates].sort()).toEqual([first.oneDocumentId, second.oneDocumentId].sort());
    for (const { oneDocumentId } of [first, second]) {
      expect(await rail.record(oneDocumentId)).toMatchObject({ version: 1, state: 'open', join: { result: 'single' } });
    }
    const { body } = await line.get('/v1/one-documents?state=unjoined');
    expect(body.items.map(({ id }: OneDocument) => id)).toContain(bill.oneDocumentId);
    const forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    const order = { oneDocumentId: bill.oneDocumentId, type: 'export', mode: 'advance' };
    const refused = await eventuallyKnown(() => forwarder.post('/v1/declarations', order));
    expect(refused).toMatchObject({ status: 422, body: { code: 'CLEARANCE.RECORD_UNJOINED' } });
    expect(JSON.stringify(refused.body)).not.toContain(first.oneDocumentId);
  });

  /** The clearance room hears of a record a moment after it is made. */
  const eventuallyKnown = async (ask: () => ReturnType<TestParty['post']>) =>
    eventually('the record in the clearance room', async () => {
      const answer = await ask();
      return answer.status === 404 ? undefined : answer;
    });

  it('goes where a party says, once, and the other record stays as it was', async () => {
    const { two, first, second, bill } = await ambiguous();
    const stranger = await yidan.party('FWD-OTHER', 'forwarder');
    expect((await settle(stranger, bill, second.oneDocumentId)).status).toBe(404);
    const elsewhere = await rail.sendAndWait(enginesShipment().waybill());
    expect(await settle(line, bill, elsewhere.oneDocumentId)).toMatchObject({
      status: 422,
      body: { code: 'JOIN.NOT_A_CANDIDATE' },
    });
    const { status, body } = await settle(line, bill, second.oneDocumentId);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: second.oneDocumentId,
      state: 'open',
      version: 2,
      change: { kind: 'joinConfirmed' },
    });
    expect(numbersOf(body)).toHaveLength(2);
    expect(numbersOf(body)).toContain(two.waybillNumber);
    expect(body.join.evidence.map(({ by }: { by: string }) => by)).toContain('confirmation');
    expect(await line.record(bill.oneDocumentId)).toMatchObject({
      state: 'merged',
      mergedInto: second.oneDocumentId,
    });
    expect((await line.checked(bill.documentId)).status).toBe('accepted');
    expect(await rail.record(first.oneDocumentId)).toMatchObject({ version: 1, state: 'open' });
    expect(await settle(line, bill, first.oneDocumentId)).toMatchObject({
      status: 409,
      body: { code: 'JOIN.NOT_WAITING' },
    });
  });

  it('stays apart when a party says so', async () => {
    const { one, first, second, bill } = await ambiguous();
    const { status, body } = await settle(line, bill, null);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: bill.oneDocumentId, state: 'open', join: { candidates: [] } });
    expect(numbersOf(body)).toEqual([one.billNumber]);
    for (const { oneDocumentId } of [first, second])
      expect(numbersOf(await rail.record(oneDocumentId))).toHaveLength(1);
    expect((await settle(line, bill, null)).status).toBe(409);
  });

  it('goes there also where ids are written in capitals', async () => {
    const { second, bill } = await ambiguous();
    const path = `/v1/one-documents/${bill.oneDocumentId?.toUpperCase()}/join`;
    expect(await line.put(path, { with: second.oneDocumentId?.toUpperCase() })).toMatchObject({
      status: 200,
      body: { id: second.oneDocumentId },
    });
  });

  /** A bill over one container of each brings the records of two waybills together; the older goes on. */
  const mergedInto = async (older: EnginesShipment, younger: EnginesShipment) => {
    const over = enginesShipment();
    return line.sendAndWait(
      over.billOfContainers({
        [over.containers[0]]: older.containers[0],
        [over.containers[1]]: younger.containers[1],
      }),
    );
  };

  it('shares the waybill of its candidate with the bill that came to it meanwhile', async () => {
    const older = enginesShipment();
    const oldest = await rail.sendAndWait(older.waybill());
    const { one, first, second, bill } = await ambiguous();
    expect((await mergedInto(older, one)).oneDocumentId).toBe(oldest.oneDocumentId);
    expect(await rail.record(first.oneDocumentId)).toMatchObject({ state: 'merged', mergedInto: oldest.oneDocumentId });
    const { status, body } = await settle(line, bill, first.oneDocumentId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: bill.oneDocumentId, state: 'open', join: { result: 'joined', candidates: [] } });
    expect(numbersOf(body)).toEqual([one.waybillNumber, one.billNumber].sort());
    expect(numbersOf(await rail.record(oldest.oneDocumentId))).toHaveLength(3);
    expect(numbersOf(await rail.record(second.oneDocumentId))).toHaveLength(1);
  });

  it('shares it too when the party names the record that the candidate went into', async () => {
    const older = enginesShipment();
    const oldest = await rail.sendAndWait(older.waybill());
    const { one, bill } = await ambiguous();
    await mergedInto(older, one);
    expect(await settle(line, bill, oldest.oneDocumentId)).toMatchObject({
      status: 200,
      body: { id: bill.oneDocumentId, join: { result: 'joined' } },
    });
  });

  it('waits no more when one of the two is cancelled', async () => {
    const { one, first, second, bill } = await ambiguous();
    await rail.sendAndWait(one.cancellation());
    expect(await rail.record(first.oneDocumentId)).toMatchObject({ state: 'cancelled' });
    expect(await line.record(bill.oneDocumentId)).toMatchObject({ state: 'merged', mergedInto: second.oneDocumentId });
    expect(await settle(line, bill, first.oneDocumentId)).toMatchObject({
      status: 409,
      body: { code: 'JOIN.NOT_WAITING' },
    });
  });

  it('waits also for a forwarder whom nothing but a container number ties to the record', async () => {
    const shipment = enginesShipment();
    const note = await rail.sendAndWait(shipment.waybill());
    const party = freshNumber('FWD-');
    const outsider = await yidan.party(party, 'forwarder');
    const bill = await outsider.sendAndWait(shipment.billOfContainers());
    expect(bill.oneDocumentId).not.toBe(note.oneDocumentId);
    const told = await outsider.record(bill.oneDocumentId);
    expect(told).toMatchObject({
      state: 'unjoined',
      join: {
        evidence: shipment.containers.map((value) => ({ by: 'container', value, documentIds: [bill.documentId] })),
        candidates: [],
        undisclosedCandidates: 1,
      },
    });
    const elsewhere = [
      `/v1/one-documents/${bill.oneDocumentId}/versions/1`,
      '/v1/one-documents?state=unjoined',
      `/v1/one-documents/${bill.oneDocumentId}?format=json-ld`,
    ];
    for (const path of elsewhere) {
      const answer = String((await outsider.get(path)).bytes);
      expect(answer).toContain('"undisclosedCandidates":1');
      for (const id of [note.oneDocumentId, note.documentId]) expect(answer).not.toContain(id);
    }
    expect(await settle(outsider, bill, note.oneDocumentId)).toMatchObject({
      status: 403,
      body: { code: 'JOIN.NOT_YOURS' },
    });
    const own = await outsider.sendAndWait(enginesShipment().billOfContainers());
    const { status, body } = await settle(outsider, bill, own.oneDocumentId);
    expect([status, body.code]).toEqual([422, 'JOIN.NOT_A_CANDIDATE']);
    expect(JSON.stringify(body)).not.toContain(note.oneDocumentId);
    const [asked] = (await rail.get(`/v1/one-documents/${note.oneDocumentId}/waiting`)).body.items;
    expect(asked).toEqual({
      oneDocumentId: bill.oneDocumentId,
      transportDocuments: [
        { kind: 'billOfLading', number: shipment.billNumber, sentBy: party, receivedAt: expect.any(String) },
      ],
      evidence: shipment.containers.map((value) => ({ by: 'container', value })),
    });
    expect((await outsider.get(`/v1/one-documents/${note.oneDocumentId}/waiting`)).status).toBe(404);
    expect((await outsider.get(`/v1/one-documents/${bill.oneDocumentId}/waiting`)).body.items).toEqual([]);
    expect(await settle(rail, bill, note.oneDocumentId)).toMatchObject({
      status: 200,
      body: { id: note.oneDocumentId, join: { result: 'joined' } },
    });
  });

  it('names its candidates to who is a party to both', async () => {
    const shipment = enginesShipment();
    const both = freshNumber('BOTH-');
    const note = await rail.sendAndWait(shipment.waybill({ SGLCMP: both }));
    const outsider = await yidan.party(freshNumber('FWD-'), 'forwarder');
    const bill = await outsider.sendAndWait(shipment.billOfContainers({ SGLCMP: both }));
    const { join } = await (await yidan.party(both, 'broker')).record(bill.oneDocumentId);
    expect(join.candidates).toEqual([note.oneDocumentId]);
    expect(join.evidence[0]?.documentIds).toEqual([note.documentId, bill.documentId]);
    expect(join).not.toHaveProperty('undisclosedCandidates');
  });

  it('waits also where a forwarder came first with nothing but the container numbers, and he does not confirm it', async () => {
    const shipment = enginesShipment();
    const outsider = await yidan.party(freshNumber('FWD-'), 'forwarder');
    const made = await outsider.sendAndWait(shipment.waybill());
    const bill = await line.sendAndWait(shipment.billOfContainers());
    expect(await line.record(bill.oneDocumentId)).toMatchObject({
      state: 'unjoined',
      join: { candidates: [made.oneDocumentId] },
    });
    expect((await outsider.get(`/v1/one-documents/${bill.oneDocumentId}`)).status).toBe(404);
    expect(await settle(outsider, bill, made.oneDocumentId)).toMatchObject({
      status: 403,
      body: { code: 'JOIN.NOT_YOURS' },
    });
    expect(await settle(line, bill, made.oneDocumentId)).toMatchObject({
      status: 200,
      body: { join: { result: 'joined' } },
    });
  });

  it('waits no longer for the candidate when it is cancelled', async () => {
    const shipment = enginesShipment();
    const theirs = await line.sendAndWait(shipment.billOfContainers());
    const outsider = await yidan.party(freshNumber('FWD-'), 'forwarder');
    await outsider.sendAndWait(shipment.waybill());
    const waiting = async () => (await line.get(`/v1/one-documents/${theirs.oneDocumentId}/waiting`)).body.items;
    expect(await waiting()).toHaveLength(1);
    await outsider.sendAndWait(shipment.cancellation());
    expect(await waiting()).toEqual([]);
  });

  it.each(['broker', 'ocean-carrier'] as const)(
    'and a %s whom the outsider names does not confirm it',
    async (role) => {
      const shipment = enginesShipment();
      const named = freshNumber('NAMED-');
      const note = await rail.sendAndWait(shipment.waybill());
      const outsider = await yidan.party(freshNumber('FWD-'), 'forwarder');
      const bill = await outsider.sendAndWait(shipment.billOfContainers({ SGLCMP: named }));
      expect(await settle(await yidan.party(named, role), bill, note.oneDocumentId)).toMatchObject({
        status: 403,
        body: { code: 'JOIN.NOT_YOURS' },
      });
      expect((await outsider.get(`/v1/one-documents/${note.oneDocumentId}`)).status).toBe(404);
    },
  );
});
