import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { samples } from '../support/samples.js';
import { type Answer, eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

/**
 * Motorcycle engines and parts, Chongqing → Qinzhou by rail (SMGS note CQ26110417), Qinzhou → Singapore by sea (bill HBLQZH2611042).
 * Every expectation is read off the two documents.
 */
describe.each(TRANSPORTS)('engines from Chongqing to Singapore, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let customs: TestParty;
  let oneDocumentId: string;
  let waybillId: string;
  let billId: string;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    customs = await yidan.party('CUSTOMS-7200', 'customs');
  });

  afterAll(() => yidan.close());

  it('takes in both documents without a finding and joins them', async () => {
    const waybill = await rail.sendAndWait(samples.enginesWaybill(), { 'content-type': 'application/json' });
    const bill = await line.sendAndWait(samples.enginesBill());
    expect(waybill).toMatchObject({ status: 'accepted', format: 'unece-smgs-d23b', findings: [] });
    expect(bill).toMatchObject({
      status: 'accepted',
      format: 'dcsa-ebl-3.0',
      findings: [],
      oneDocumentId: waybill.oneDocumentId,
    });
    oneDocumentId = bill.oneDocumentId as string;
    waybillId = waybill.documentId;
    billId = bill.documentId;
  });

  it('keeps the bytes as they came', async () => {
    const { status, bytes } = await rail.get(`/v1/documents/${waybillId}/original`);
    expect(status).toBe(200);
    expect(bytes.equals(samples.enginesWaybill())).toBe(true);
  });

  it('says what joined them', async () => {
    const { join, version, state } = await forwarder.record(oneDocumentId);
    expect({ version, state, result: join.result }).toEqual({ version: 2, state: 'open', result: 'joined' });
    expect(join.evidence.map(({ by, value }) => [by, value])).toEqual(
      expect.arrayContaining([
        ['container', 'YDAU2004174'],
        ['container', 'YDAU2004180'],
        ['booking', 'HBL26110881'],
      ]),
    );
  });

  it('holds the journey', async () => {
    const { legs, wagons } = await forwarder.record(oneDocumentId);
    expect(legs).toMatchObject([
      {
        sequence: 1,
        mode: 'rail',
        from: { unLocode: 'CNCQD', stationCode: '68312', names: [{ text: '重庆东', language: 'zh' }] },
        to: { unLocode: 'CNQZH', stationCode: '07481', names: [{ text: '钦州港东', language: 'zh' }] },
        departsAt: '2026-11-04T12:30:00+08:00',
        departure: 'actual',
        arrivesAt: '2026-11-07T16:00:00+08:00',
        arrival: 'actual',
        train: 'X9560',
        sources: [waybillId],
      },
      {
        sequence: 2,
        mode: 'sea',
        from: { unLocode: 'CNQZH' },
        to: { unLocode: 'SGSIN' },
        departsAt: '2026-11-12',
        arrivesAt: '2026-11-18',
        arrival: 'planned',
        vessel: 'HAIBEI CONCORD',
        voyage: '046S',
        sources: [billId],
      },
    ]);
    expect(wagons.every(({ sources }) => sources[0] === waybillId)).toBe(true);
  });

  it('holds the parties with every spelling and code', async () => {
    const { parties } = await forwarder.record(oneDocumentId);
    const named = (role: string) =>
      parties.filter((party) => party.role === role).map(({ names }) => names.map(({ text }) => text));
    expect(named('consignor')).toEqual([['重庆山涧动力机械有限公司', 'CHONGQING SHANJIAN POWER MACHINERY CO., LTD.']]);
    expect(named('consignee')).toEqual([['LION CITY MOTOR PARTS PTE. LTD.']]);
    expect(named('railCarrier')).toEqual([['渝桂联运铁路有限公司', 'YUGUI LINK RAILWAY CO., LTD.']]);
    expect(named('seaCarrier')).toEqual([['HAIBEI LINES PTE. LTD.']]);
    expect(named('forwarder')).toEqual([
      ['渝信国际货运代理有限公司', 'YUXIN INTERNATIONAL FREIGHT FORWARDING CO., LTD.'],
    ]);
    const codes = parties.flatMap(({ role, codes: given }) =>
      given.map(({ scheme, code }) => `${role} ${scheme} ${code}`),
    );
    expect(codes).toEqual(
      expect.arrayContaining(['consignor PARTY 0002187', 'consignee PARTY SGLCMP', 'forwarder PARTY FWD-YUXIN']),
    );
    expect(parties.find(({ role }) => role === 'consignor')).toMatchObject({
      address: { postcode: '401122', countryCode: 'CN' },
      sources: [waybillId, billId],
    });
  });

  it('holds the containers with their seals', async () => {
    const { equipment } = await forwarder.record(oneDocumentId);
    expect(equipment).toMatchObject([
      {
        number: 'YDAU2004174',
        checkDigitValid: true,
        sizeType: '45G1',
        tareKg: '3880',
        seals: ['CQ771201'],
        sources: [waybillId, billId],
      },
      {
        number: 'YDAU2004180',
        checkDigitValid: true,
        sizeType: '45G1',
        tareKg: '3900',
        seals: ['CQ771202'],
        sources: [waybillId, billId],
      },
    ]);
  });

  it('holds the goods with both names', async () => {
    const { goodsItems, totals, discrepancies, references } = await forwarder.record(oneDocumentId);
    expect(goodsItems).toMatchObject([
      {
        railName: '摩托车发动机(150cc)',
        railCode: { scheme: 'GNG', code: '84073200' },
        railNaming: { source: 'document', certainty: 'stated' },
        customsName: 'MOTORCYCLE ENGINES, 150 CC, NEW',
        hsCode: '840732',
        customsNaming: { source: 'document', certainty: 'stated' },
        packages: { value: '120', rail: '120', sea: '120' },
        packageType: 'CR',
        grossMassKg: { value: '9600.000' },
        containers: ['YDAU2004174'],
        dangerousGoods: [],
      },
      {
        railName: '摩托车零件',
        railCode: { scheme: 'GNG', code: '87141000' },
        customsName: 'MOTORCYCLE PARTS, FRAMES AND FORKS',
        hsCode: '871410',
        packages: { value: '310' },
        packageType: 'CT',
        grossMassKg: { value: '6200.50', rail: '6200.50' },
        containers: ['YDAU2004174', 'YDAU2004180'],
        perContainer: [
          {
            container: 'YDAU2004174',
            packages: { value: '130', sea: '130' },
            grossMassKg: { value: '2600.50', sea: '2600.50' },
            sources: [billId],
          },
          {
            container: 'YDAU2004180',
            packages: { value: '180', sea: '180' },
            grossMassKg: { value: '3600.000', sea: '3600.000' },
            sources: [billId],
          },
        ],
      },
    ]);
    expect(totals).toMatchObject({ packages: { value: '430' }, grossMassKg: { value: '15800.500' }, containers: '2' });
    expect(discrepancies).toEqual([]);
    expect(references).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'booking', value: 'HBL26110881' })]),
    );
  });

  it("is given as DCSA's data of the bill again, with the goods in each container", async () => {
    const { status, bytes } = await forwarder.get(`/v1/one-documents/${oneDocumentId}?format=dcsa-ebl-3.0`);
    expect(status).toBe(200);
    const cargo = JSON.parse(bytes.toString()).consignmentItems.map(({ cargoItems }: any) =>
      cargoItems.map(
        ({ equipmentReference, cargoGrossWeight: { value }, outerPackaging: { numberOfPackages } }: any) => [
          equipmentReference,
          value,
          numberOfPackages,
        ],
      ),
    );
    expect(cargo).toEqual([
      [['YDAU2004174', 9600, 120]],
      [
        ['YDAU2004174', 2600.5, 130],
        ['YDAU2004180', 3600, 180],
      ],
    ]);
  });

  it('is found by container, number, booking and party, and by its parties alone', async () => {
    const stranger = await yidan.party('FWD-OTHER', 'forwarder');
    const consignor = await yidan.party('0002187', 'forwarder');
    for (const query of [
      'container=YDAU2004174',
      'transportDocument=CQ26110417',
      'transportDocument=HBLQZH2611042',
      'booking=HBL26110881',
      'party=SGLCMP',
    ]) {
      const { body } = await consignor.get(`/v1/one-documents?${query}`);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([oneDocumentId]);
      expect((await stranger.get(`/v1/one-documents?${query}`)).body).toEqual({ items: [], nextCursor: null });
    }
    expect((await consignor.get('/v1/one-documents?container=YDAU2004174&booking=OTHER')).body.items).toEqual([]);
    expect((await stranger.get(`/v1/one-documents/${oneDocumentId}`)).status).toBe(404);
    expect((await customs.get(`/v1/one-documents/${oneDocumentId}`)).status).toBe(404);
  });

  it('can be read in each of its versions', async () => {
    const { body } = await rail.get(`/v1/one-documents/${oneDocumentId}/versions`);
    expect(body.items.map(({ version, change }: any) => [version, change.kind, change.documentId])).toEqual([
      [2, 'documentAdded', billId],
      [1, 'documentAdded', waybillId],
    ]);
    const first = await rail.get(`/v1/one-documents/${oneDocumentId}/versions/1`);
    expect(first.body).toMatchObject({ version: 1, join: { result: 'single' }, legs: [{ mode: 'rail' }] });
    expect((await rail.get(`/v1/one-documents/${oneDocumentId}/versions/3`)).status).toBe(404);
  });

  it('is declared in advance with the AEO status of its parties, once', async () => {
    const certificate = { grade: '高级认证企业', validFrom: '2024-01-01', aeoCode: 'AEOCN5001230042', country: 'CN' };
    expect((await customs.put('/v1/parties/0002187/aeo', certificate)).status).toBe(200);
    expect((await forwarder.put('/v1/parties/0002187/aeo', certificate)).status).toBe(403);
    const order = { oneDocumentId, type: 'export', mode: 'advance' };
    const answers: Answer[] = [];
    await eventually('both documents in the clearance room', async () => {
      const five = await Promise.all(Array.from({ length: 5 }, () => forwarder.post('/v1/declarations', order)));
      answers.push(...five.filter(({ status, body }) => status !== 404 && body.code !== 'CLEARANCE.INCOMPLETE'));
      return answers.length >= 5 || undefined;
    });
    expect(answers.filter(({ status }) => status !== 409)).toMatchObject([{ status: 201 }]);
    const lodged = answers.find(({ status }) => status === 201)?.body;
    expect(lodged).toMatchObject({ status: 'lodged', oneDocumentVersion: 2, declarant: 'FWD-YUXIN' });
    expect(lodged.declaration).toMatchObject({
      borderCrossing: { mode: 'sea', meansOfTransport: { vessel: 'HAIBEI CONCORD', voyage: '046S' } },
      goodsItems: [
        {
          railName: '摩托车发动机(150cc)',
          customsName: 'MOTORCYCLE ENGINES, 150 CC, NEW',
          hsCode: '840732',
          grossMassKg: { declared: '9600.000' },
        },
        { railName: '摩托车零件', hsCode: '871410' },
      ],
    });
    const aeo = Object.fromEntries(lodged.declaration.parties.map(({ role, aeo: status }: any) => [role, status]));
    expect(aeo.consignor).toMatchObject({ aeoCode: 'AEOCN5001230042', status: 'certified' });
    expect(aeo.consignee).toBeUndefined();
    const rivals = await (await yidan.party('FWD-OTHER', 'forwarder')).post('/v1/declarations', order);
    expect(rivals.status).toBe(404);
  });

  it('is answered by customs step by step, and only so', async () => {
    const list = await eventually('the declaration', async () => {
      const { body } = await customs.get('/v1/declarations?status=lodged');
      return body.items.length > 0 ? body.items : undefined;
    });
    expect(list).toMatchObject([{ oneDocumentId, type: 'export', status: 'lodged' }]);
    const path = `/v1/declarations/${list[0].declarationId}`;
    expect((await customs.post(`${path}/responses`, { response: 'released' })).status).toBe(409);
    expect((await forwarder.post(`${path}/responses`, { response: 'accepted' })).status).toBe(403);
    const tell = async (channel: string): Promise<unknown[]> => {
      const { status, body } = await customs.post(`${path}/responses`, { channel });
      return [status, body.code ?? body.status];
    };
    expect(await tell('P')).toEqual([409, 'CLEARANCE.ILLEGAL_STEP']);
    expect(await tell('Q')).toEqual([422, 'CLEARANCE.CHANNEL_UNKNOWN']);
    for (const status of [201, 200]) expect(await tell('L')).toEqual([status, 'lodged']);
    expect((await customs.post(`${path}/responses`, { response: 'accepted' })).status).toBe(201);
    for (const status of [201, 200]) expect(await tell('P')).toEqual([status, 'released']);
    expect(await tell('R')).toEqual([201, 'released']);
    const { steps, receipts } = (await forwarder.get(path)).body;
    expect(steps.map(({ status, channel }: any) => [status, channel?.text.zh])).toEqual([
      ['lodged', undefined],
      ['accepted', undefined],
      ['released', '海关已放行'],
    ]);
    expect(receipts.map(({ status, channel }: any) => [status, channel.text.zh])).toEqual([
      ['lodged', '海关已接收/入库'],
      ['released', '已结关'],
    ]);
    await eventually("customs' view of the record", async () =>
      (await customs.get(`/v1/one-documents/${oneDocumentId}`)).status === 200 ? true : undefined,
    );
  });

  it('is on the timeline from the first departure to the release', async () => {
    const items = await eventuallyHolds(async () => {
      const { body } = await forwarder.get(`/v1/one-documents/${oneDocumentId}/timeline`);
      const ofCustoms = body.items.filter(({ kind }: any) => /^declaration\.(released|noted)$/.test(kind));
      expect(ofCustoms.map(({ title }: any) => title.zh)).toEqual([
        '海关回执:海关已接收/入库',
        '海关放行:海关已放行',
        '海关回执:已结关',
      ]);
      const seen = body.items.map(({ occursAt, certainty }: any) => `${occursAt} ${certainty}`);
      expect(seen.slice(0, 4)).toEqual([
        '2026-11-04T12:30:00+08:00 actual',
        '2026-11-07T16:00:00+08:00 actual',
        '2026-11-12 planned',
        '2026-11-18 planned',
      ]);
      return body.items;
    });
    expect(items.every(({ source, title }: any) => source.room && title.en && title.zh)).toBe(true);
  });
});
