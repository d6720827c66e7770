import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { randomFrom } from '../support/random.js';
import { enginesShipment, paintShipment, withTexts, withTree } from '../support/shipments.js';
import { eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

const NAME = '陶瓷餐具';

/**
 * Paint and tableware from Chengdu, but no document states an HS code of the tableware: the code on the waybill (0890000) is a class of
 * China's list, the name has several candidates. And engines whose second item no table knows, at a forwarder that asks for four eyes.
 */
describe.each(TRANSPORTS)('people decide what goods are called, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let customs: TestParty;
  let oneDocumentId: string;
  let candidates: readonly string[];
  let resolutionId: string;
  let declarationId: string;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-CHENGDU', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-LUHAI', 'forwarder');
    customs = await yidan.party('CUSTOMS-7200', 'customs');
  });

  afterAll(() => yidan.close());

  const sendTableware = async (agent = 'FWD-LUHAI'): Promise<string> => {
    const shipment = paintShipment();
    const stated = /<HsCode>691110<\/HsCode>\s*<CustomsName>PORCELAIN TABLEWARE<\/CustomsName>/;
    const waybill = withTexts(shipment.waybill(), { 'FWD-LUHAI': agent }).toString('utf8').replace(stated, '');
    const bill = withTree(withTexts(shipment.bill(), { 'FWD-LUHAI': agent }), (tree) => {
      tree.consignmentItems[1].descriptionOfGoods = ['GIFT SETS'];
      delete tree.consignmentItems[1].HSCodes;
    });
    const { oneDocumentId: id } = await line.sendAndWait(bill);
    expect((await rail.sendAndWait(waybill, { 'content-type': 'application/xml' })).oneDocumentId).toBe(id);
    return id as string;
  };

  const tablewareOf = async (id: string) =>
    (await rail.record(id)).goodsItems.find(({ railName }) => railName === NAME) as any;
  const waiting = (party: TestParty, id: string, query = '') =>
    eventually('the goods in the queue', async () => {
      const { body } = await party.get(`/v1/commodities/queue${query}`);
      return body.items.find((item: any) => item.oneDocumentId === id && item.railName);
    });
  const act = (party: TestParty, item: any, verb: string, body: object = {}) =>
    party.post(`/v1/commodities/queue/${item.oneDocumentId}/${item.sequence}/${verb}`, {
      oneDocumentVersion: item.oneDocumentVersion,
      ...body,
    });
  const versionAfter = (id: string, version: number) =>
    eventually(`version ${version + 1}`, async () => {
      const record = await rail.record(id);
      return record.version > version ? record : undefined;
    });
  const resolution = (id: string, party = forwarder) => party.get(`/v1/commodities/resolutions/${id}`);

  it('wait with ranked candidates, what the crosswalk makes of them, and what an answer is kept for', async () => {
    oneDocumentId = await sendTableware();
    await eventually('both documents in the queue', async () =>
      (await waiting(forwarder, oneDocumentId)).oneDocumentVersion === 2 ? true : undefined,
    );
    const item = await waiting(forwarder, oneDocumentId, '?side=customs');
    expect(item).toMatchObject({
      oneDocumentVersion: 2,
      railName: NAME,
      subject: { scheme: 'NAME', value: NAME },
      unsettled: ['customs'],
      decisions: { customs: expect.stringMatching(/^(matched|ambiguous)$/) },
      refused: [],
    });
    candidates = item.hsCandidates.map(({ hsCode }: { hsCode: string }) => hsCode);
    expect(candidates).toEqual(expect.arrayContaining(['691110', '691200']));
    const { customs: decision } = item.decisions;
    expect((await forwarder.get(`/v1/commodities/queue?decision=${decision}`)).body.items).toHaveLength(1);
    for (const other of ['?decision=unknown', '?side=rail', `?side=rail&decision=${decision}`])
      expect((await forwarder.get(`/v1/commodities/queue${other}`)).body.items).toEqual([]);
    expect((await forwarder.get('/v1/commodities/queue?decision=sure')).body.code).toBe('COMMODITIES.DECISION');
  });

  it('are decided by whoever is a party to them, with the version that there is', async () => {
    const item = await waiting(forwarder, oneDocumentId);
    expect((await act(rail, item, 'accept')).status).toBe(403);
    const stranger = await yidan.party('BROKER-OTHER', 'broker');
    expect((await act(stranger, item, 'accept')).body.code).toBe('COMMODITIES.NOT_WAITING');
    const stale = await act(forwarder, { ...item, oneDocumentVersion: 1 }, 'accept');
    expect(stale).toMatchObject({ status: 409, body: { code: 'COMMODITIES.RECORD_CHANGED', oneDocumentVersion: 2 } });
    const none = await act(forwarder, item, 'accept', { hsCode: '010121' });
    expect(none).toMatchObject({ status: 422, body: { code: 'COMMODITIES.NOT_A_CANDIDATE', hsCodes: candidates } });
  });

  it('have the accepted code in the next version, which says whose answer it rests on', async () => {
    const item = await waiting(forwarder, oneDocumentId);
    const accepted = await act(forwarder, item, 'accept', { hsCode: '691110' });
    expect(accepted).toMatchObject({
      status: 200,
      body: {
        version: 1,
        party: 'FWD-LUHAI',
        how: 'accepted',
        state: 'standing',
        subject: { scheme: 'NAME', value: NAME },
        answer: { hsCode: '691110' },
        seen: { oneDocumentId, oneDocumentVersion: 2, candidates: item.hsCandidates, decisions: item.decisions },
      },
    });
    resolutionId = accepted.body.id;
    const record = await versionAfter(oneDocumentId, 2);
    expect(record).toMatchObject({ version: 3, change: { kind: 'goodsNamed' } });
    expect(await tablewareOf(oneDocumentId)).toMatchObject({
      hsCode: '691110',
      customsNaming: { source: 'resolution', resolution: { id: resolutionId, version: 1 } },
    });
    expect((await act(forwarder, item, 'accept', { hsCode: '691110' })).body).toEqual(accepted.body);
    expect((await resolution(resolutionId)).body.versions).toHaveLength(1);
  });

  it('are declared with the resolution they rest on', async () => {
    const { status, body } = await eventually('the declaration', async () => {
      const answer = await forwarder.post('/v1/declarations', { oneDocumentId, type: 'export', mode: 'advance' });
      return answer.status === 201 ? answer : undefined;
    });
    expect(status).toBe(201);
    declarationId = body.declarationId;
    const { goodsItems } = await rail.record(oneDocumentId);
    const namings = (items: readonly any[]) => items.map((item) => [item.railNaming, item.customsNaming]);
    expect(namings(body.declaration.goodsItems)).toEqual(namings(goodsItems));
    expect(JSON.stringify(namings(body.declaration.goodsItems))).toContain(resolutionId);
  });

  it('show what rests on an answer', async () => {
    const uses = await eventually('both uses', async () => {
      const { body } = await forwarder.get(`/v1/commodities/resolutions/${resolutionId}/uses`);
      return body.items.length === 2 ? body.items : undefined;
    });
    const common = { oneDocumentId, oneDocumentVersion: 3, resolutionVersion: 1 };
    expect(uses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...common, status: 'inForce' }),
        expect.objectContaining({ ...common, status: 'lodged', declarationId }),
      ]),
    );
    const path = `/v1/commodities/resolutions/${resolutionId}/uses`;
    expect((await customs.get(path)).body.items).toHaveLength(2);
    expect((await (await yidan.party('FWD-OTHER', 'forwarder')).get(path)).status).toBe(404);
  });

  it('lose the name when the answer is revoked, and the declaration says why it is outdated', async () => {
    const path = `/v1/commodities/resolutions/${resolutionId}/revoke`;
    const reason = '样品为炻瓷，非瓷器';
    expect((await customs.post(path, { reason })).body.code).toBe('COMMODITIES.NOT_YOURS');
    const { status, body } = await forwarder.post(path, { reason });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      resolution: { id: resolutionId, version: 2, how: 'revoked', state: 'revoked', reason },
      restedOnIt: { recordsInForce: 1, versionsPast: 0, declarationsLodged: 1 },
    });
    expect((await forwarder.post(path, { reason })).body.resolution).toEqual(body.resolution);
    await versionAfter(oneDocumentId, 3);
    expect(await tablewareOf(oneDocumentId)).not.toHaveProperty('hsCode');
    const outdated = await eventually('the outdated declaration', async () => {
      const { body: view } = await forwarder.get(`/v1/declarations/${declarationId}`);
      return view.outdated ? view : undefined;
    });
    expect(outdated.outdatedBecause).toContainEqual({
      path: expect.stringMatching(/^\/goodsItems\/\d\/hsCode$/),
      declared: '691110',
      resolution: { id: resolutionId, version: 1, route: { from: 'CNCDZ', to: 'SGSIN' } },
    });
    await eventuallyHolds(async () => {
      const { body: after } = await forwarder.get(`/v1/commodities/resolutions/${resolutionId}/uses`);
      expect(after.items.map((use: any) => use.status).sort()).toEqual(['lodged', 'past']);
    });
  });

  it('stay in the queue when every candidate is refused, and say who refused them and why', async () => {
    const item = await waiting(forwarder, oneDocumentId);
    const reason = '各候选均不符';
    const refused = await act(forwarder, item, 'refuse', { reason });
    expect(refused).toMatchObject({
      status: 200,
      body: { hsCandidates: [], refused: [{ hsCodes: candidates, reason, refusedBy: 'FWD-LUHAI' }] },
    });
    expect((await act(forwarder, item, 'refuse', { reason })).body).toEqual(refused.body);
    expect((await act(forwarder, item, 'accept')).body.code).toBe('COMMODITIES.NO_CANDIDATE');
    expect((await waiting(customs, oneDocumentId)).refused).toHaveLength(1);
  });

  it('have the code that a person chose, under the same id', async () => {
    const item = await waiting(forwarder, oneDocumentId);
    const reason = '炻瓷餐具，按材质归类';
    const unknown = await act(forwarder, item, 'choose', { answer: { hsCode: '691299' }, reason });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'COMMODITIES.RESOLUTION' } });
    const chosen = await act(forwarder, item, 'choose', {
      answer: { hsCode: '6912001000', customsName: 'STONEWARE TABLEWARE' },
      reason,
    });
    expect(chosen.body).toMatchObject({ id: resolutionId, version: 3, how: 'chosen', state: 'standing', reason });
    await versionAfter(oneDocumentId, 4);
    expect(await tablewareOf(oneDocumentId)).toMatchObject({ hsCode: '6912001000' });
    expect((await act(forwarder, item, 'choose', { answer: chosen.body.answer, reason })).body).toEqual(chosen.body);
    expect((await resolution(resolutionId)).body.versions.map((one: any) => one.state)).toEqual([
      'standing',
      'revoked',
      'superseded',
    ]);
  });

  it('are called so for everybody once customs adopts the answer', async () => {
    const other = await sendTableware('FWD-DAHE');
    expect((await tablewareOf(other)).hsCode).toBeUndefined();
    expect((await forwarder.post(`/v1/commodities/resolutions/${resolutionId}/adopt`, { reason: 'x' })).status).toBe(
      403,
    );
    const reason = '归类决定 Z2026-0117';
    const { body: adopted } = await customs.post(`/v1/commodities/resolutions/${resolutionId}/adopt`, { reason });
    expect(adopted).toMatchObject({
      version: 1,
      party: '*',
      how: 'adopted',
      resolvedBy: 'CUSTOMS-7200',
      origin: { id: resolutionId, version: 3 },
    });
    const naming = await eventually("another party's goods", async () => {
      const { hsCode, customsNaming } = await tablewareOf(other);
      return hsCode === '6912001000' ? customsNaming : undefined;
    });
    expect(naming).toMatchObject({ resolution: { id: adopted.id, version: 1 } });
    await eventually("customs' own view of the uses", async () =>
      (await customs.get(`/v1/commodities/resolutions/${adopted.id}/uses`)).body.items.length === 1 ? true : undefined,
    );
    expect((await forwarder.get(`/v1/commodities/resolutions/${adopted.id}/uses`)).body.items).toEqual([]);

    await forwarder.post(`/v1/commodities/resolutions/${resolutionId}/revoke`, { reason: '以海关决定为准' });
    await eventually("the party's goods by customs' answer", async () =>
      (await tablewareOf(oneDocumentId)).customsNaming.resolution?.id === adopted.id ? true : undefined,
    );
  });

  it('can be audited by customs', async () => {
    const { body } = await customs.get('/v1/commodities/resolutions?party=FWD-LUHAI&state=superseded');
    expect(body.items.map(({ version }: any) => version)).toEqual([3, 1]);
    expect(body.items[1]).toMatchObject({ resolvedBy: 'FWD-LUHAI', seen: { oneDocumentVersion: 2 } });
    expect(body.items[1].seen.candidates.map(({ hsCode }: any) => hsCode)).toEqual(candidates);
    const everybodys = await forwarder.get('/v1/commodities/resolutions?party=*');
    expect(everybodys.body.items).toHaveLength(1);
    const stranger = await yidan.party('FWD-OTHER', 'forwarder');
    expect((await stranger.get('/v1/commodities/resolutions?party=FWD-LUHAI&state=superseded')).body.items).toEqual([]);
  });

  it('are decided as well where the goods are described over pages', async () => {
    const random = randomFrom(7);
    const lines = Array.from({ length: 150 }, (_, line) => `ITEM ${line} S/N ${`${random()}${random()}`.slice(0, 22)}`);
    const bill = withTree(paintShipment().bill(), (tree) => {
      tree.consignmentItems[1].descriptionOfGoods = lines;
      delete tree.consignmentItems[1].HSCodes;
    });
    const { oneDocumentId: id } = await line.sendAndWait(bill);
    const item = await eventually('the goods in the queue', async () => {
      const { body } = await forwarder.get('/v1/commodities/queue');
      return body.items.find((one: any) => one.oneDocumentId === id && one.subject.value.includes(lines[149]));
    });
    const answer = { answer: { hsCode: '691110' }, reason: '瓷器', subject: item.subject };
    const chosen = await act(forwarder, item, 'choose', answer);
    expect(chosen).toMatchObject({ status: 200, body: { subject: item.subject, state: 'standing' } });
    await eventuallyHolds(async () => {
      const { goodsItems } = await forwarder.record(id);
      expect(goodsItems.map(({ hsCode }) => hsCode)).toContain('691110');
    });
  });

  describe('with four eyes', () => {
    const answer = { hsCode: '8714100090', customsName: 'MOTORCYCLE FRAMES' };
    const reason = '随机附件，按零件归类';
    let zhao: TestParty;
    let li: TestParty;
    let nobody: TestParty;
    let engines: string;
    let proposedId: string;

    beforeAll(async () => {
      zhao = await yidan.person('zhao.min', 'FWD-YUXIN', 'forwarder');
      li = await yidan.person('li.na', 'FWD-YUXIN', 'forwarder');
      nobody = await yidan.party('FWD-YUXIN', 'forwarder');
      const note = enginesShipment().waybill({
        '87141000': '99876500',
        摩托车零件: '随车配件',
        'Parts of motorcycles': 'Sundries',
      });
      engines = (await rail.sendAndWait(note)).oneDocumentId as string;
    });

    const settings = '/v1/commodities/settings';

    it('need people with names', async () => {
      expect((await nobody.get(settings)).body).toEqual({ fourEyes: false });
      expect((await nobody.put(settings, { fourEyes: true })).body.code).toBe('COMMODITIES.NO_PERSON');
      expect((await zhao.put(settings, { fourEyes: true })).body).toMatchObject({
        fourEyes: true,
        changedBy: 'zhao.min',
      });
      const item = await waiting(zhao, engines);
      expect(item.decisions).toMatchObject({ customs: expect.any(String) });
      const refused = await act(nobody, item, 'choose', { answer, reason });
      expect(refused).toMatchObject({ status: 403, body: { code: 'COMMODITIES.NO_PERSON' } });
    });

    it('an answer is only proposed, and its person cannot confirm it', async () => {
      const item = await waiting(zhao, engines);
      const { body } = await act(zhao, item, 'choose', { answer, reason });
      expect(body).toMatchObject({ version: 1, state: 'proposed', person: 'zhao.min' });
      proposedId = body.id;
      expect((await act(zhao, item, 'choose', { answer, reason })).body).toEqual(body);
      const another = await act(li, item, 'choose', { answer: { hsCode: '871499' }, reason });
      expect(another.body).toMatchObject({ code: 'COMMODITIES.PROPOSED', resolution: { id: proposedId, version: 1 } });
      const own = await zhao.post(`/v1/commodities/resolutions/${proposedId}/confirm`, {});
      expect(own.body.code).toBe('COMMODITIES.OWN_PROPOSAL');
      expect((await li.get('/v1/commodities/resolutions?state=proposed')).body.items).toHaveLength(1);
      expect((await li.get('/v1/commodities/resolutions')).body.items.map(({ party }: any) => party)).toEqual(['*']);
    });

    it('a rejected one never holds, a confirmed one does', async () => {
      const why = '品名有误';
      const rejected = await li.post(`/v1/commodities/resolutions/${proposedId}/reject`, { reason: why });
      expect(rejected.body).toMatchObject({ state: 'rejected', review: { person: 'li.na', reason: why } });
      expect((await rail.record(engines)).version).toBe(1);
      const { body } = await act(zhao, await waiting(zhao, engines), 'choose', { answer, reason });
      expect(body).toMatchObject({ id: proposedId, version: 2, state: 'proposed' });
      const confirmed = await li.post(`/v1/commodities/resolutions/${proposedId}/confirm`, {});
      expect(confirmed.body).toMatchObject({ version: 2, state: 'standing', review: { person: 'li.na' } });
      expect((await li.post(`/v1/commodities/resolutions/${proposedId}/confirm`, {})).body).toEqual(confirmed.body);
      const { goodsItems } = await versionAfter(engines, 1);
      expect(goodsItems.find(({ railName }) => railName === '随车配件')).toMatchObject({
        hsCode: answer.hsCode,
        customsNaming: { resolution: { id: proposedId, version: 2 } },
      });
    });

    it('are done without when two people ask', async () => {
      const asked = { fourEyes: true, offAskedBy: 'zhao.min' };
      expect((await zhao.put(settings, { fourEyes: false })).body).toMatchObject(asked);
      expect((await zhao.put(settings, { fourEyes: false })).body).toMatchObject(asked);
      expect((await li.put(settings, { fourEyes: false })).body).toMatchObject({ fourEyes: false, changedBy: 'li.na' });
    });
  });
});
