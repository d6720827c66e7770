import { DECLARATION_TYPES, type DeclarationType } from '#domain';
import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { referenceSample } from '../support/samples.js';
import { enginesShipment, freshNumber, withTree } from '../support/shipments.js';
import { eventually, eventuallyHolds, type Answer, type TestParty } from '../support/test-party.js';

/** Engines that only pass through China (过境): Almaty to Lianyungang by rail and on to Haiphong by sea, and the way back. */
describe.each(TRANSPORTS)('goods in transit, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let customs: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-ALATAU', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    customs = await yidan.party('CUSTOMS-9401', 'customs');
  });

  afterAll(() => yidan.close());

  async function sendOutward(): Promise<string | null> {
    const shipment = enginesShipment();
    const almaty = { CNCQD: 'KZALA', 重庆东: 'Алматы-1', '68312': '700007' };
    const lianyungang = { CNQZH: 'CNLYG', 钦州港东: '连云港', '07481': '30911' };
    await rail.sendAndWait(shipment.waybill({ ...almaty, ...lianyungang }));
    const ports = { CNQZH: 'CNLYG', Qinzhou: 'Lianyungang', SGSIN: 'VNHPH', Singapore: 'Haiphong' };
    const bill = shipment.bill({ ...ports, CNCQD: 'KZALA', 'Chongqing East': 'Almaty' });
    return (await line.sendAndWait(bill)).oneDocumentId;
  }

  /** The bill comes first: it is the ship that enters. */
  async function sendReturn(): Promise<string | null> {
    const shipment = enginesShipment();
    const ports = { CNQZH: 'VNHPH', Qinzhou: 'Haiphong', SGSIN: 'CNLYG', Singapore: 'Lianyungang' };
    const bill = withTree(shipment.bill(ports), ({ transports }) => {
      delete transports.preCarriageBy;
      delete transports.placeOfReceipt;
      transports.placeOfDelivery = { UNLocationCode: 'KZALA', locationName: 'Almaty' };
    });
    await line.sendAndWait(bill);
    const lianyungang = { CNCQD: 'CNLYG', 重庆东: '连云港', '68312': '30911' };
    const almaty = { CNQZH: 'KZALA', 钦州港东: 'Алматы-1', '07481': '700007' };
    const days = { '2026-11-04': '2026-11-20', '2026-11-07': '2026-11-29' };
    return (await rail.sendAndWait(shipment.waybill({ ...lianyungang, ...almaty, ...days }))).oneDocumentId;
  }

  /** The room hears of a record a moment after it is made. */
  const declare = (oneDocumentId: string | null, type: DeclarationType, more: object = {}): Promise<Answer> =>
    eventually('the record', async () => {
      const answer = await forwarder.post('/v1/declarations', { oneDocumentId, type, mode: 'advance', ...more });
      return answer.status === 404 ? undefined : answer;
    });

  const instruct = (instructions: readonly unknown[]): Promise<Answer> =>
    forwarder.put('/v1/declarations/standing-instructions', { instructions });

  const lacking = (en: string, zh: string) =>
    expect.objectContaining({
      field: 'borderCrossing',
      message: { en: expect.stringContaining(en), zh: expect.stringContaining(zh) },
    });

  describe('by rail and on by sea', () => {
    let oneDocumentId: string | null;
    let path: string;

    beforeAll(async () => {
      oneDocumentId = await sendOutward();
    });

    it('are neither exported nor imported', () =>
      eventuallyHolds(async () => {
        for (const type of ['export', 'import'] as const)
          expect(await declare(oneDocumentId, type)).toMatchObject({
            status: 422,
            body: { code: 'CLEARANCE.INCOMPLETE', missing: [lacking('type transit', '过境')] },
          });
      }));

    it('may be declared by a broker with a mandate for it', async () => {
      const broker = await yidan.party('BRK-AN', 'broker');
      const order = { oneDocumentId, type: 'transit', mode: 'advance' };
      expect(await broker.post('/v1/declarations', order)).toMatchObject({
        status: 404,
        body: { code: 'CLEARANCE.NO_MANDATE', messages: { zh: expect.stringContaining('过境报关委托书') } },
      });
      const given = await forwarder.post('/v1/mandates', { oneDocumentId, type: 'transit', broker: 'BRK-AN' });
      expect(given).toMatchObject({ status: 201, body: { type: 'transit', broker: 'BRK-AN' } });
    });

    it('are declared where they enter, once', async () => {
      const lodged = await declare(oneDocumentId, 'transit', { customsOffice: '9401' });
      expect(lodged).toMatchObject({
        status: 201,
        body: {
          type: 'transit',
          status: 'lodged',
          declaration: {
            borderCrossing: {
              mode: 'rail',
              placeOfLoading: { unLocode: 'KZALA' },
              meansOfTransport: { train: 'X9560' },
            },
            exitCrossing: {
              mode: 'sea',
              placeOfDischarge: { unLocode: 'VNHPH' },
              meansOfTransport: { voyage: '046S' },
            },
            transportDocuments: expect.arrayContaining([
              expect.objectContaining({ kind: 'railWaybill', crossesBorder: true }),
              expect.objectContaining({ kind: 'billOfLading', crossesBorder: false, crossesExit: true }),
            ]),
          },
        },
      });
      path = `/v1/declarations/${lodged.body.declarationId}`;
      expect(await declare(oneDocumentId, 'transit')).toMatchObject({
        status: 409,
        body: { code: 'CLEARANCE.ALREADY_LODGED' },
      });
    });

    it("are written in WCO's form, not as a declaration of import or export", async () => {
      expect((await customs.get(`${path}?format=wco-declaration`)).bytes.toString()).toContain(
        '<TypeCode>950</TypeCode>',
      );
      const { findings } = (await customs.get(`${path}/findings?format=wco-declaration`)).body;
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'DECLARATION.NOT_CARRIED', path: '/exitCrossing' }),
      );
      expect(await customs.get(`${path}?format=china-declaration`)).toMatchObject({
        status: 409,
        body: { code: 'CLEARANCE.NOT_WRITABLE', findings: [{ code: 'DECLARATION.HAS_OWN_FORM' }] },
      });
    });

    it('have an original manifest of the train that enters and a pre-manifest of the ship that leaves', async () => {
      const sent = async (mode: string, type: string, customsOffice: string): Promise<string> => {
        const messageId = freshNumber('TRANSIT_');
        const own = { senderId: '9401450700123', receiverId: 'EPORT', transmitterId: '940199001', carrierId: 'ALATAU' };
        const manifest = { oneDocumentId, mode, type, messageId, customsOffice, ...own };
        expect(await forwarder.post('/v1/manifests', manifest)).toMatchObject({
          status: 201,
          body: { status: 'sent' },
        });
        return (await forwarder.get(`/v1/manifests/${messageId}/message`)).bytes.toString();
      };
      const original = await sent('rail', 'import', '9401');
      for (const part of ['CN:MT1301:1', '<JourneyID>X9560</JourneyID>', '<ID>KZALA</ID>', '<ID>CNLYG/9401</ID>'])
        expect(original).toContain(part);
      expect(original).toMatch(/<RoutingCountryCode>KZ<[^]*<RoutingCountryCode>VN</);
      const leaving = await sent('sea', 'export', '2301');
      for (const part of ['CN:MT2101:1', '<JourneyID>046S</JourneyID>', '<ID>CNLYG/2301</ID>', '<ID>VNHPH</ID>'])
        expect(leaving).toContain(part);
    });

    it('are accepted and released by customs', async () => {
      for (const response of ['accepted', 'released'])
        expect((await customs.post(`${path}/responses`, { response })).body.status).toBe(response);
    });
  });

  it('by sea and on by rail are lodged by a standing instruction, as what they are', async () => {
    const instructions = DECLARATION_TYPES.map((type) => ({ type, mode: 'advance', action: 'lodge' }));
    expect(await instruct([...instructions, ...instructions])).toMatchObject({
      status: 400,
      body: { code: 'CLEARANCE.INSTRUCTION_TWICE' },
    });
    expect((await instruct(instructions)).body.instructions).toMatchObject(instructions);
    const oneDocumentId = await sendReturn();
    const found = await eventually('the declaration', async () => {
      const { items } = (await forwarder.get('/v1/declarations?status=lodged')).body;
      return items.find((one: any) => one.oneDocumentId === oneDocumentId);
    });
    expect(found).toMatchObject({ type: 'transit', declarant: 'FWD-YUXIN' });
    const { declaration } = (await customs.get(`/v1/declarations/${found.declarationId}`)).body;
    expect(declaration).toMatchObject({
      borderCrossing: { mode: 'sea', placeOfDischarge: { unLocode: 'CNLYG' } },
      exitCrossing: { mode: 'rail', placeOfDischarge: { unLocode: 'KZALA' } },
    });
    expect((await instruct([])).status).toBe(200);
  });

  it('are not those of an export', async () => {
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    const { oneDocumentId } = await line.sendAndWait(shipment.bill());
    await eventuallyHolds(async () =>
      expect((await declare(oneDocumentId, 'transit')).body).toMatchObject({
        code: 'CLEARANCE.INCOMPLETE',
        missing: [lacking('this is an export', '属于出口')],
      }),
    );
  });

  it('are not those that change ships at a port', async () => {
    const shipment = enginesShipment();
    const busan = { CNCQD: 'KRPUS', 'Chongqing East': 'Busan' };
    const days = { '2026-11-12': '2026-11-02', '2026-11-18': '2026-11-10' };
    const ports = { CNQZH: 'KRPUS', Qinzhou: 'Busan', SGSIN: 'CNQZH', Singapore: 'Qinzhou' };
    await line.sendAndWait(shipment.bill({ ...busan, ...days, ...ports, 'HAIBEI CONCORD': 'HAIBEI SPIRIT' }));
    const onward = shipment.bill({ ...busan, [shipment.billNumber]: freshNumber('HBLQZH') });
    const { oneDocumentId } = await line.sendAndWait(onward);
    await eventuallyHolds(async () =>
      expect((await declare(oneDocumentId, 'transit')).body).toMatchObject({
        code: 'CLEARANCE.INCOMPLETE',
        missing: expect.arrayContaining([lacking('this is a transshipment', '属于转运')]),
      }),
    );
  });

  it('are the wheat flour of the reference shipment', async () => {
    const [note, bill] = ['rail.smgs.json', 'sea.uncefact.json'].map((name) =>
      referenceSample(`03-almaty-haiphong-wheat-flour/${name}`),
    );
    if (!note || !bill) return console.warn('The reference shipments are not present: none is declared.');
    await forwarder.sendAndWait(note);
    const { oneDocumentId } = await forwarder.sendAndWait(bill);
    await eventuallyHolds(async () =>
      expect(await declare(oneDocumentId, 'transit')).toMatchObject({
        status: 201,
        body: {
          declaration: {
            borderCrossing: {
              mode: 'rail',
              placeOfLoading: { unLocode: 'KZALA' },
              meansOfTransport: { train: '1404' },
            },
            exitCrossing: {
              mode: 'sea',
              placeOfDischarge: { unLocode: 'VNHPH' },
              meansOfTransport: { voyage: '118S' },
            },
          },
        },
      }),
    );
  });
});
