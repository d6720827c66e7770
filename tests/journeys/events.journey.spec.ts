import { openInstallation, type Installation } from '../support/installation.js';
import { enginesShipment, freshNumber, paintShipment } from '../support/shipments.js';
import { eventually, eventuallyHolds, type TestParty } from '../support/test-party.js';

interface Item {
  readonly kind: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly occursAt: string;
  readonly certainty: string;
  readonly source: { readonly party?: string; readonly documents: readonly { readonly documentId: string }[] };
  readonly details: Record<string, any>;
  readonly standing?: Record<string, unknown>;
}

/** What ports and carriers report of a shipment, told to its parties. The transport makes no difference here. */
describe('events of a shipment', () => {
  let yidan: Installation;
  let line: TestParty;
  let rail: TestParty;
  let port: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    rail = await yidan.party('RAIL-CHENGDU', 'rail');
    port = await yidan.party('PORT-QINZHOU', 'port');
  });

  afterAll(() => yidan.close());

  const eventsOf = async (party: TestParty, record: string | null): Promise<Item[]> => {
    const { status, body } = await party.get(`/v1/one-documents/${record}/timeline`);
    if (status === 404) return [];
    return (body.items as Item[]).filter(({ kind }) => kind.startsWith('event.'));
  };

  const eventuallyEvents = (record: string | null, fits: (items: Item[]) => boolean): Promise<Item[]> =>
    eventually('the events', async () => {
      const items = await eventsOf(rail, record);
      return fits(items) ? items : undefined;
    });

  const isWithdrawn = ({ certainty }: Item): boolean => certainty === 'withdrawn';

  const dcsa = (id: string, container: string, rest: object): object => ({
    eventID: id,
    eventCreatedDateTime: '2026-11-16T02:00:00Z',
    eventType: 'EQUIPMENT',
    eventClassifierCode: 'ACT',
    eventDateTime: '2026-11-15T20:00:00+08:00',
    equipmentEventTypeCode: 'LOAD',
    equipmentReference: container,
    eventLocation: { UNLocationCode: 'CNQZH' },
    ...rest,
  });

  /** An EDIFACT message of the port's, with the segments between UNH and UNT. */
  const edifact = (type: string, segments: readonly string[]): string => {
    const reference = freshNumber('PQ');
    const message = [`UNH+1+${type}:D:95B:UN:SMDG20`, ...segments, `UNT+${segments.length + 2}+1`];
    const interchange = [
      `UNB+UNOC:3+PORT-QINZHOU:ZZZ+YIDAN:ZZZ+261115:1300+${reference}`,
      ...message,
      `UNZ+1+${reference}`,
    ];
    return interchange.map((segment) => `${segment}'`).join('');
  };

  const SHIP = 'TDT+20+047S+1++HBLX:172:ZZZ+++9321483:146:11:HAIBEI CONCORD';

  const gateIn = (number: string, container: string, functionCode = '9'): string =>
    edifact('CODECO', [
      `BGM+34+${number}+${functionCode}`,
      SHIP,
      'NAD+CF+HBLX:160:ZZZ',
      `EQD+CN+${container}+22G1:102:5++2+5`,
      'DTM+7:202611131245:203',
      'LOC+165+CNQZH:139:6:QINZHOU+QZHDL:TER:ZZZ',
      'CNT+16:1',
    ]);

  const loaded = (number: string, container: string, bill: string): string =>
    edifact('COARRI', [
      `BGM+270+${number}+9`,
      SHIP,
      'LOC+9+CNQZH:139:6:QINZHOU',
      'NAD+CF+HBLX:160:ZZZ',
      `EQD+CN+${container}+22G1:102:5++2+5`,
      `RFF+BM:${bill}`,
      'DTM+203:202611151410:203',
      'SEL+CD0099120+SH',
      'CNT+16:1',
    ]);

  it('from gate to sea, by a port in EDIFACT and a carrier in JSON, stand in the order in which they happened', async () => {
    const shipment = paintShipment();
    const { oneDocumentId } = await rail.sendAndWait(shipment.waybill());
    await line.sendAndWait(shipment.bill());
    const departed = dcsa(freshNumber('evt-'), shipment.container, {
      eventType: 'TRANSPORT',
      equipmentEventTypeCode: null,
      transportEventTypeCode: 'DEPA',
      eventDateTime: '2026-11-15T21:40:00+08:00',
    });
    const gate = freshNumber('GI');
    const sent = [
      await line.sendAndWait(JSON.stringify([departed])),
      await port.sendAndWait(loaded(freshNumber('LD'), shipment.container, shipment.billNumber)),
      await port.sendAndWait(gateIn(gate, shipment.container)),
    ];
    expect(sent.map(({ status, format, findings }) => [status, format, findings])).toEqual([
      ['accepted', 'dcsa-tnt', []],
      ['accepted', 'edifact-coarri', []],
      ['accepted', 'edifact-codeco', []],
    ]);
    await eventuallyHolds(async () => {
      const items = await eventsOf(rail, oneDocumentId);
      expect(items.map(({ kind, source, standing }) => [kind, source.party, standing?.['belongsBy']])).toEqual([
        ['event.gateIn', 'PORT-QINZHOU', 'container'],
        ['event.loaded', 'PORT-QINZHOU', 'reference'],
        ['event.departed', 'LINE-HAIBEI', 'container'],
      ]);
    });
    await port.sendAndWait(gateIn(gate, shipment.container, '1'));
    const [withdrawn] = await eventuallyEvents(oneDocumentId, (found) => found[0]?.certainty === 'withdrawn');
    expect(withdrawn?.title.en).toBe(`Gate in: CNQZH, ${shipment.container}`);
    const timeline = await line.get(`/v1/one-documents/${oneDocumentId}/timeline`);
    expect(timeline.status).toBe(200);
    expect((await port.get(`/v1/one-documents/${oneDocumentId}/timeline`)).status).toBe(404);
  });

  it('that come before its documents, by reference and by container, are in its timeline once they are in', async () => {
    const shipment = paintShipment();
    const [first, second] = [freshNumber('evt-'), freshNumber('evt-')];
    const sent = await line.sendAndWait(
      JSON.stringify([
        dcsa(first, shipment.container, { eventClassifierCode: 'EST', eventDateTime: '2026-11-15T18:00:00+08:00' }),
        dcsa(second, shipment.container, {
          documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: shipment.billNumber }],
        }),
      ]),
    );
    expect(sent).toMatchObject({ status: 'accepted', format: 'dcsa-tnt', findings: [], oneDocumentId: null });
    const { oneDocumentId } = await rail.sendAndWait(shipment.waybill());
    const byContainer = await eventuallyEvents(oneDocumentId, (items) => items.length === 2);
    expect(byContainer.map(({ standing }) => standing)).toEqual([
      { belongsBy: 'container', ambiguous: false, current: false },
      { belongsBy: 'container', ambiguous: false, current: true },
    ]);
    expect(byContainer.map(({ details }) => details['references'])).toEqual([undefined, undefined]);
    await line.sendAndWait(shipment.bill());
    const [estimate, actual] = await eventuallyEvents(
      oneDocumentId,
      (items) => items[1]?.standing?.['belongsBy'] === 'reference',
    );
    expect(estimate).toMatchObject({ certainty: 'estimated', occursAt: '2026-11-15T18:00:00+08:00' });
    expect(actual).toMatchObject({
      kind: 'event.loaded',
      title: { en: `Loaded: CNQZH, ${shipment.container}`, zh: `装载:CNQZH, ${shipment.container}` },
      certainty: 'actual',
      source: { party: 'LINE-HAIBEI', documents: [{ documentId: sent.documentId }] },
      standing: { belongsBy: 'reference', ambiguous: false, current: true },
      details: { references: [{ type: 'transportDocument', value: shipment.billNumber }] },
    });
  });

  it('are seen by its parties only, and a reporter need not be one', async () => {
    const shipment = paintShipment();
    const { oneDocumentId } = await rail.sendAndWait(shipment.waybill());
    await line.sendAndWait(shipment.bill());
    await port.sendAndWait(JSON.stringify(dcsa(freshNumber('evt-'), shipment.container, {})));
    await eventuallyEvents(oneDocumentId, (items) => items.length === 1);
    for (const stranger of [port, await yidan.party('FWD-STRANGER', 'forwarder')]) {
      expect((await stranger.get(`/v1/one-documents/${oneDocumentId}/timeline`)).status).toBe(404);
    }
  });

  it("a forwarder's word counts in its own records only", async () => {
    const shipment = paintShipment();
    const { oneDocumentId } = await rail.sendAndWait(shipment.waybill());
    await line.sendAndWait(shipment.bill());
    const stranger = await yidan.party('FWD-STRANGER', 'forwarder');
    await stranger.sendAndWait(JSON.stringify(dcsa(freshNumber('evt-'), shipment.container, {})));
    await port.sendAndWait(JSON.stringify(dcsa(freshNumber('evt-'), shipment.container, {})));
    const items = await eventuallyEvents(oneDocumentId, (found) => found.length > 0);
    expect(items.map(({ source }) => source.party)).toEqual(['PORT-QINZHOU']);
  });

  it('told twice by one reporter are one, by two they are two; a correction takes the place, a retraction is marked', async () => {
    const shipment = paintShipment();
    const { oneDocumentId } = await rail.sendAndWait(shipment.waybill());
    await line.sendAndWait(shipment.bill());
    const [id, other] = [freshNumber('evt-'), freshNumber('evt-')];
    await line.sendAndWait(JSON.stringify([dcsa(id, shipment.container, {})]));
    await line.sendAndWait(JSON.stringify(dcsa(id, shipment.container, {})));
    await port.sendAndWait(
      JSON.stringify(dcsa(other, shipment.container, { eventCreatedDateTime: '2026-11-16T01:00:00Z' })),
    );
    const corrected = { eventDateTime: '2026-11-15T21:00:00+08:00', eventCreatedDateTime: '2026-11-16T03:00:00Z' };
    await line.sendAndWait(JSON.stringify(dcsa(id, shipment.container, corrected)));
    await eventuallyEvents(oneDocumentId, (found) => found[1]?.occursAt === corrected.eventDateTime);
    const stale = { eventDateTime: '2026-11-15T19:00:00+08:00', eventCreatedDateTime: '2026-11-16T02:30:00Z' };
    await line.sendAndWait(JSON.stringify(dcsa(id, shipment.container, stale)));
    const later = dcsa(freshNumber('evt-'), shipment.container, { equipmentEventTypeCode: 'DISC' });
    await line.sendAndWait(JSON.stringify(later));
    const told = await eventuallyEvents(oneDocumentId, (found) =>
      found.some(({ kind }) => kind === 'event.discharged'),
    );
    const items = told.filter(({ kind }) => kind === 'event.loaded');
    expect(items[1]?.occursAt).toBe(corrected.eventDateTime);
    expect(items.map(({ source, standing }) => [source.party, standing?.['current']])).toEqual([
      ['PORT-QINZHOU', false],
      ['LINE-HAIBEI', true],
    ]);
    const retraction = await line.sendAndWait(
      JSON.stringify([{ metadata: { eventID: freshNumber('evt-'), eventType: 'EQUIPMENT', retractedEventID: id } }]),
    );
    const after = await eventuallyEvents(oneDocumentId, (found) => found.some(isWithdrawn));
    expect(after.filter(({ kind }) => kind === 'event.loaded').map(({ standing }) => standing)).toEqual([
      { belongsBy: 'container', ambiguous: false, current: true },
      {
        belongsBy: 'container',
        ambiguous: false,
        current: false,
        withdrawn: { certainty: 'actual', byDocumentId: retraction.documentId },
      },
    ]);
  });

  it('go along when their record is merged into another', async () => {
    const [older, younger, over] = [paintShipment(), paintShipment(), enginesShipment()];
    const { oneDocumentId: survivor } = await rail.sendAndWait(older.waybill());
    const { oneDocumentId: merged } = await rail.sendAndWait(younger.waybill());
    await port.sendAndWait(loaded(freshNumber('LD'), younger.container, younger.waybillNumber));
    await port.sendAndWait(gateIn(freshNumber('GI'), younger.container));
    await line.sendAndWait(
      over.bill({ [over.containers[0]]: older.container, [over.containers[1]]: younger.container }),
    );
    await eventuallyHolds(async () => {
      const { body } = await rail.get(`/v1/one-documents/${merged}/timeline`);
      expect(body.oneDocumentId).toBe(survivor);
      const items = await eventsOf(rail, merged);
      expect(items.map(({ kind, standing }) => [kind, standing?.['belongsBy'], standing?.['ambiguous']])).toEqual([
        ['event.gateIn', 'container', false],
        ['event.loaded', 'reference', false],
      ]);
    });
  });

  it('of a container that two records fit are marked in both, without the numbers and seals that may be the other one’s', async () => {
    const shipments = [paintShipment(), paintShipment()] as const;
    const container = shipments[0].container;
    const records = [];
    for (const shipment of shipments) {
      const { container: own } = shipment;
      const sent = await rail.sendAndWait(shipment.waybill({ ...(own !== container && { [own]: container }) }));
      records.push(sent.oneDocumentId);
    }
    expect(new Set(records).size).toBe(2);
    await port.sendAndWait(
      JSON.stringify(
        dcsa(freshNumber('evt-'), container, {
          seals: [{ sealNumber: 'S1' }],
          documentReferences: [{ documentReferenceType: 'BKG', documentReferenceValue: freshNumber('NOBODYS') }],
        }),
      ),
    );
    for (const record of records) {
      const [item] = await eventuallyEvents(record, ([found]) => found?.standing?.['ambiguous'] === true);
      expect(item?.standing).toMatchObject({ belongsBy: 'container', ambiguous: true });
      expect(item?.details).not.toHaveProperty('references');
      expect(item?.details['equipment']).toMatchObject({ number: container, seals: [] });
    }
  });
});
