import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, paintShipment, withTree } from '../support/shipments.js';
import { eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

/** A forwarder leaves the declaration to its broker (报关行): by a mandate (报关委托书) for one record, then by a standing one. */
describe.each(TRANSPORTS)('a broker declares by mandate, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let broker: TestParty;
  let stranger: TestParty;
  let customs: TestParty;
  let oneDocumentId: string;
  let mandateId: string;
  let declarationId: string;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-CHENGDU', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-LUHAI', 'forwarder');
    broker = await yidan.party('BRK-AN', 'broker');
    stranger = await yidan.party('BRK-OTHER', 'broker');
    customs = await yidan.party('CUSTOMS-7200', 'customs');
  });

  afterAll(() => yidan.close());

  /** Paint, and tableware that no document gives an HS code. */
  const sendTableware = async (): Promise<string> => {
    const shipment = paintShipment();
    const stated = /<HsCode>691110<\/HsCode>\s*<CustomsName>PORCELAIN TABLEWARE<\/CustomsName>/;
    const bill = withTree(shipment.bill(), (tree) => {
      tree.consignmentItems[1].descriptionOfGoods = ['GIFT SETS'];
      delete tree.consignmentItems[1].HSCodes;
    });
    const { oneDocumentId: id } = await line.sendAndWait(bill);
    const waybill = shipment.waybill().toString('utf8').replace(stated, '');
    expect((await forwarder.sendAndWait(waybill, { 'content-type': 'application/xml' })).oneDocumentId).toBe(id);
    return id as string;
  };

  const order = (type: 'export' | 'import' = 'export') => ({ oneDocumentId, type, mode: 'advance' });
  const mandate = (more: object = {}) =>
    forwarder.post('/v1/mandates', { oneDocumentId, type: 'export', broker: 'BRK-AN', ...more });
  const revoke = (id: string, party = forwarder) =>
    party.post(`/v1/mandates/${id}/revocation`, { reason: '改由他人报关' });
  const changesOf = async (): Promise<string[]> =>
    (await forwarder.get(`/v1/one-documents/${oneDocumentId}/versions`)).body.items
      .map(({ change }: any) => change.kind)
      .toReversed();
  const waitingFor = async (party: TestParty) =>
    (await party.get('/v1/commodities/queue')).body.items.find((item: any) => item.oneDocumentId === oneDocumentId);

  const stepFor = (party: TestParty, kind: string) =>
    eventually(`the step ${kind}`, async () => {
      const { body } = await party.get(`/v1/one-documents/${oneDocumentId}/timeline`);
      return body.items?.find((step: any) => step.kind === kind);
    });

  /** What the party may see of the record, room by room. */
  const sees = async (party: TestParty) => ({
    record: (await party.get(`/v1/one-documents/${oneDocumentId}`)).status,
    firstVersion: (await party.get(`/v1/one-documents/${oneDocumentId}/versions/1`)).status,
    found: (await party.get('/v1/one-documents')).body.items.length,
    timeline: (await party.get(`/v1/one-documents/${oneDocumentId}/timeline`)).status,
    queue: (await waitingFor(party)) !== undefined,
  });
  const NOTHING = { record: 404, firstVersion: 404, found: 0, timeline: 404, queue: false };

  it('which is refused as long as it has none', async () => {
    oneDocumentId = await sendTableware();
    await eventually('the queue', () => waitingFor(forwarder));
    for (const type of ['export', 'import'] as const)
      expect(await broker.post('/v1/declarations', order(type))).toMatchObject({
        status: 404,
        body: {
          code: 'CLEARANCE.NO_MANDATE',
          messages: { en: expect.any(String), zh: expect.stringContaining('报关委托书') },
        },
      });
    expect(await sees(broker)).toEqual(NOTHING);
    expect((await broker.post('/v1/mandates', { oneDocumentId, type: 'export', broker: 'BRK-OTHER' })).status).toBe(
      403,
    );
  });

  it('sees the record, its timeline and its queue from the mandate on, which is given once', async () => {
    const given = await eventually('the mandate', async () => {
      const answer = await mandate();
      return answer.status === 404 ? undefined : answer;
    });
    expect(given).toMatchObject({ status: 201, body: { principal: 'FWD-LUHAI', broker: 'BRK-AN', type: 'export' } });
    mandateId = given.body.mandateId;
    expect(given.headers.get('location')).toBe(`/v1/mandates/${mandateId}`);
    expect(await mandate()).toMatchObject({ status: 200, body: given.body });
    await eventuallyHolds(async () =>
      expect(await sees(broker)).toEqual({ record: 200, firstVersion: 404, found: 1, timeline: 200, queue: true }),
    );
    expect((await broker.get('/v1/mandates')).body.items).toEqual([given.body]);
    expect(await sees(stranger)).toEqual(NOTHING);
    expect((await stranger.get('/v1/mandates')).body.items).toEqual([]);
    expect((await stranger.get(`/v1/mandates/${mandateId}`)).status).toBe(404);
    expect(await changesOf()).toEqual(['documentAdded', 'documentAdded', 'mandateGiven']);
    await stepFor(broker, 'record.mandateGiven');
  });

  it('but not the papers of others, and does not act as a party', async () => {
    const { transportDocuments } = await broker.record(oneDocumentId);
    for (const { documentId } of transportDocuments)
      expect((await broker.get(`/v1/documents/${documentId}`)).status).toBe(404);
    const asForwarder = await yidan.party('BRK-AN', 'forwarder');
    for (const [path, body] of [
      ['/v1/declarations', order()],
      ['/v1/mandates', { oneDocumentId, type: 'export', broker: 'BRK-OTHER' }],
    ] as const)
      expect((await asForwarder.post(path, body)).body.code).toBe('CLEARANCE.RECORD_NOT_FOUND');
    expect((await broker.put(`/v1/one-documents/${oneDocumentId}/join`, { with: null })).status).toBe(404);
  });

  it('settles what the goods are called', async () => {
    const { sequence, oneDocumentVersion } = await waitingFor(broker);
    const place = `/v1/commodities/queue/${oneDocumentId}/${sequence}`;
    expect((await stranger.post(`${place}/accept`, { oneDocumentVersion })).status).toBe(404);
    const accepted = await broker.post(`${place}/accept`, { oneDocumentVersion, hsCode: '691110' });
    expect(accepted).toMatchObject({ status: 200, body: { party: 'BRK-AN', state: 'standing' } });
    await eventuallyHolds(async () => expect(await waitingFor(forwarder)).toBeUndefined());
    const { goodsItems } = await forwarder.record(oneDocumentId);
    expect(goodsItems.map(({ hsCode }) => hsCode)).toContain('691110');
  });

  it('lodges the declaration for the forwarder, and not the other type', async () => {
    expect((await broker.post('/v1/declarations', order('import'))).body.code).toBe('CLEARANCE.NO_MANDATE');
    const lodged = await eventually('the declaration', async () => {
      const answer = await broker.post('/v1/declarations', order());
      return answer.body.code === 'CLEARANCE.INCOMPLETE' ? undefined : answer;
    });
    expect(lodged).toMatchObject({
      status: 201,
      body: { declarant: 'BRK-AN', principal: 'FWD-LUHAI', declaration: { principal: 'FWD-LUHAI' } },
    });
    declarationId = lodged.body.declarationId;
    for (const party of [forwarder, line, customs, broker])
      expect((await party.get(`/v1/declarations/${declarationId}`)).body).toMatchObject({
        declarant: 'BRK-AN',
        principal: 'FWD-LUHAI',
      });
    expect((await forwarder.post('/v1/declarations', order())).body.code).toBe('CLEARANCE.ALREADY_LODGED');
    for (const party of [customs, broker])
      expect((await stepFor(party, 'declaration.lodged')).details).toMatchObject({
        declarant: 'BRK-AN',
        principal: 'FWD-LUHAI',
      });
  });

  it('and the forwarder sees in the mandate that customs released the goods', async () => {
    for (const response of ['accepted', 'released'])
      expect((await customs.post(`/v1/declarations/${declarationId}/responses`, { response })).status).toBe(201);
    for (const party of [forwarder, broker])
      expect((await party.get(`/v1/mandates/${mandateId}`)).body.declaration).toEqual({
        declarationId,
        status: 'released',
      });
  });

  it('sees the record no longer once the mandate is revoked, but what it declared', async () => {
    expect((await revoke(mandateId, await yidan.party('BRK-AN', 'forwarder'))).body.code).toBe(
      'CLEARANCE.MANDATE_NOT_FOUND',
    );
    const revoked = await revoke(mandateId);
    expect(revoked).toMatchObject({ status: 200, body: { revocation: { reason: '改由他人报关' } } });
    expect((await revoke(mandateId)).body).toEqual(revoked.body);
    await eventuallyHolds(async () => expect(await sees(broker)).toEqual(NOTHING));
    for (const party of [forwarder, customs, broker])
      expect((await party.get(`/v1/declarations/${declarationId}`)).body).toMatchObject({
        status: 'released',
        declarant: 'BRK-AN',
      });
    expect((await broker.get('/v1/declarations')).body.items).toHaveLength(1);
    await eventually("the goods that the broker's answer named", () => waitingFor(forwarder));
    expect((await changesOf()).filter((kind) => kind.startsWith('mandate'))).toEqual([
      'mandateGiven',
      'mandateRevoked',
    ]);
  });

  it('has each record as it becomes complete, by standing instructions on both sides', async () => {
    const instruct = (party: TestParty, instruction: object) =>
      party.put('/v1/declarations/standing-instructions', {
        instructions: [{ type: 'export', mode: 'advance', ...instruction }],
      });
    const agent = await yidan.party('FWD-YUXIN', 'forwarder');
    expect((await instruct(agent, { action: 'mandate' })).body.code).toBe('REQUEST.BODY');
    expect((await instruct(agent, { action: 'lodge', broker: 'BRK-AN' })).body.code).toBe('REQUEST.BODY');
    expect((await instruct(broker, { action: 'mandate', broker: 'BRK-OTHER' })).body.code).toBe('REQUEST.BODY');
    expect((await instruct(agent, { action: 'mandate', broker: 'BRK-AN' })).status).toBe(200);
    expect((await instruct(broker, { action: 'draft' })).status).toBe(200);
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    await line.sendAndWait(shipment.bill());
    const draft = await eventually('the draft', async () => {
      const { body } = await broker.get('/v1/declarations?status=drafted');
      return body.items[0];
    });
    expect(draft).toMatchObject({ declarant: 'BRK-AN', principal: 'FWD-YUXIN' });
    const [given] = (await agent.get(`/v1/mandates?oneDocument=${draft.oneDocumentId}`)).body.items;
    expect(given).toMatchObject({ broker: 'BRK-AN', type: 'export' });
    expect(given.declaration).toBeUndefined();
    const lodged = await broker.post(`/v1/declarations/${draft.declarationId}/lodge`, {});
    expect(lodged).toMatchObject({ status: 200, body: { status: 'lodged', principal: 'FWD-YUXIN' } });
    expect((await agent.get(`/v1/mandates/${given.mandateId}`)).body.declaration).toEqual({
      declarationId: draft.declarationId,
      status: 'lodged',
    });
  });
});
