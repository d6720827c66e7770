import type { Answer } from '../support/test-party.js';
import { openInstallation, type Installation } from '../support/installation.js';
import { enginesShipment, freshNumber, mistyped, paintShipment } from '../support/shipments.js';
import { eventually, type SentDocument, type TestParty } from '../support/test-party.js';

/** An ocean carrier's system that speaks EDIFACT only: it sends IFTMCS and fetches what answers it. The transport makes no difference here. */
describe('a bill in EDIFACT', () => {
  let yidan: Installation;
  let line: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
  });

  afterAll(() => yidan.close());

  const acknowledgement = (documentId: string, query = ''): Promise<Answer> =>
    line.get(`/v1/documents/${documentId}/acknowledgement${query}`);

  /** The segments of an answer, once it is fit to be filed. */
  const segmentsOf = ({ status, headers, bytes }: Answer): string[] => {
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/EDIFACT; charset=iso-8859-1');
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    return bytes.toString('latin1').split("'").slice(0, -1);
  };

  const expectProblem = ({ status, body }: Answer, expected: number, code: string) =>
    expect({ status, code: body.code }).toEqual({ status: expected, code });

  const ACKNOWLEDGED = 'UCI+HB000458+LINE-HAIBEI:ZZZ+YIDAN:ZZZ+7';

  describe('that is in order', () => {
    const shipment = paintShipment();
    let bill: SentDocument;
    let waybill: SentDocument;

    beforeAll(async () => {
      const rail = await yidan.party('RAIL-CHENGDU', 'rail');
      waybill = await rail.sendAndWait(shipment.waybill());
      bill = await line.sendAndWait(shipment.message(), { 'content-type': 'application/EDIFACT' });
    });

    it('is taken in and joins the waybill of the same container', () => {
      expect(bill).toMatchObject({ status: 'accepted', format: 'edifact-iftmcs', findings: [] });
      expect(bill.oneDocumentId).toBe(waybill.oneDocumentId);
    });

    it('is one record with it, over both legs, with both names of the goods', async () => {
      const record = await line.record(bill.oneDocumentId);
      expect(record.transportDocuments.map(({ documentId }) => documentId)).toEqual([
        waybill.documentId,
        bill.documentId,
      ]);
      expect(record.legs).toMatchObject([
        { mode: 'rail', to: { unLocode: 'CNQZH' }, train: 'X9582', sources: [waybill.documentId] },
        { mode: 'sea', from: { unLocode: 'CNQZH' }, vessel: 'HAIBEI CONCORD', sources: [bill.documentId] },
      ]);
      const paint = record.goodsItems.find(({ hsCode }) => hsCode === '320820');
      const tableware = record.goodsItems.find(({ hsCode }) => hsCode === '691110');
      expect(record.goodsItems).toHaveLength(2);
      expect(paint?.railName).toContain('油漆');
      expect(paint).toMatchObject({
        customsName: 'ACRYLIC PAINT, SOLVENT BASED',
        grossMassKg: { rail: '8800.00', sea: '8950.00' },
        containers: [shipment.container],
        dangerousGoods: [{ unNumber: '1263' }],
      });
      expect(tableware).toMatchObject({ railName: '陶瓷餐具', customsName: 'PORCELAIN TABLEWARE' });
    });

    it('is acknowledged to its sender, the same whenever it asks', async () => {
      const answer = await acknowledgement(bill.documentId);
      const [header, message, interchange, ...trailers] = segmentsOf(answer);
      const reference = /^UNB\+UNOC:3\+YIDAN:ZZZ\+LINE-HAIBEI:ZZZ\+\d{6}:\d{4}\+([0-9A-Z]{14})$/.exec(
        header ?? '',
      )?.[1];
      expect(message).toBe(`UNH+${reference}+CONTRL:D:3:UN`);
      expect(interchange).toBe(ACKNOWLEDGED);
      expect(trailers).toEqual([`UNT+3+${reference}`, `UNZ+1+${reference}`]);
      for (const query of ['', '?type=CONTRL']) {
        expect((await acknowledgement(bill.documentId, query)).bytes).toEqual(answer.bytes);
      }
    });

    it('has no APERAK, and no answer of another kind', async () => {
      expectProblem(await acknowledgement(bill.documentId, '?type=APERAK'), 404, 'DOCUMENT.NO_APERAK');
      expectProblem(await acknowledgement(bill.documentId, '?type=IFTMCS'), 400, 'DOCUMENT.ACKNOWLEDGEMENT_TYPE');
      expectProblem(await acknowledgement(bill.documentId, '?typ=CONTRL'), 400, 'REQUEST.QUERY');
    });

    it.each([
      ['RAIL-CHENGDU', 'rail'],
      ['FWD-LUHAI', 'forwarder'],
      ['CUSTOMS-7200', 'customs'],
    ] as const)('is acknowledged to no one else: %s', async (code, role) => {
      const other = await yidan.party(code, role);
      expectProblem(await other.get(`/v1/documents/${bill.documentId}/acknowledgement`), 404, 'DOCUMENT.NOT_FOUND');
    });
  });

  it('that miscounts by one is taken in with a warning and acknowledged', async () => {
    const { documentId, status, findings } = await line.sendAndWait(paintShipment().message({ 'UNT+38+': 'UNT+37+' }));
    expect(status).toBe('accepted');
    expect(findings).toMatchObject([{ code: 'EDIFACT.COUNT_BY_ONE', severity: 'warning', path: '38:UNT/1' }]);
    expect(segmentsOf(await acknowledgement(documentId))[2]).toBe(ACKNOWLEDGED);
  });

  it('that miscounts by more is rejected, and its CONTRL says where', async () => {
    const { documentId, status, findings } = await line.sendAndWait(paintShipment().message({ 'UNT+38+': 'UNT+45+' }));
    expect(status).toBe('rejected');
    expect(findings).toMatchObject([{ code: 'EDIFACT.COUNT', severity: 'error', path: '38:UNT/1' }]);
    expect(segmentsOf(await acknowledgement(documentId)).slice(2, -2)).toEqual([
      ACKNOWLEDGED,
      'UCM+1+IFTMCS:D:00B:UN+4+29+UNT+2',
    ]);
    expectProblem(await acknowledgement(documentId, '?type=APERAK'), 404, 'DOCUMENT.NO_APERAK');
  });

  it('that names no port of loading is right in its syntax, and its APERAK says what is missing', async () => {
    const shipment = paintShipment();
    const { documentId, status } = await line.sendAndWait(shipment.message({ 'LOC+9+CNQZH': 'LOC+76+CNQZH' }));
    expect(status).toBe('rejected');
    expect(segmentsOf(await acknowledgement(documentId)).slice(2, -2)).toEqual([ACKNOWLEDGED]);
    const answer = await acknowledgement(documentId, '?type=APERAK');
    const [, message, beginning, , ...rest] = segmentsOf(answer);
    expect(message).toMatch(/^UNH\+\w{14}\+APERAK:D:00B:UN$/);
    expect(beginning).toMatch(/^BGM\+313\+\w{14}\+27\+RE$/);
    expect(rest.slice(0, 5)).toEqual([
      'RFF+ACW:1',
      `RFF+AGO:${shipment.billNumber}`,
      'NAD+MS+YIDAN',
      'NAD+MR+LINE-HAIBEI',
      'ERC+E::ZZZ',
    ]);
    expect(rest[5]).toMatch(/^FTX\+AAO\+\+\+IFTMCS\.NO_PLACE:10\?:TDT:The main carriage needs both its places\./);
    expect((await acknowledgement(documentId, '?type=APERAK')).bytes).toEqual(answer.bytes);
  });

  it('that waits for its check has no answer yet', async () => {
    const { body } = await line.send(paintShipment().message());
    const first = await eventually('the answer', async () => {
      const answer = await acknowledgement(body.documentId);
      if (answer.status === 200) return answer;
      expectProblem(answer, 409, 'DOCUMENT.NOT_CHECKED');
      return undefined;
    });
    expect(segmentsOf(first)[2]).toBe(ACKNOWLEDGED);
  });

  it('is acknowledged in EDIFACT, a document in JSON is not', async () => {
    const { documentId } = await line.sendAndWait(enginesShipment().bill());
    for (const query of ['', '?type=APERAK']) {
      expectProblem(await acknowledgement(documentId, query), 404, 'DOCUMENT.NOT_EDIFACT');
    }
    expectProblem(await acknowledgement(freshNumber('no-id-')), 404, 'DOCUMENT.NOT_FOUND');
  });

  it('is acknowledged the same after its record went into another', async () => {
    const [shipment, carried] = [paintShipment(), enginesShipment()];
    const rail = await yidan.party('RAIL-YUGUI', 'rail');
    const first = await rail.sendAndWait(carried.waybill({ [carried.containers[0]]: shipment.container }));
    const second = await line.sendAndWait(shipment.message({ [shipment.container]: mistyped(shipment.container) }));
    const before = await line.get(`/v1/documents/${second.documentId}`);
    const answer = await acknowledgement(second.documentId);
    await line.sendAndWait(shipment.message());
    const after = await eventually('the merged record', async () => {
      const { body } = await line.get(`/v1/documents/${second.documentId}`);
      return body.oneDocumentId === first.oneDocumentId ? body : undefined;
    });
    expect(second.oneDocumentId).not.toBe(first.oneDocumentId);
    expect(after.checkedAt).toBe(before.body.checkedAt);
    expect((await acknowledgement(second.documentId)).bytes).toEqual(answer.bytes);
  });
});
