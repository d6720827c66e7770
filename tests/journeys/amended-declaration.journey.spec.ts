import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, withTree, type EnginesShipment } from '../support/shipments.js';
import { eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

/** Declared and accepted; then the goods miss their vessel, the carrier sends the bill with the next voyage, and at last they are shut out (退关). */
describe.each(TRANSPORTS)('a declaration that is amended and cancelled, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let customs: TestParty;
  let shipment: EnginesShipment;
  let oneDocumentId: string;
  let path: string;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    customs = await yidan.party('CUSTOMS-7200', 'customs');
    shipment = enginesShipment();
  });

  afterAll(() => yidan.close());

  const declare = () =>
    eventually('the declaration', async () => {
      const answer = await forwarder.post('/v1/declarations', { oneDocumentId, type: 'export', mode: 'advance' });
      return answer.status === 201 ? answer.body : undefined;
    });
  const onVoyage = (voyage: string) =>
    withTree(shipment.bill(), (tree) => {
      for (const one of tree.transports.vesselVoyages) one.carrierExportVoyageNumber = voyage;
    });

  it('is found when the bill names the next voyage, and says where it is outdated', async () => {
    await rail.sendAndWait(shipment.waybill());
    oneDocumentId = (await line.sendAndWait(shipment.bill())).oneDocumentId as string;
    const { declarationId } = await declare();
    path = `/v1/declarations/${declarationId}`;
    await customs.post(`${path}/responses`, { response: 'accepted' });
    await line.sendAndWait(onVoyage('047S'));
    const outdated = await eventually('the outdated declaration', async () => {
      const { body } = await forwarder.get('/v1/declarations?outdated=true');
      return body.items.find((item: any) => item.declarationId === declarationId);
    });
    expect(outdated).toMatchObject({ status: 'accepted', outdated: true });
    expect((await forwarder.get(path)).body.outdatedBecause).toEqual([
      { path: '/borderCrossing/meansOfTransport/voyage', declared: expect.any(String), now: '047S' },
    ]);
  });

  it('is amended when customs grants it, and what it said before is kept', async () => {
    const order = { kind: 'amendment', reason: '改配下一航次' };
    expect((await customs.post(`${path}/requests`, order)).status).toBe(403);
    expect((await line.post(`${path}/requests`, order)).status).toBe(403);
    const asked = await forwarder.post(`${path}/requests`, order);
    expect(asked).toMatchObject({ status: 201, body: { status: 'pending', kind: 'amendment' } });
    expect((await forwarder.post(`${path}/requests`, order)).status).toBe(200);
    expect((await customs.get('/v1/declarations?request=pending')).body.items).toMatchObject([{ status: 'accepted' }]);

    const request = `${path}/requests/${asked.body.requestId}`;
    expect((await forwarder.post(`${request}/decision`, { decision: 'granted' })).status).toBe(403);
    expect((await customs.post(`${request}/decision`, { decision: 'refused' })).body.code).toBe(
      'CLEARANCE.REASONS_REQUIRED',
    );
    const decided = await customs.post(`${request}/decision`, { decision: 'granted', reference: '720020260000501' });
    expect(decided).toMatchObject({ status: 201, body: { status: 'accepted', outdated: false } });
    expect(decided.body.declaration.borderCrossing.meansOfTransport.voyage).toBe('047S');
    const kept = (await forwarder.get(request)).body;
    expect(kept.declared.borderCrossing.meansOfTransport.voyage).not.toBe('047S');
    expect((await customs.get('/v1/declarations?request=pending')).body.items).toEqual([]);
    const again = await forwarder.post(`${path}/requests`, order);
    expect(again).toMatchObject({ status: 409, body: { code: 'CLEARANCE.NOTHING_TO_AMEND' } });
  });

  it('is cancelled when the goods are shut out, and they can be declared again', async () => {
    const asked = await forwarder.post(`${path}/requests`, { kind: 'cancellation', reason: '退关' });
    const decided = await customs.post(`${path}/requests/${asked.body.requestId}/decision`, { decision: 'granted' });
    expect(decided).toMatchObject({ status: 201, body: { status: 'cancelled' } });
    const gone = await customs.post(`${path}/responses`, { response: 'released' });
    expect(gone).toMatchObject({ status: 409, body: { code: 'CLEARANCE.ILLEGAL_STEP', allowed: [] } });
    expect(await declare()).toMatchObject({ status: 'lodged' });
  });

  it('has it all on the timeline', async () => {
    await eventuallyHolds(async () => {
      const { body } = await forwarder.get(`/v1/one-documents/${oneDocumentId}/timeline`);
      const kinds = body.items.map(({ kind }: any) => kind).filter((kind: string) => kind.startsWith('declaration.'));
      expect(kinds).toEqual(
        expect.arrayContaining([
          'declaration.lodged',
          'declaration.accepted',
          'declaration.outdated',
          'declaration.amendmentRequested',
          'declaration.amended',
          'declaration.cancellationRequested',
          'declaration.cancelled',
        ]),
      );
    });
  });
});
