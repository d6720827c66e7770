import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { samples } from '../support/samples.js';
import { eventually, type TestParty } from '../support/test-party.js';

/**
 * Paint (dangerous) and tableware, Chengdu → Qinzhou by rail (China waybill CDQ2611080093), Qinzhou → Singapore by sea (bill HBLQZH2611057).
 * Every expectation is read off the two documents. The bill weighs the paint 150 kg more than the waybill.
 */
describe.each(TRANSPORTS)('paint from Chengdu to Singapore, over %s', (transport) => {
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
    rail = await yidan.party('RAIL-CHENGDU', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-LUHAI', 'forwarder');
    customs = await yidan.party('CUSTOMS-7200', 'customs');
  });

  afterAll(() => yidan.close());

  it('follows a standing instruction to lodge', async () => {
    const instructions = [{ type: 'export', mode: 'advance', action: 'lodge' }];
    expect((await forwarder.put('/v1/declarations/standing-instructions', { instructions })).status).toBe(200);
    expect((await forwarder.get('/v1/declarations/standing-instructions')).body).toMatchObject({ instructions });
  });

  it('takes in the bill first and the waybill second, and joins them', async () => {
    const bill = await line.sendAndWait(samples.paintBill());
    const waybill = await rail.sendAndWait(samples.paintWaybill(), { 'content-type': 'application/xml' });
    expect(bill).toMatchObject({ status: 'accepted', format: 'dcsa-ebl-3.0' });
    expect(waybill).toMatchObject({
      status: 'accepted',
      format: 'yidan-china-rail-waybill-1',
      oneDocumentId: bill.oneDocumentId,
    });
    expect(waybill.findings.every(({ severity }) => severity === 'warning')).toBe(true);
    oneDocumentId = bill.oneDocumentId as string;
    waybillId = waybill.documentId;
    billId = bill.documentId;
  });

  it('holds the journey in the order of travel', async () => {
    const { legs } = await forwarder.record(oneDocumentId);
    expect(legs).toMatchObject([
      {
        sequence: 1,
        mode: 'rail',
        from: { unLocode: 'CNCDZ', stationCode: '65207', names: [{ text: '城厢' }] },
        to: { unLocode: 'CNQZH', stationCode: '07481', names: [{ text: '钦州港东' }] },
        departsAt: '2026-11-08T15:40:00+08:00',
        departure: 'actual',
        arrivesAt: '2026-11-11T10:00:00+08:00',
        arrival: 'planned',
        train: 'X9582',
        sources: [waybillId],
      },
      {
        sequence: 2,
        mode: 'sea',
        from: { unLocode: 'CNQZH' },
        to: { unLocode: 'SGSIN' },
        departsAt: '2026-11-15',
        arrivesAt: '2026-11-21',
        vessel: 'HAIBEI CONCORD',
        voyage: '047S',
        sources: [billId],
      },
    ]);
  });

  it('holds the parties, the container and the wagon', async () => {
    const { parties, equipment, wagons } = await forwarder.record(oneDocumentId);
    const codes = parties.flatMap(({ role, codes: given }) =>
      given.filter(({ scheme }) => scheme === 'PARTY').map(({ code }) => `${role} ${code}`),
    );
    expect(codes).toEqual(expect.arrayContaining(['consignor CDJQ', 'consignee SGNCT', 'forwarder FWD-LUHAI']));
    const names = parties.flatMap(({ names: given }) => given.map(({ text }) => text));
    expect(names).toEqual(
      expect.arrayContaining([
        '成都锦漆化工有限公司',
        '南洋色彩贸易有限公司',
        'NANYANG COLOUR TRADING PTE. LTD.',
        '成都陆海国际货运代理有限公司',
      ]),
    );
    expect(equipment).toMatchObject([
      { number: 'YDAU2005308', checkDigitValid: true, sizeType: '22G1', tareKg: '2230', seals: ['CD0099120'] },
    ]);
    expect(wagons).toMatchObject([{ number: '5270118', containerNumbers: ['YDAU2005308'], sources: [waybillId] }]);
  });

  it('holds both names of both goods', async () => {
    const { goodsItems } = await forwarder.record(oneDocumentId);
    const paint = goodsItems.find(({ hsCode }) => hsCode === '320820');
    const tableware = goodsItems.find(({ hsCode }) => hsCode === '691110');
    expect(goodsItems).toHaveLength(2);
    expect(paint).toMatchObject({
      railCode: { scheme: 'CN-RAIL', code: '1590000' },
      customsName: 'ACRYLIC PAINT, SOLVENT BASED',
      customsNaming: { source: 'document', certainty: 'stated' },
      packages: { value: '400' },
      grossMassKg: { rail: '8800.00', sea: '8950.00' },
      containers: ['YDAU2005308'],
    });
    expect(paint?.railName).toContain('油漆');
    expect(paint?.grossMassKg.value).toBeUndefined();
    expect(tableware).toMatchObject({
      railName: '陶瓷餐具',
      railCode: { scheme: 'CN-RAIL', code: '0890000' },
      customsName: 'PORCELAIN TABLEWARE',
      packages: { value: '250' },
      packageType: 'CT',
      grossMassKg: { value: '5125.5' },
    });
  });

  it('holds the dangerous goods with both listings', async () => {
    const { goodsItems } = await forwarder.record(oneDocumentId);
    const [substance] = goodsItems.flatMap(({ dangerousGoods }) => dangerousGoods);
    expect(substance).toMatchObject({
      unNumber: '1263',
      declared: {
        rail: { hazardClass: '3', packingGroup: 'III', chinaRailNumber: '32198', regulation: 'CN-RAIL' },
        sea: { hazardClass: '3', packingGroup: 'III', regulation: 'IMDG' },
      },
      seaListing: { list: 'IMDG', edition: 'IMDG 42-24', hazardClass: '3', packingGroup: 'III' },
    });
  });

  it('shows the one thing the documents disagree on, with both values and sources', async () => {
    const { discrepancies, goodsItems } = await forwarder.record(oneDocumentId);
    const index = goodsItems.findIndex(({ hsCode }) => hsCode === '320820');
    expect(discrepancies).toEqual([
      {
        code: 'GROSS_MASS',
        field: 'grossMassKg',
        path: `/goodsItems/${index}/grossMassKg`,
        rail: { value: '8800.00', sources: [waybillId] },
        sea: { value: '8950.00', sources: [billId] },
      },
    ]);
  });

  it('gives the record and its versions as a PDF to whoever may see it, and refuses a form that is not there', async () => {
    const record = `/v1/one-documents/${oneDocumentId}`;
    const pdf = await forwarder.get(record, { accept: 'application/pdf' });
    expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('vary')]).toEqual([
      200,
      'application/pdf',
      'Accept',
    ]);
    expect(pdf.headers.get('content-disposition')).toMatch(/^inline; filename="one-document-[-0-9a-f]{36}-v\d+\.pdf"$/);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const first = await forwarder.get(`${record}/versions/1?format=pdf`);
    expect(first.headers.get('content-disposition')).toContain('-v1.pdf');
    expect((await forwarder.get(record)).headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await forwarder.get(`${record}?format=docx`)).body).toMatchObject({
      status: 406,
      code: 'ONE_DOCUMENT.FORMAT_UNKNOWN',
      formats: expect.arrayContaining([expect.objectContaining({ format: 'pdf', mediaType: 'application/pdf' })]),
    });
    const stranger = await yidan.party('FWD-STRANGER', 'forwarder');
    expect((await stranger.get(record, { accept: 'application/pdf' })).status).toBe(404);
  });

  it('was declared by itself, once, with the mass of the document that crosses the border and both values in sight', async () => {
    const [summary] = await eventually('the declaration', async () => {
      const { body } = await customs.get('/v1/declarations?status=lodged');
      return body.items.length > 0 ? body.items : undefined;
    });
    expect((await customs.get('/v1/declarations')).body.items).toHaveLength(1);
    const { body } = await customs.get(`/v1/declarations/${summary.declarationId}`);
    expect(body).toMatchObject({ status: 'lodged', declarant: 'FWD-LUHAI', oneDocumentId });
    const paint = body.declaration.goodsItems.find(({ hsCode }: any) => hsCode === '320820');
    expect(paint.grossMassKg).toEqual({
      declared: '8950.00',
      basis: 'borderDocument',
      rail: '8800.00',
      sea: '8950.00',
    });
    expect(body.declaration.discrepancies).toHaveLength(1);
    expect((await forwarder.post('/v1/declarations', { oneDocumentId, type: 'export', mode: 'advance' })).status).toBe(
      409,
    );
  });

  it('goes through an inspection to the release', async () => {
    const [{ declarationId }] = (await customs.get('/v1/declarations?status=lodged')).body.items;
    for (const response of ['accepted', 'inspection', 'released']) {
      expect((await customs.post(`/v1/declarations/${declarationId}/responses`, { response })).status).toBe(201);
    }
    const { body } = await forwarder.get(`/v1/declarations/${declarationId}`);
    expect(body.steps.map(({ status }: any) => status)).toEqual(['lodged', 'accepted', 'inspection', 'released']);
    expect(body.receipts).toEqual([]);
  });
});
