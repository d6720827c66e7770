import { openInstallation, type Installation } from '../support/installation.js';
import { freshNumber, paintShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

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
    const items = await eventuallyEvents(oneDocumentId, (found) => found[1]?.occursAt === corrected.eventDateTime);
    expect(items.map(({ source, standing }) => [source.party, standing?.['current']])).toEqual([
      ['PORT-QINZHOU', false],
      ['LINE-HAIBEI', true],
    ]);
    const retraction = await line.sendAndWait(
      JSON.stringify([{ metadata: { eventID: freshNumber('evt-'), eventType: 'EQUIPMENT', retractedEventID: id } }]),
    );
    const after = await eventuallyEvents(oneDocumentId, (found) => found[1]?.certainty === 'withdrawn');
    expect(after.map(({ standing }) => standing)).toEqual([
      { belongsBy: 'container', ambiguous: false, current: true },
      {
        belongsBy: 'container',
        ambiguous: false,
        current: false,
        withdrawn: { certainty: 'actual', byDocumentId: retraction.documentId },
      },
    ]);
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
      const [item] = await eventually('the event', async () => {
        const items = await eventsOf(rail, record);
        return items.length > 0 ? items : undefined;
      });
      expect(item?.standing).toMatchObject({ belongsBy: 'container', ambiguous: true });
      expect(item?.details).not.toHaveProperty('references');
      expect(item?.details['equipment']).toMatchObject({ number: container, seals: [] });
    }
  });
});
