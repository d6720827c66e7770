import { openInstallation, type Installation } from '../support/installation.js';
import { enginesShipment, type EnginesShipment } from '../support/shipments.js';
import { eventually, eventuallyHolds, type Answer, type TestParty } from '../support/test-party.js';

/** A receipt of customs for a message. */
const receipt = (messageId: string, code: string): string =>
  `<Manifest xmlns="urn:Declaration:datamodel:standard:CN:MT2101:1"><Head><MessageID>${messageId}</MessageID><FunctionCode>9</FunctionCode>
  <MessageType>MT2101</MessageType><SendTime>20261110101500000</SendTime></Head><Response><Consignment><AdditionalInformation>
  <StatementCode>${code}</StatementCode></AdditionalInformation></Consignment></Response></Manifest>`;

/** Engines to Singapore: the forwarder sends the vessel's pre-manifest, customs answers, the forwarder sees it. */
describe('a manifest of the leg over the border', () => {
  let yidan: Installation;
  let forwarder: TestParty;
  let customs: TestParty;
  let shipment: EnginesShipment;
  let request: Record<string, unknown>;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    const rail = await yidan.party('RAIL-YUGUI', 'rail');
    const line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    customs = await yidan.party('CUSTOMS-7216', 'customs');
    shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    const { oneDocumentId } = await line.sendAndWait(shipment.bill());
    request = {
      oneDocumentId,
      mode: 'sea',
      type: 'export',
      messageId: 'YUXIN_1',
      senderId: '7216450700123',
      receiverId: 'EPORT',
      transmitterId: '450700199001',
    };
  });

  afterAll(() => yidan.close());

  /** The room hears of a record, and of its bill, a moment after it is made. */
  const send = (more: object): Promise<Answer> =>
    eventually('the record', async () => {
      const answer = await forwarder.post('/v1/manifests', { ...request, ...more });
      const lacking = (answer.body.missing ?? []) as readonly { readonly field: string }[];
      const isThere = answer.status !== 404 && lacking.every(({ field }) => field === 'DeclarationOfficeID');
      return isThere ? answer : undefined;
    });

  it('is refused while the customs office is not named', async () => {
    const { status, body } = await send({});
    expect([status, body.code]).toEqual([422, 'CLEARANCE.MANIFEST_INCOMPLETE']);
    expect(body.missing).toEqual([
      expect.objectContaining({
        field: 'DeclarationOfficeID',
        message: expect.objectContaining({ zh: expect.any(String) }),
      }),
    ]);
  });

  it('is sent, and can be fetched as customs gets it', async () => {
    const { status, headers, body } = await send({ customsOffice: '7216' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe('/v1/manifests/YUXIN_1');
    expect(body).toMatchObject({ functionCode: '9', status: 'sent', documentNumber: shipment.billNumber });
    const message = await forwarder.get('/v1/manifests/YUXIN_1/message');
    expect(message.headers.get('content-type')).toMatch(/^application\/xml/);
    const xml = message.bytes.toString();
    for (const part of [
      'urn:Declaration:datamodel:standard:CN:MT2101:1',
      '<JourneyID>046S</JourneyID>',
      `<ID>${shipment.billNumber}</ID>`,
      '<ID>CNQZH/7216</ID>',
      '摩托车发动机',
    ])
      expect(xml).toContain(part);
  });

  it('is answered by customs, once for each receipt', async () => {
    const answer = (code: string) =>
      customs.postText('/v1/manifests/receipts', receipt('YUXIN_1', code), 'application/xml');
    expect((await answer('01')).status).toBe(201);
    expect((await answer('01')).status).toBe(200);
    expect((await answer('11')).body).toMatchObject({ status: 'released' });
    expect(
      (await customs.postText('/v1/manifests/receipts', receipt('YUXIN_9', '01'), 'application/xml')).body,
    ).toMatchObject({
      status: 404,
      code: 'CLEARANCE.MANIFEST_UNKNOWN',
      messageId: 'YUXIN_9',
    });
    expect((await customs.post('/v1/manifests/receipts', {})).status).toBe(415);
    expect(
      (await forwarder.postText('/v1/manifests/receipts', receipt('YUXIN_1', '12'), 'application/xml')).status,
    ).toBe(403);
  });

  it('shows its sender where it stands, there and in the timeline', async () => {
    const { body } = await forwarder.get('/v1/manifests/YUXIN_1');
    expect(body).toMatchObject({ status: 'released', receipts: [{ code: '01' }, { code: '11' }] });
    await eventuallyHolds(async () => {
      const timeline = await forwarder.get(`/v1/one-documents/${request['oneDocumentId'] as string}/timeline`);
      expect(timeline.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
        expect.arrayContaining(['manifest.sent', 'manifest.accepted', 'manifest.released']),
      );
    });
  });

  it('is taken back under a number of its own', async () => {
    const { status, body } = await forwarder.post('/v1/manifests/YUXIN_1/withdrawal', {
      messageId: 'YUXIN_2',
      reason: '退关',
    });
    expect([status, body.functionCode, body.status]).toEqual([201, '3', 'sent']);
    expect((await customs.get('/v1/manifests?limit=1')).body.items[0].messageId).toBe('YUXIN_2');
  });
});
