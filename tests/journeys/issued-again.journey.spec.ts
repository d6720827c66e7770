import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, freshNumber, withTree } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

/** The carrier voids a bill and issues it again under another number (换单), after its goods were declared by a standing instruction. */
describe.each(TRANSPORTS)('a bill issued again under another number, over %s', (transport) => {
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
    await forwarder.put('/v1/declarations/standing-instructions', {
      instructions: [{ type: 'export', mode: 'advance', action: 'lodge' }],
    });
  });

  afterAll(() => yidan.close());

  const voided = (bill: Buffer) => withTree(bill, (tree) => (tree.transportDocumentStatus = 'VOIDED'));
  const renumbered = (bill: Buffer, number: string) =>
    withTree(bill, (tree) => (tree.transportDocumentReference = number));

  const declared = async () => {
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    const { oneDocumentId } = await line.sendAndWait(shipment.bill());
    const { declarationId } = await eventually('the declaration', () => declarationOf(oneDocumentId as string));
    await customs.post(`/v1/declarations/${declarationId}/responses`, { response: 'accepted' });
    return { shipment, oneDocumentId: oneDocumentId as string, path: `/v1/declarations/${declarationId}` };
  };
  const declarationsOf = async (oneDocumentId: string) =>
    (await forwarder.get('/v1/declarations')).body.items.filter((item: any) => item.oneDocumentId === oneDocumentId);
  const declarationOf = async (oneDocumentId: string) => (await declarationsOf(oneDocumentId))[0];
  /** Once the clearance room has heard the latest version of the record. */
  const outdatedBecause = async (oneDocumentId: string, path: string) => {
    const { version } = await line.record(oneDocumentId);
    return eventually('the outdated declaration', async () => {
      const { body } = await forwarder.get(path);
      return body.recordVersionNow >= version && body.outdated ? body.outdatedBecause : undefined;
    });
  };
  const asksForNoSecond = async (oneDocumentId: string) => {
    expect(await declarationsOf(oneDocumentId)).toHaveLength(1);
    const order = { oneDocumentId, type: 'export', mode: 'advance' };
    expect(await forwarder.post('/v1/declarations', order)).toMatchObject({
      status: 409,
      body: { code: 'CLEARANCE.ALREADY_LODGED' },
    });
  };

  it('is not declared again: the first declaration says which number is another, and is amended', async () => {
    const { shipment, oneDocumentId, path } = await declared();
    const number = freshNumber('HBLAGAIN');
    await line.sendAndWait(voided(shipment.bill()));
    const again = await line.sendAndWait(renumbered(shipment.bill(), number));
    expect(again.oneDocumentId).toBe(oneDocumentId);
    expect(await outdatedBecause(oneDocumentId, path)).toEqual([
      { path: expect.stringMatching(/^\/transportDocuments\/\d\/number$/), declared: shipment.billNumber, now: number },
    ]);
    await asksForNoSecond(oneDocumentId);
    const asked = await forwarder.post(`${path}/requests`, { kind: 'amendment', reason: '换单' });
    const decided = await customs.post(`${path}/requests/${asked.body.requestId}/decision`, { decision: 'granted' });
    expect(decided).toMatchObject({ status: 201, body: { outdated: false } });
    expect(decided.body.declaration.transportDocuments.map((one: any) => one.number)).toContain(number);
  });

  it('is not declared again where all documents were cancelled before', async () => {
    const { shipment, oneDocumentId, path } = await declared();
    const [note, number] = [freshNumber('CQ26'), freshNumber('HBLAGAIN')];
    await line.sendAndWait(voided(shipment.bill()));
    await rail.sendAndWait(shipment.cancellation());
    expect(await rail.record(oneDocumentId)).toMatchObject({ state: 'cancelled' });
    const again = await line.sendAndWait(renumbered(shipment.bill(), number));
    expect(again).toMatchObject({ oneDocumentId, findings: [{ code: 'DOCUMENT.ISSUED_AGAIN' }] });
    expect(await rail.sendAndWait(shipment.waybill({ [shipment.waybillNumber]: note }))).toMatchObject({
      oneDocumentId,
    });
    expect(await outdatedBecause(oneDocumentId, path)).toMatchObject([{ now: number }]);
    await asksForNoSecond(oneDocumentId);
  });

  it('waits for a person where it is to another consignee, and goes on when the line says that it is the same', async () => {
    const { shipment, oneDocumentId, path } = await declared();
    const number = freshNumber('HBLSWITCH');
    await line.sendAndWait(voided(shipment.bill()));
    await rail.sendAndWait(shipment.cancellation());
    const again = await line.sendAndWait(
      withTree(renumbered(shipment.bill(), number), (tree) => {
        tree.documentParties.consignee = { partyName: 'PENANG PARTS SDN. BHD.' };
      }),
    );
    expect(again.findings.map(({ code }) => code)).toContain('DOCUMENT.MAYBE_ISSUED_AGAIN');
    expect(await line.record(again.oneDocumentId)).toMatchObject({
      state: 'unjoined',
      join: { candidates: [oneDocumentId] },
    });
    expect((await line.get(`/v1/one-documents/${oneDocumentId}/waiting`)).body.items).toMatchObject([
      { oneDocumentId: again.oneDocumentId },
    ]);
    const settled = await line.put(`/v1/one-documents/${again.oneDocumentId}/join`, { with: oneDocumentId });
    expect(settled).toMatchObject({ status: 200, body: { id: oneDocumentId, state: 'open' } });
    expect(await outdatedBecause(oneDocumentId, path)).toContainEqual(expect.objectContaining({ now: number }));
    await asksForNoSecond(oneDocumentId);
  });

  it('waits while the first is in force, and goes on by itself when that is cancelled', async () => {
    const { shipment, oneDocumentId, path } = await declared();
    const number = freshNumber('HBLAGAIN');
    const early = await line.sendAndWait(renumbered(shipment.bill(), number));
    expect(await line.record(early.oneDocumentId)).toMatchObject({
      state: 'unjoined',
      join: { candidates: [oneDocumentId] },
    });
    await line.sendAndWait(voided(shipment.bill()));
    expect(await line.record(early.oneDocumentId)).toMatchObject({ state: 'merged', mergedInto: oneDocumentId });
    expect(await outdatedBecause(oneDocumentId, path)).toMatchObject([{ now: number }]);
    await asksForNoSecond(oneDocumentId);
    expect(await declarationsOf(early.oneDocumentId as string)).toEqual([]);
  });
});
