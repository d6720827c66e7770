import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, type EnginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

const DAY_MS = 86_400_000;

/** A day as China counts it (UTC+8), some days from now. Two days away it is the same side of today whenever the test runs. */
const chinaDay = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

describe.each(TRANSPORTS)('AEO status and drafts, over %s', (transport) => {
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
  });

  afterAll(() => yidan.close());

  const send = async (shipment: EnginesShipment): Promise<string> => {
    await rail.sendAndWait(shipment.waybill());
    return (await line.sendAndWait(shipment.bill())).oneDocumentId as string;
  };

  const certify = async (party: string, certificate: object) =>
    expect((await customs.put(`/v1/parties/${party}/aeo`, { grade: 'AEO', ...certificate })).status).toBe(200);

  /** The room hears of a record a moment after it is made. */
  const declare = (oneDocumentId: string) =>
    eventually('the declaration', async () => {
      const answer = await forwarder.post('/v1/declarations', { oneDocumentId, type: 'export', mode: 'advance' });
      return answer.status === 404 || answer.body.code === 'CLEARANCE.INCOMPLETE' ? undefined : answer;
    });

  const aeoOf = (declaration: any, role: string) => declaration.parties.find((party: any) => party.role === role).aeo;

  const draftFor = (oneDocumentId: string) =>
    eventually('the draft', async () => {
      const { body } = await forwarder.get('/v1/declarations?status=drafted');
      return body.items.find((draft: any) => draft.oneDocumentId === oneDocumentId)?.declarationId as
        string | undefined;
    });

  it('a declaration carries the status of its day, and keeps it', async () => {
    const chinese = { aeoCode: 'AEOCN5001230042', country: 'CN', validFrom: '2024-01-01' };
    await certify('0002187', chinese);
    await certify('SGLCMP', {
      aeoCode: 'SG198801234D01',
      country: 'SG',
      validFrom: chinaDay(-400),
      validTo: chinaDay(-2),
    });
    const { status, body } = await declare(await send(enginesShipment()));
    expect(status).toBe(201);
    expect(aeoOf(body.declaration, 'consignor')).toMatchObject({ aeoCode: 'AEOCN5001230042', status: 'certified' });
    expect(aeoOf(body.declaration, 'consignee')).toMatchObject({ aeoCode: 'SG198801234D01', status: 'expired' });

    await certify('0002187', { ...chinese, validTo: chinaDay(-2) });
    await certify('SGLCMP', { aeoCode: 'SG198801234D01', country: 'SG', validFrom: chinaDay(-1) });
    const kept = await customs.get(`/v1/declarations/${body.declarationId}`);
    expect(kept.body.declaration).toEqual(body.declaration);
    const next = await declare(await send(enginesShipment()));
    expect(aeoOf(next.body.declaration, 'consignor')).toMatchObject({ status: 'expired' });
    expect(aeoOf(next.body.declaration, 'consignee')).toMatchObject({ status: 'certified', country: 'SG' });
  });

  it.each([
    ['a German exporter, under the arrangement with the European Union', 'DE', 'DE811234567', 'certified'],
    ['an American one, with whom there is no arrangement', 'US', 'US123456789', 'notRecognised'],
  ])('knows %s', async (_who, country, aeoCode, status) => {
    await certify('SGLCMP', { aeoCode, country, validFrom: chinaDay(-1) });
    const { body } = await declare(await send(enginesShipment()));
    expect(aeoOf(body.declaration, 'consignee')).toMatchObject({ aeoCode, country, status });
  });

  describe('a standing instruction to draft', () => {
    beforeAll(async () => {
      const instructions = [{ type: 'export', mode: 'advance', action: 'draft' }];
      expect((await forwarder.put('/v1/declarations/standing-instructions', { instructions })).status).toBe(200);
    });

    it('makes a draft, which is what its declarant lodges by asking for the declaration', async () => {
      const oneDocumentId = await send(enginesShipment());
      const draftId = await draftFor(oneDocumentId);
      expect((await customs.get(`/v1/declarations/${draftId}`)).status).toBe(404);
      const { status, headers, body } = await declare(oneDocumentId);
      expect(status).toBe(201);
      expect(headers.get('location')).toBe(`/v1/declarations/${draftId}`);
      expect(body).toMatchObject({ declarationId: draftId, status: 'lodged' });
      expect((await customs.get(`/v1/declarations/${draftId}`)).body).toMatchObject({ status: 'lodged' });
      expect((await forwarder.post(`/v1/declarations/${draftId}/withdrawal`, {})).status).toBe(409);
      expect((await forwarder.post(`/v1/declarations/${draftId}/lodge`, {})).status).toBe(409);
    });

    it('and a draft that is withdrawn stands in the way of nothing', async () => {
      const oneDocumentId = await send(enginesShipment());
      const draftId = await draftFor(oneDocumentId);
      expect((await forwarder.post(`/v1/declarations/${draftId}/withdrawal`, {})).body).toMatchObject({
        declarationId: draftId,
        status: 'withdrawn',
      });
      expect((await customs.get(`/v1/declarations/${draftId}`)).status).toBe(404);
      const { status, body } = await declare(oneDocumentId);
      expect(status).toBe(201);
      expect(body.declarationId).not.toBe(draftId);
    });

    it("nor does a draft stand in another forwarder's way", async () => {
      const oneDocumentId = await send(enginesShipment());
      await draftFor(oneDocumentId);
      const other = await yidan.party('0002187', 'forwarder');
      const answer = await other.post('/v1/declarations', { oneDocumentId, type: 'export', mode: 'advance' });
      expect(answer).toMatchObject({ status: 201, body: { declarant: '0002187' } });
      expect(await declare(oneDocumentId)).toMatchObject({
        status: 409,
        body: { code: 'CLEARANCE.ALREADY_LODGED', declarationId: answer.body.declarationId },
      });
    });
  });
});
