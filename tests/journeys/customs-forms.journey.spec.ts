import { openInstallation, type Installation } from '../support/installation.js';
import { enginesShipment } from '../support/shipments.js';
import { eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

/** Customs reads declarations, and answers them, in the forms of its own systems. The transport makes no difference here. */
describe('a declaration in the forms of customs', () => {
  let yidan: Installation;
  let forwarder: TestParty;
  let customs: TestParty;
  let line: TestParty;
  let path: string;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    customs = await yidan.party('CUSTOMS-7200', 'customs');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    const certificate = { grade: 'AEO', aeoCode: 'AEOCN5001230042', country: 'CN', validFrom: '2024-01-01' };
    await customs.put('/v1/parties/0002187/aeo', certificate);
    const shipment = enginesShipment();
    await (await yidan.party('RAIL-YUGUI', 'rail')).sendAndWait(shipment.waybill());
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    const bill = await line.sendAndWait(shipment.bill());
    const order = { oneDocumentId: bill.oneDocumentId, type: 'export', mode: 'advance' };
    const lodged = await eventually('the declaration', async () => {
      const { status, body } = await forwarder.post('/v1/declarations', order);
      return status === 201 ? body : undefined;
    });
    path = `/v1/declarations/${lodged.declarationId}`;
  });

  afterAll(() => yidan.close());

  it.each([
    ['wco-declaration', '<ID>AEOCN5001230042</ID>'],
    ['china-declaration', '<BillNo>HBLQZH'],
  ])('is written as %s, and what is left out is told', async (format, part) => {
    const accept = `application/vnd.yidan.document+xml; profile="urn:yidan:format:${format}"`;
    const { status, headers, bytes } = await customs.get(path, { accept });
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: accept });
    expect(bytes.toString()).toContain(part);
    expect((await forwarder.get(`${path}?format=${format}`)).bytes).toEqual(bytes);
    const [, place] = /^<(.+)>; rel="describedby"$/.exec(headers.get('link') ?? '') ?? [];
    const { body } = await customs.get(place as string);
    expect(body).toMatchObject({ format, isWritable: true });
    expect(body.findings).toHaveLength(Number(headers.get('findings-count')));
  });

  it('is given in no form that there is not, and to nobody who may not read it', async () => {
    expect(await customs.get(`${path}?format=pdf`)).toMatchObject({
      status: 406,
      body: { code: 'CLEARANCE.FORMAT_UNKNOWN' },
    });
    const stranger = await yidan.party('FWD-OTHER', 'forwarder');
    for (const asked of ['?format=wco-declaration', '/findings?format=china-declaration'])
      expect((await stranger.get(path + asked)).status).toBe(404);
  });

  it('is answered by WCO responses to the number that it was given', async () => {
    const message = (await customs.get(`${path}?format=wco-declaration`)).bytes.toString();
    const [, number] = /<FunctionalReferenceID>(\w+)</.exec(message) ?? [];
    const response = (code: string, reference: string, rest = '', of = number) =>
      `<Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2"><FunctionCode>${code}</FunctionCode>
      <FunctionalReferenceID>${reference}</FunctionalReferenceID>${rest}
      <Declaration><FunctionalReferenceID>${of}</FunctionalReferenceID></Declaration></Response>`;
    const tell = async (...said: Parameters<typeof response>): Promise<unknown[]> => {
      const text = response(...said);
      const { status, body } = await customs.postText('/v1/declarations/responses', text, 'application/xml');
      return [status, body.code ?? body.status];
    };
    expect(await tell('09', 'A')).toEqual([409, 'CLEARANCE.ILLEGAL_STEP']);
    expect(await tell('03', 'A')).toEqual([422, 'CLEARANCE.REASONS_REQUIRED']);
    expect(await tell('98', 'A')).toEqual([422, 'CLEARANCE.RECEIPT_UNREADABLE']);
    expect(await tell('01', 'A', '', '3.1_P1_TT')).toEqual([404, 'CLEARANCE.DECLARATION_NOT_FOUND']);
    for (const status of [201, 200]) expect(await tell('01', 'A')).toEqual([status, 'accepted']);
    expect(await tell('05', 'A')).toEqual([409, 'CLEARANCE.REFERENCE_REUSED']);
    expect(await tell('05', 'B')).toEqual([201, 'inspection']);
    expect(await tell('07', 'C')).toEqual([201, 'inspection']);
    expect(await tell('09', 'D')).toEqual([201, 'released']);
    const { steps, receipts } = (await forwarder.get(path)).body;
    expect(steps.map(({ status, channel }: any) => [status, channel?.code])).toEqual([
      ['lodged', undefined],
      ['accepted', 'DMSACC'],
      ['inspection', 'DMSCTL'],
      ['released', 'DMSCLE'],
    ]);
    expect(receipts).toMatchObject([{ status: 'inspection', channel: { code: 'DMSRES' }, reference: 'C' }]);
  });

  it("has customs' number from then on, is found by it, and shows what customs stated and what is not kept", async () => {
    const response = `<Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2"><FunctionCode>07</FunctionCode>
      <FunctionalReferenceID>E</FunctionalReferenceID>
      <AdditionalInformation><StatementDescription>毛重已更正</StatementDescription></AdditionalInformation>
      <Amendment><ChangeReasonCode>16</ChangeReasonCode></Amendment>
      <Declaration><FunctionalReferenceID>${path.split('/').pop()}</FunctionalReferenceID><ID>720020260426000417</ID>
      <DutyTaxFee><Payment><PaymentAmount currencyID="CNY">20310.00</PaymentAmount></Payment></DutyTaxFee></Declaration>
      </Response>`;
    const tell = (text: string) => customs.postText('/v1/declarations/responses', text, 'application/xml');
    expect((await tell(response)).status).toBe(201);
    expect(await tell(response.replace('000417', '000418'))).toMatchObject({
      status: 409,
      body: { code: 'CLEARANCE.CUSTOMS_NUMBER_DISAGREES', customsNumber: '720020260426000417' },
    });
    const { items } = (await forwarder.get('/v1/declarations?customsNumber=720020260426000417')).body;
    expect(items).toMatchObject([{ customsNumber: '720020260426000417' }]);
    expect((await forwarder.get(path)).body.receipts.at(-1)).toMatchObject({
      reference: 'E',
      statements: [{ text: '毛重已更正' }],
      duties: [{ payment: { amount: '20310.00', currency: 'CNY' } }],
      findings: [{ code: 'WCO_RESPONSE.NOT_KEPT', path: '/Response/Amendment' }],
    });
    expect((await line.get(path)).body.receipts.at(-1)).not.toHaveProperty('duties');
    const written = async (format: string) => (await customs.get(`${path}?format=${format}`)).bytes.toString();
    expect(await written('wco-declaration')).toContain('<ID>720020260426000417</ID>');
    expect(await written('china-declaration')).toContain('<EntryId>720020260426000417</EntryId>');
    const { oneDocumentId } = (await forwarder.get(path)).body;
    await eventuallyHolds(async () =>
      expect((await forwarder.get(`/v1/one-documents/${oneDocumentId}/timeline`)).body.items.at(-1)).toMatchObject({
        kind: 'declaration.noted',
        title: { zh: expect.stringContaining('海关编号 720020260426000417') },
        details: { customsNumber: '720020260426000417' },
      }),
    );
  });

  it('is answered by customs alone, in XML', async () => {
    const take = (party: TestParty, type: string) => party.postText('/v1/declarations/responses', '<Response/>', type);
    expect((await take(forwarder, 'application/xml')).status).toBe(403);
    expect((await take(customs, 'text/plain')).status).toBe(415);
    expect((await customs.post('/v1/declarations/responses', {})).status).toBe(415);
  });
});
