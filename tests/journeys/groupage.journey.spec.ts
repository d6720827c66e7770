import type { OneDocument } from '#domain';
import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, freshNumber, withTexts, withTree, type Replacements } from '../support/shipments.js';
import { eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

/**
 * 拼箱: the engines' rail note, with the engines and the parts under a bill each. Both have goods in the first container, each a consignee of its own. Their
 * forwarder is a party to all, the consignees to their own.
 */
describe.each(TRANSPORTS)('two bills under one rail waybill, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let consignees: TestParty[];

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    consignees = [await yidan.party('ENGINES-SG', 'forwarder'), await yidan.party('PARTS-SG', 'forwarder')];
  });

  afterAll(() => yidan.close());

  const shipment = enginesShipment();
  const booking = freshNumber('HBL2613');
  const waybill = (version: 'waybill' | 'replacement' = 'waybill') =>
    shipment[version]({ SGLCMP: 'CONSOL-SG', 'LION CITY MOTOR PARTS': 'LION CITY GROUPAGE' });
  const engines = () =>
    withTree(shipment.bill({ SGLCMP: 'ENGINES-SG' }), (tree) => {
      tree.transportDocumentReference += 'A';
      tree.consignmentItems.pop();
      tree.utilizedTransportEquipments.pop();
    });
  const parts = () =>
    withTree(withTexts(shipment.bill({ SGLCMP: 'PARTS-SG' }), { [shipment.booking]: booking }), (tree) => {
      tree.transportDocumentReference += 'B';
      tree.consignmentItems.shift();
      tree.documentParties.consignee.partyName = 'PENANG PARTS SDN. BHD.';
    });

  let ids: string[];
  /** The waybill's own. */
  let whole: string;

  it('come into a record each, to which the waybill belongs', async () => {
    const { nextCursor } = (await rail.get('/v1/news')).body;
    const note = await rail.sendAndWait(waybill(), { 'content-type': 'application/json' });
    const [first, second] = [await line.sendAndWait(engines()), await line.sendAndWait(parts())];
    expect([note, first, second].map(({ status, findings }) => [status, findings])).toEqual(
      Array.from({ length: 3 }, () => ['accepted', []]),
    );
    ids = [first.oneDocumentId as string, second.oneDocumentId as string];
    expect(note.oneDocumentId).toBe(ids[0]);
    expect(ids[1]).not.toBe(ids[0]);
    await eventuallyHolds(async () => {
      const { body } = await rail.get(`/v1/documents/${note.documentId}`);
      expect(body).toMatchObject({ alsoIn: ids });
      expect(ids).not.toContain(body.oneDocumentId);
      whole = body.oneDocumentId;
      const news = (await rail.get(`/v1/news?cursor=${nextCursor}`)).body.items.map((item: any) => item.oneDocumentId);
      expect(news).toEqual(expect.arrayContaining(ids));
    });
    for (const [id, name, rails] of [
      [ids[0], 'LION CITY MOTOR PARTS PTE. LTD.', '摩托车发动机(150cc)'],
      [ids[1], 'PENANG PARTS SDN. BHD.', '摩托车零件'],
    ] as const) {
      const record = await line.record(id as string);
      expect(record).toMatchObject({ state: 'open', join: { result: 'joined' }, discrepancies: [] });
      expect(record.transportDocuments.map(({ shared }) => shared)).toEqual([true, undefined]);
      expect(record.goodsItems.map(({ railName }) => railName)).toEqual([rails]);
      expect(record.legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
      expect(record.parties.filter(({ role }) => role === 'consignee').map(({ names }) => names[0]?.text)).toEqual([
        name,
      ]);
      expect(record.parties.find(({ role }) => role === 'consignor')?.names.map(({ text }) => text)).toContain(
        '重庆山涧动力机械有限公司',
      );
    }
  });

  it('are found by the waybill by those who see them, and by no others', async () => {
    const found = async (party: TestParty): Promise<string[]> => {
      const { body } = await party.get(`/v1/one-documents?transportDocument=${shipment.waybillNumber}`);
      return body.items.map(({ id }: OneDocument) => id).sort();
    };
    expect(await found(rail)).toEqual([...ids, whole].toSorted());
    expect(await found(consignees[0] as TestParty)).toEqual([ids[0]]);
    expect(await found(consignees[1] as TestParty)).toEqual([ids[1]]);
    const [engineer, mechanic] = consignees as [TestParty, TestParty];
    expect((await engineer.get(`/v1/one-documents/${ids[1]}`)).status).toBe(404);
    expect((await mechanic.get(`/v1/one-documents/${ids[0]}`)).status).toBe(404);
    expect((await mechanic.get(`/v1/one-documents/${whole}`)).status).toBe(404);
    const told = JSON.stringify((await mechanic.get(`/v1/one-documents/${ids[1]}`)).body);
    for (const stranger of ['ENGINES-SG', 'LION CITY', shipment.booking, '摩托车发动机'])
      expect(told).not.toContain(stranger);
  });

  it('leave the waybill a record of its own, of all its goods, for the parties that it names', async () => {
    const record = await rail.record(whole);
    expect(record).toMatchObject({ state: 'open', consolidates: ids, totals: { packages: { rail: '430' } } });
    expect(record.goodsItems.map(({ railName }) => railName)).toEqual(['摩托车发动机(150cc)', '摩托车零件']);
    expect(record.transportDocuments.map(({ number, shared }) => [number, shared])).toEqual([
      [shipment.waybillNumber, undefined],
    ]);
    expect((await rail.get(`/v1/one-documents/${whole}?format=unece-smgs-d23b`)).status).toBe(200);
    const order = { oneDocumentId: whole, type: 'export', mode: 'advance' };
    await eventuallyHolds(async () => {
      const { status, body } = await forwarder.post('/v1/declarations', order);
      expect([status, body.code, body.consolidates]).toEqual([422, 'CLEARANCE.RECORD_CONSOLIDATES', ids]);
    });
  });

  it('are asked about a third bill by what it has in common with their own', async () => {
    const third = withTree(parts(), (tree) => {
      tree.transportDocumentReference += 'C';
      tree.consignmentItems[0].carrierBookingReference = freshNumber('HBL2617');
    });
    const { oneDocumentId } = await line.sendAndWait(third);
    const { body } = await (consignees[0] as TestParty).get(`/v1/one-documents/${ids[0]}/waiting`);
    expect(body.items).toMatchObject([{ oneDocumentId }]);
    expect(body.items[0].evidence).toEqual([{ by: 'container', value: shipment.containers[0] }]);
    await line.sendAndWait(withTree(third, (tree) => (tree.transportDocumentStatus = 'VOIDED')));
  });

  it('follow the corrected waybill both', async () => {
    await rail.sendAndWait(waybill('replacement'), { 'content-type': 'application/json' });
    const first = await rail.record(ids[0] as string);
    expect(first.change.kind).toBe('documentReplaced');
    const second = await rail.record(ids[1] as string);
    expect(second).toMatchObject({ change: { kind: 'documentReplaced' } });
    expect(second.transportDocuments.map(({ status }) => status).sort()).toEqual(['current', 'current', 'replaced']);
    expect(second.discrepancies.map(({ code }) => code)).toEqual(['SEALS']);
    expect(await rail.record(whole)).toMatchObject({ change: { kind: 'documentReplaced' }, consolidates: ids });
  });

  it('are declared each for itself', async () => {
    for (const [id, item] of [
      [ids[0], { hsCode: '840732', packages: { declared: '120' }, grossMassKg: { declared: '9600' } }],
      [ids[1], { hsCode: '871410', packages: { declared: '310' }, grossMassKg: { declared: '6200.5' } }],
    ] as const) {
      const order = { oneDocumentId: id, type: 'export', mode: 'advance' };
      const { version } = await rail.record(id as string);
      const lodged = await eventually('the declaration', async () => {
        const { status, body } = await forwarder.post('/v1/declarations', order);
        return status === 404 || body.code === 'CLEARANCE.INCOMPLETE' ? undefined : { status, body };
      });
      expect([lodged.status, lodged.body.code]).toEqual([201, undefined]);
      expect(lodged.body.oneDocumentVersion).toBeLessThanOrEqual(version);
      expect(lodged.body.declaration.goodsItems).toMatchObject([item]);
      expect(lodged.body.declaration.transportDocuments).toHaveLength(2);
    }
  });

  it('have the events of their container both, none of them in doubt, and the waybill those of its stretch', async () => {
    const told = (equipmentEventTypeCode: string, eventDateTime: string) => ({
      eventID: freshNumber('evt-'),
      eventCreatedDateTime: '2026-11-12T02:00:00Z',
      eventType: 'EQUIPMENT',
      eventClassifierCode: 'ACT',
      eventDateTime,
      equipmentEventTypeCode,
      equipmentReference: shipment.containers[0],
      eventLocation: { UNLocationCode: 'CNQZH' },
    });
    await line.sendAndWait(
      JSON.stringify([told('GTIN', '2026-11-08T06:00:00+08:00'), told('LOAD', '2026-11-12T06:00:00+08:00')]),
    );
    for (const [id, kinds] of [
      ...ids.map((id) => [id, ['event.gateIn', 'event.loaded']] as const),
      [whole, ['event.gateIn']] as const,
    ]) {
      await eventuallyHolds(async () => {
        const { body } = await rail.get(`/v1/one-documents/${id}/timeline`);
        const events = body.items.filter(({ kind }: { kind: string }) => kind.startsWith('event.'));
        expect(events.map(({ kind, standing }: any) => [kind, standing.belongsBy, standing.ambiguous])).toEqual(
          kinds.map((kind) => [kind, 'container', false]),
        );
      });
    }
  });

  it('give no waybill of their own, since neither knows the whole of it', async () => {
    const { status, body } = await rail.get(`/v1/one-documents/${ids[1]}?format=unece-smgs-d23b`);
    expect([status, body.findings.map(({ code }: { code: string }) => code)]).toEqual([
      409,
      ['RECORD.SHARED_DOCUMENT'],
    ]);
    expect((await rail.get(`/v1/one-documents/${ids[1]}?format=dcsa-ebl-3.0`)).status).toBe(200);
    expect((await rail.get(`/v1/one-documents/${ids[1]}?format=pdf`)).status).toBe(200);
  });

  it('get a waybill that leaves open whose it is when their party says so', async () => {
    const later = enginesShipment();
    const own = (document: Buffer, number: string, replaced: Replacements) =>
      withTexts(document, { [`${shipment.billNumber}${number}`]: `${later.billNumber}${number}`, ...replaced });
    const box = { [shipment.containers[0]]: later.containers[0] };
    const bills = [
      await line.sendAndWait(own(engines(), 'A', { ...box, [shipment.booking]: freshNumber('HBL2615') })),
      await line.sendAndWait(
        own(parts(), 'B', { ...box, [shipment.containers[1]]: later.containers[1], [booking]: freshNumber('HBL2616') }),
      ),
    ];
    const ids = bills.map(({ oneDocumentId }) => oneDocumentId);
    const light = withTree(later.waybill(), ({ specifiedConsignment: [consignment] }) => {
      consignment.grossWeight[0].content = '9000';
      consignment.includedConsignmentItem.pop();
    });
    const note = await rail.sendAndWait(light, { 'content-type': 'application/json' });
    const path = `/v1/one-documents/${note.oneDocumentId}/join`;
    expect(await rail.record(note.oneDocumentId)).toMatchObject({
      state: 'unjoined',
      join: { candidates: ids.toSorted() },
    });
    expect((await rail.put(path, { with: [] })).body).toMatchObject({ code: 'JOIN.BODY' });
    expect((await (consignees[0] as TestParty).put(path, { with: ids })).status).toBe(403);
    expect(await rail.put(path, { with: ids })).toMatchObject({
      status: 200,
      body: { id: note.oneDocumentId, state: 'open', consolidates: ids.toSorted() },
    });
    expect(await rail.record(ids[1] as string)).toMatchObject({
      join: { result: 'joined' },
      legs: [{ mode: 'rail' }, { mode: 'sea' }],
    });
  });

  it('stay two when they come before their waybill', async () => {
    const later = enginesShipment();
    const own = (document: Buffer, number: string) =>
      withTexts(document, {
        [`${shipment.billNumber}${number}`]: `${later.billNumber}${number}`,
        [shipment.containers[0]]: later.containers[0],
        ...(number === 'A'
          ? { [shipment.booking]: later.booking }
          : { [booking]: freshNumber('HBL2614'), [shipment.containers[1]]: later.containers[1] }),
      });
    const first = await line.sendAndWait(own(engines(), 'A'));
    const second = await line.sendAndWait(own(parts(), 'B'));
    const note = await rail.sendAndWait(later.waybill({ SGLCMP: 'CONSOL-SG' }), { 'content-type': 'application/json' });
    expect(await rail.record(note.oneDocumentId)).toMatchObject({
      consolidates: [first.oneDocumentId, second.oneDocumentId].toSorted(),
    });
    for (const { oneDocumentId } of [first, second])
      expect(await rail.record(oneDocumentId)).toMatchObject({ state: 'open', join: { result: 'joined' } });
  });
});
