import type { OneDocument } from '#domain';
import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment, freshNumber, withTree } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

/**
 * 总提单与分提单: the line's bill is from the forwarder to its agent, and the engines and the parts go under a bill of the forwarder's each, partly in the same
 * container. The rail note is over both.
 */
describe.each(TRANSPORTS)('two house bills under one master bill, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let agent: TestParty;
  let buyers: [engines: TestParty, parts: TestParty];

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    agent = await yidan.party('AGENT-SG', 'forwarder');
    buyers = [await yidan.party('ENGINES-SG', 'forwarder'), await yidan.party('PARTS-SG', 'forwarder')];
  });

  afterAll(() => yidan.close());

  const shipment = enginesShipment();
  const [first, second] = shipment.containers;
  const numbers = [freshNumber('YX26A'), freshNumber('YX26B')] as const;

  const waybill = () => shipment.waybill({ SGLCMP: 'AGENT-SG', 'LION CITY MOTOR PARTS': 'STRAITS LANTERN' });
  const masterBill = () =>
    withTree(shipment.bill({ SGLCMP: 'AGENT-SG', 'LION CITY MOTOR PARTS': 'STRAITS LANTERN' }), (tree) => {
      tree.documentParties.shipper = tree.documentParties.other[0].party;
    });

  const named = (name: string, code: string, country: string) => ({
    id: [{ content: code }],
    name: [{ content: name }],
    postalTradeAddress: { countryId: { content: country } },
  });
  const port = (code: string) => ({ occurrenceLogisticsLocation: { id: [{ content: code, schemeAgencyId: '6' }] } });
  const houseBill = (number: string, consignee: object, item: object, ...containers: string[]) =>
    JSON.stringify({
      exchangedDocument: {
        id: { content: number },
        typeCode: { content: '706' },
        'x-typeCode': { content: '714' },
        issueDateTime: '2026-11-12T10:00:00+08:00',
      },
      specifiedConsignment: [
        {
          transportContractReferencedDocument: {
            typeCode: { content: '706' },
            'x-typeCode': { content: '704' },
            id: [{ content: shipment.billNumber }],
          },
          consignor: named('CHONGQING SHANJIAN POWER MACHINERY CO., LTD.', '0002187', 'CN'),
          consignee,
          carrier: named('YUXIN INTERNATIONAL FREIGHT FORWARDING CO., LTD.', 'FWD-YUXIN', 'CN'),
          includedConsignmentItem: [item],
          utilizedLogisticsTransportEquipment: containers.map((content) => ({ id: { content } })),
          mainCarriageLogisticsTransportMovement: [
            {
              loadingEvent: port('CNQZH'),
              departureEvent: [{ estimatedOccurrenceDateTime: '2026-11-12T20:00:00+08:00' }],
              unloadingEvent: port('SGSIN'),
            },
          ],
        },
      ],
    });
  const goodsItem = (name: string, hsCode: string, packages: [count: string, type: string], grossMassKg: string) => ({
    grossWeight: [{ content: grossMassKg, unitCode: 'KGM' }],
    information: [{ content: `HS CODE ${hsCode}` }],
    natureIdCargo: [{ id: [{ content: name }] }],
    transportLogisticsPackage: [{ itemQuantity: { content: packages[0] }, typeCode: [{ content: packages[1] }] }],
  });
  const engines = () =>
    houseBill(
      numbers[0],
      named('LION CITY MOTOR PARTS PTE. LTD.', 'ENGINES-SG', 'SG'),
      goodsItem('MOTORCYCLE ENGINES, 150 CC, NEW', '840732', ['120', 'CR'], '9600'),
      first,
    );
  const parts = () =>
    houseBill(
      numbers[1],
      named('PENANG PARTS SDN. BHD.', 'PARTS-SG', 'MY'),
      goodsItem('MOTORCYCLE PARTS, FRAMES AND FORKS', '871410', ['310', 'CT'], '6200.5'),
      first,
      second,
    );

  let ids: [engines: string, parts: string];
  const papers = ({ transportDocuments }: OneDocument) =>
    transportDocuments.map(({ number, billLevel, shared }) => [number, billLevel, shared]);

  it('come into a record each, to which their master bill and the waybill belong', async () => {
    const sent = [
      await rail.sendAndWait(waybill(), { 'content-type': 'application/json' }),
      await forwarder.sendAndWait(engines()),
      await line.sendAndWait(masterBill()),
      await forwarder.sendAndWait(parts()),
    ];
    expect(sent.map(({ status, findings }) => [status, findings])).toEqual(sent.map(() => ['accepted', []]));
    const [, one, master, two] = sent.map(({ oneDocumentId }) => oneDocumentId as string) as [
      string,
      string,
      string,
      string,
    ];
    ids = [one, two];
    expect(master).toBe(one);
    expect(two).not.toBe(one);
    for (const [id, number, consignee, rails] of [
      [one, numbers[0], 'LION CITY MOTOR PARTS PTE. LTD.', '摩托车发动机(150cc)'],
      [two, numbers[1], 'PENANG PARTS SDN. BHD.', '摩托车零件'],
    ] as const) {
      const record = await forwarder.record(id);
      expect(record).toMatchObject({ state: 'open', join: { result: 'joined' }, discrepancies: [] });
      expect(papers(record).sort()).toEqual(
        [
          [shipment.waybillNumber, undefined, true],
          [shipment.billNumber, 'master', true],
          [number, 'house', undefined],
        ].sort(),
      );
      const consignees = record.parties.filter(({ role }) => role === 'consignee');
      expect(consignees.map(({ names: [name] }) => name?.text)).toEqual([consignee]);
      expect(record.goodsItems.map(({ railName }) => railName)).toEqual([rails]);
      expect(record.legs).toMatchObject([{ mode: 'rail' }, { mode: 'sea', vessel: 'HAIBEI CONCORD', voyage: '046S' }]);
    }
  });

  it('are found by the master bill by its parties, and each buyer sees its own', async () => {
    const found = async (party: TestParty): Promise<string[]> => {
      const { body } = await party.get(`/v1/one-documents?transportDocument=${shipment.billNumber}`);
      return body.items.map(({ id }: OneDocument) => id).sort();
    };
    const [whole] = (await found(line)).filter((id) => !ids.includes(id)) as [string];
    for (const party of [line, agent, forwarder]) expect(await found(party)).toEqual([...ids, whole].toSorted());
    const record = await agent.record(whole);
    expect(papers(record)).toEqual([[shipment.billNumber, 'master', undefined]]);
    expect(record).toMatchObject({ consolidates: ids.toSorted(), totals: { packages: { sea: '430' } } });
    for (const [index, buyer] of buyers.entries()) expect(await found(buyer)).toEqual([ids[index]]);
    const told = JSON.stringify((await buyers[1].get(`/v1/one-documents/${ids[1]}`)).body);
    for (const stranger of [
      'ENGINES-SG',
      'LION CITY',
      'AGENT-SG',
      'STRAITS',
      numbers[0],
      shipment.booking,
      '摩托车发动机',
    ])
      expect(told).not.toContain(stranger);
  });

  it('are declared each by its own number behind the master bill’s', async () => {
    for (const [index, id] of ids.entries()) {
      const lodged = await eventually('the declaration', async () => {
        const order = { oneDocumentId: id, type: 'export', mode: 'advance' };
        const { status, body } = await forwarder.post('/v1/declarations', order);
        return status === 404 || body.code === 'CLEARANCE.INCOMPLETE' ? undefined : { status, body };
      });
      expect([lodged.status, lodged.body.code]).toEqual([201, undefined]);
      const { declarationId } = lodged.body.declaration;
      const { bytes } = await forwarder.get(`/v1/declarations/${declarationId}?format=china-declaration`);
      expect(bytes.toString()).toContain(`<BillNo>${shipment.billNumber}*${numbers[index]}</BillNo>`);
      expect(lodged.body.declaration.documentIds).toHaveLength(1);
    }
  });

  it('are in the manifest of their master bill, which is sent and written from its own record', async () => {
    const { body: found } = await line.get(`/v1/one-documents?transportDocument=${shipment.billNumber}`);
    const { id } = found.items.find(({ consolidates }: OneDocument) => consolidates !== undefined);
    const sent = await eventually('the record', async () => {
      const { status, body } = await line.post('/v1/manifests', {
        oneDocumentId: id,
        mode: 'sea',
        type: 'export',
        messageId: freshNumber('LINE_'),
        senderId: '7216450700123',
        receiverId: 'EPORT',
        transmitterId: '450700199001',
        customsOffice: '7216',
      });
      return status === 404 ? undefined : { status, body };
    });
    expect([sent.status, sent.body.missing]).toEqual([201, undefined]);
    expect(sent.body).toMatchObject({ functionCode: '9', documentNumber: shipment.billNumber });
    const xml = (await line.get(`/v1/manifests/${sent.body.messageId}/message`)).bytes.toString();
    for (const name of ['MOTORCYCLE ENGINES', 'MOTORCYCLE PARTS']) expect(xml.toUpperCase()).toContain(name);
    const { bytes } = await line.get(`/v1/one-documents/${id}?format=edifact-iftmcs-bill`);
    expect(bytes.toString()).toMatch(new RegExp(`BGM\\+704\\+${shipment.billNumber}`));
  });

  it('are written as house bills', async () => {
    const { status, bytes } = await forwarder.get(`/v1/one-documents/${ids[1]}?format=edifact-iftmcs-bill`);
    expect(status).toBe(200);
    expect(bytes.toString()).toMatch(new RegExp(`BGM\\+714\\+${numbers[1]}.*RFF\\+MB:${shipment.billNumber}'`));
  });
});
