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

  const almaty = { 重庆东: 'Алматы-1', '68312': '700007', CNCQD: 'KZALA' };
  const lianyungang = { 钦州港东: '连云港', '07481': '30911', CNQZH: 'CNLYG' };

  async function sendOutward(): Promise<string> {
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill({ ...almaty, ...lianyungang }));
    const { oneDocumentId } = await line.sendAndWait(
      shipment.bill({
        CNCQD: 'KZALA',
        CNQZH: 'CNLYG',
        SGSIN: 'VNHPH',
        'Chongqing East': 'Almaty',
        Singapore: 'Haiphong',
      }),
    );
    return oneDocumentId as string;
  }

  /** The bill comes first: it is the ship that enters. */
  async function sendReturn(): Promise<string> {
    const shipment = enginesShipment();
    const bill = shipment.bill({ CNQZH: 'VNHPH', SGSIN: 'CNLYG', Qinzhou: 'Haiphong', Singapore: 'Lianyungang' });
    const received = withTree(bill, ({ transports }) => {
      delete transports.preCarriageBy;
      delete transports.placeOfReceipt;
      transports.placeOfDelivery = { UNLocationCode: 'KZALA', locationName: 'Almaty' };
    });
    await line.sendAndWait(received);
    const { 重庆东: name, '68312': station, CNCQD: place } = almaty;
    const note = shipment.waybill({
      重庆东: '连云港',
      '68312': '30911',
      CNCQD: 'CNLYG',
      钦州港东: name,
      '07481': station,
      CNQZH: place,
      '2026-11-04': '2026-11-20',
      '2026-11-07': '2026-11-29',
    });
    return (await rail.sendAndWait(note)).oneDocumentId as string;
  }

  const declare = (oneDocumentId: string, type: string, more: object = {}): Promise<Answer> =>
    eventually('the record', async () => {
      const answer = await forwarder.post('/v1/declarations', { oneDocumentId, type, mode: 'advance', ...more });
      return answer.status === 404 ? undefined : answer;
    });

  const refused = (field: string, en: string, zh: string) => ({
    status: 422,
    body: {
      code: 'CLEARANCE.INCOMPLETE',
      missing: [{ field, message: { en: expect.stringContaining(en), zh: expect.stringContaining(zh) } }],
    },
  });

  describe('by rail and on by sea', () => {
    let oneDocumentId: string;
    let path: string;

    beforeAll(async () => {
      oneDocumentId = await sendOutward();
      await declarable(oneDocumentId);
    });

    it('are neither exported nor imported', async () => {
      for (const type of ['export', 'import'])
        expect(await declare(oneDocumentId, type)).toMatchObject(refused('borderCrossing', 'type transit', '过境'));
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
      const { bytes } = await customs.get(`${path}?format=wco-declaration`);
      expect(bytes.toString()).toContain('<TypeCode>950</TypeCode>');
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
      const sent = async (mode: string, type: string, customsOffice: string) => {
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

    /** The room has the record, and both of its documents. */
    const declarable = (id: string) =>
      eventually('both documents', async () => {
        const { body } = await declare(id, 'export');
        return body.missing?.length === 1 ? true : undefined;
      });
  });

  it('by sea and on by rail are lodged by a standing instruction, and by no other', async () => {
    const instructions = ['export', 'import', 'transit'].map((type) => ({ type, mode: 'advance', action: 'lodge' }));
    const given = await forwarder.put('/v1/declarations/standing-instructions', {
      instructions: instructions.slice(1),
    });
    expect(given.body.instructions).toMatchObject([{ type: 'import' }, { type: 'transit' }]);
    expect(
      await forwarder.put('/v1/declarations/standing-instructions', {
        instructions: [...instructions, instructions[2]],
      }),
    ).toMatchObject({ status: 400, body: { code: 'CLEARANCE.INSTRUCTION_TWICE' } });
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
    await forwarder.put('/v1/declarations/standing-instructions', { instructions: [] });
  });

  it('are not those of an export', async () => {
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    const { oneDocumentId } = await line.sendAndWait(shipment.bill());
    await eventuallyHolds(async () =>
      expect(await declare(oneDocumentId as string, 'transit')).toMatchObject(
        refused('borderCrossing', 'this is an export', '属于出口'),
      ),
    );
  });

  it('are not those that are transshipped', async () => {
    const shipment = enginesShipment();
    const firstShip = { '2026-11-18': '2026-11-10', '2026-11-12': '2026-11-02', 'HAIBEI CONCORD': 'HAIBEI SPIRIT' };
    const pusan = { CNCQD: 'KRPUS', 'Chongqing East': 'Busan' };
    const bills = [
      shipment.bill({ ...pusan, ...firstShip, CNQZH: 'KRPUS', Qinzhou: 'Busan', SGSIN: 'CNQZH', Singapore: 'Qinzhou' }),
      shipment.bill({ ...pusan, [shipment.billNumber]: freshNumber('HBLQZH') }),
    ];
    for (const bill of bills) await line.sendAndWait(bill);
    const { items } = (await forwarder.get('/v1/one-documents')).body;
    const record = await forwarder.record(items[0].id);
    console.log(JSON.stringify(record.legs), record.state, JSON.stringify(record.join));
    await eventuallyHolds(async () =>
      expect(await declare(record.id, 'transit')).toMatchObject({
        status: 422,
        body: {
          missing: expect.arrayContaining([
            expect.objectContaining({
              field: 'borderCrossing',
              message: { en: expect.stringContaining('transshipment'), zh: expect.stringContaining('属于转运') },
            }),
          ]),
        },
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
      expect((await declare(oneDocumentId as string, 'transit')).body).toMatchObject({ missing: [] }),
    );
  });
});
