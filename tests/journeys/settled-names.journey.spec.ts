import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

/** The engines' note with a commodity code of the railways' own (chapter 99) and a catch-all for a name: no table can say what customs calls it. */
describe.each(TRANSPORTS)('goods that no table names for customs, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let forwarder: TestParty;
  let oneDocumentId: string;

  const subject = { scheme: 'GNG', value: '99876500' };
  const answer = { hsCode: '8714100090', customsName: 'MOTORCYCLE FRAMES' };
  const reason = '随机附件，按零件归类';

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    const note = enginesShipment().waybill({
      '87141000': subject.value,
      摩托车零件: '随车配件',
      'Parts of motorcycles': 'Sundries',
    });
    oneDocumentId = (await rail.sendAndWait(note)).oneDocumentId as string;
  });

  afterAll(() => yidan.close());

  const item = async (version: number) => {
    const { body } = await forwarder.get(`/v1/one-documents/${oneDocumentId}/versions/${version}`);
    return body.goodsItems.find(({ railName }: { railName?: string }) => railName === '随车配件');
  };

  it('say so in the record', async () => {
    expect(await item(1)).toMatchObject({
      railCode: { scheme: 'GNG', code: subject.value },
      railNaming: { source: 'document', certainty: 'stated' },
      customsNaming: { source: 'table', certainty: 'unmatched', decision: 'ambiguous' },
      hsCandidates: [],
    });
    expect(await item(1)).not.toHaveProperty('hsCode');
  });

  it('wait in the queue of whoever is a party to them', async () => {
    const [waiting] = await eventually('the goods in the queue', async () => {
      const { body } = await forwarder.get('/v1/commodities/queue');
      return body.items.length > 0 ? body.items : undefined;
    });
    expect(waiting).toMatchObject({
      oneDocumentId,
      oneDocumentVersion: 1,
      railName: '随车配件',
      unsettled: ['customs'],
    });
    const stranger = await yidan.party('FWD-OTHER', 'forwarder');
    expect((await stranger.get('/v1/commodities/queue')).body.items).toEqual([]);
  });

  it('cannot be settled with a code there is not, nor by a railway', async () => {
    const impossible = await forwarder.put('/v1/commodities/resolutions', {
      subject,
      answer: { hsCode: '999999' },
      reason,
    });
    expect(impossible).toMatchObject({ status: 422, body: { code: 'COMMODITIES.RESOLUTION' } });
    expect((await rail.put('/v1/commodities/resolutions', { subject, answer, reason })).status).toBe(403);
  });

  it("are named by a broker's word in the next version, which says whose word it is", async () => {
    const { status, body: settled } = await forwarder.put('/v1/commodities/resolutions', { subject, answer, reason });
    expect(status).toBe(200);
    expect(settled).toMatchObject({ version: 1, party: 'FWD-YUXIN', resolvedBy: 'FWD-YUXIN', answer, reason });
    await eventually('the named record', async () =>
      (await forwarder.record(oneDocumentId)).version === 2 ? true : undefined,
    );
    expect(await forwarder.record(oneDocumentId)).toMatchObject({ version: 2, change: { kind: 'goodsNamed' } });
    expect(await item(2)).toMatchObject({
      railName: '随车配件',
      railCode: { scheme: 'GNG', code: subject.value },
      customsName: 'MOTORCYCLE FRAMES',
      hsCode: '8714100090',
      customsNaming: {
        source: 'resolution',
        certainty: 'exact',
        basis: expect.stringContaining(settled.id),
        decision: 'matched',
        resolution: { id: settled.id, version: 1 },
      },
    });
    expect(await item(1)).toMatchObject({ customsNaming: { certainty: 'unmatched' } });
  });

  it('leave the queue, and the same word again changes nothing', async () => {
    await eventually('an empty queue', async () =>
      (await forwarder.get('/v1/commodities/queue')).body.items.length === 0 ? true : undefined,
    );
    const again = await forwarder.put('/v1/commodities/resolutions', { subject, answer, reason });
    expect(again.body.version).toBe(1);
    expect((await forwarder.get('/v1/commodities/resolutions')).body.items).toHaveLength(1);
  });

  it('are known from then on in records of that party, and not in those of others', async () => {
    const known = await rail.sendAndWait(enginesShipment().waybill({ '87141000': subject.value }));
    const others = await rail.sendAndWait(
      enginesShipment().waybill({ '87141000': subject.value, 'FWD-YUXIN': 'FWD-LUHAI' }),
    );
    const namings = async (id: string | null) =>
      (await rail.record(id)).goodsItems
        .filter(({ railCode }) => railCode?.code === subject.value)
        .map(({ hsCode }) => hsCode);
    expect(await namings(known.oneDocumentId)).toEqual(['8714100090']);
    expect(await namings(others.oneDocumentId)).toEqual([undefined]);
  });
});
