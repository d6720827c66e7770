import type { GoodsItem, OneDocument, Place, SourceDocument } from '#domain';
import { enteringLeg, flourInTransit, leavingLeg, note, oceanBill } from '../testing/flour-in-transit.js';
import {
  bill,
  billOfEngines,
  consignee,
  consignor,
  railLeg,
  seaLeg,
  shipmentA,
  waybill,
  withItem,
  withoutOnItem,
} from '../testing/shipment-a.js';
import { missingFor, readyFor } from './missing-for.js';

const fieldsOf = (record: OneDocument) => missingFor(record, 'export').map(({ field, path }) => `${field} ${path}`);

describe('what is missing for a declaration', () => {
  it('is nothing for the whole of shipment A', () => {
    expect(missingFor(shipmentA, 'export')).toEqual([]);
  });

  it.each([
    ['consignor', { ...shipmentA, parties: [consignee] }, ['consignor /parties']],
    ['consignee', { ...shipmentA, parties: [consignor, { ...consignee, names: [] }] }, ['consignee /parties']],
    ['goods', { ...shipmentA, goodsItems: [] }, ['goodsItems /goodsItems']],
    ['customs name', withItem(1, { customsName: ' ' }), ['customsName /goodsItems/1/customsName']],
    ['HS code', withoutOnItem(0, 'hsCode'), ['hsCode /goodsItems/0/hsCode']],
    ['packages', withItem(0, { packages: {} }), ['packages /goodsItems/0/packages']],
    ['gross mass', withItem(0, { grossMassKg: {} }), ['grossMassKg /goodsItems/0/grossMassKg']],
    ['voyage', { ...shipmentA, legs: [railLeg, { ...seaLeg, voyage: '' }] }, ['borderMeansOfTransport /legs/1']],
    [
      'document in force',
      { ...shipmentA, transportDocuments: [waybill, { ...bill, status: 'cancelled' }] },
      ['borderTransportDocument /legs/1/sources'],
    ],
    [
      'named places',
      {
        ...shipmentA,
        legs: [railLeg, { ...seaLeg, from: { countryCode: 'CN', names: [] }, to: { countryCode: 'SG', names: [] } }],
      },
      ['placeOfLoading /legs/1/from', 'placeOfDischarge /legs/1/to'],
    ],
    ['leg over the border', { ...shipmentA, legs: [railLeg] }, ['borderCrossing /legs']],
    [
      'country of the place of receipt',
      {
        ...shipmentA,
        transportDocuments: [{ ...waybill, placeOfReceipt: { names: [{ text: 'TUANJIECUN' }] } }, bill],
      },
      ['borderCrossing /transportDocuments/0/placeOfReceipt'],
    ],
    [
      'country of where the journey begins',
      { ...shipmentA, legs: [{ ...railLeg, from: { stationCode: '68312', names: [] } }, seaLeg] },
      ['borderCrossing /legs/0/from'],
    ],
  ] as [string, OneDocument, string[]][])('names a missing %s', (_what, record, missing) => {
    expect(fieldsOf(record)).toEqual(missing);
  });

  it('says what to do in English and Chinese', () => {
    const [missing] = missingFor({ ...shipmentA, parties: [consignee] }, 'export');
    expect(missing?.message).toEqual({
      en: 'No document names the consignor. Send one that does.',
      zh: '各单证均未写明发货人。请发送写明发货人的单证。',
    });
  });

  it.each(['candidate', 'unmatched'] as const)('does not take a %s for an HS code', (certainty) => {
    const record = withItem(0, { customsNaming: { source: 'table', certainty } });
    expect(fieldsOf(record)).toEqual(['hsCode /goodsItems/0/hsCode']);
  });

  it('tells to accept in the queue where the crosswalk is sure of one candidate', () => {
    const messageOf = (decision: 'matched' | 'ambiguous') =>
      missingFor(withItem(0, { customsNaming: { source: 'table', certainty: 'candidate', decision } }), 'export')[0]
        ?.message;
    expect(messageOf('matched')).toEqual({
      en: expect.stringContaining('accept it in the queue'),
      zh: expect.stringContaining('待确认列表中采纳'),
    });
    expect(messageOf('ambiguous')?.en).toContain('choose among the candidates');
  });

  it('tells to accept the rail name in the queue where the crosswalk is sure of it: an import by sea has no rail waybill in advance', () => {
    const railNaming = { source: 'table', certainty: 'candidate', decision: 'matched' } as const;
    const messageOf = (record: OneDocument) => missingFor(record, 'export')[0]?.message;
    expect(messageOf(withItem(0, { railNaming }))).toEqual({
      en: expect.stringContaining('accept it in the queue'),
      zh: expect.stringContaining('待确认列表中采纳'),
    });
    expect(messageOf(withItem(0, { railNaming, railName: '' }))?.en).toContain('no rail name yet');
  });

  it('asks nothing of goods that are not declared, as the document over the border does not state them', () => {
    const {
      goodsItems: [engines, parts],
    } = billOfEngines as { goodsItems: [GoodsItem, GoodsItem] } & OneDocument;
    const unnamed = { ...parts, customsName: '' };
    expect(fieldsOf({ ...billOfEngines, goodsItems: [engines, unnamed] })).toEqual([]);
    expect(fieldsOf({ ...billOfEngines, goodsItems: [unnamed, { ...engines, customsName: '' }] })).toEqual([
      'customsName /goodsItems/1/customsName',
    ]);
  });

  it('takes "to order" for a consignee', () => {
    const record = { ...shipmentA, parties: [consignor, { ...consignee, names: [{ text: 'TO ORDER' }], codes: [] }] };
    expect(missingFor(record, 'export')).toEqual([]);
  });

  it('takes the value of the border document where the documents disagree', () => {
    expect(missingFor(withItem(0, { grossMassKg: { rail: '8800.00', sea: '8950.00' } }), 'export')).toEqual([]);
  });

  it('asks a train or wagons of a border crossed by rail', () => {
    const leg = { ...railLeg, to: { unLocode: 'VNDDA', names: [] } };
    expect(fieldsOf({ ...shipmentA, legs: [leg] })).toEqual([]);
    const { train: _train, ...unnamed } = leg;
    expect(fieldsOf({ ...shipmentA, legs: [unnamed] })).toEqual(['borderMeansOfTransport /legs/0']);
    const wagons = [{ number: '5270118', containerNumbers: [], sources: leg.sources }];
    expect(fieldsOf({ ...shipmentA, legs: [unnamed], wagons })).toEqual([]);
  });

  const place = (unLocode: string): Place => ({ unLocode, names: [] });
  const inTransit = (...legs: OneDocument['legs']): OneDocument => ({ ...flourInTransit, legs });
  const saidOf = (record: OneDocument, type: 'export' | 'import' | 'transit' = 'transit') =>
    missingFor(record, type).map(({ field, path, message }) => [`${field} ${path}`, message.en, message.zh]);

  it('asks goods in transit how they enter, and between which places they leave: their ship may not be known yet', () => {
    const { vessel: _vessel, voyage: _voyage, ...announced } = leavingLeg;
    expect(missingFor({ ...inTransit(enteringLeg, announced), transportDocuments: [note] }, 'transit')).toEqual([]);
    const nameless = { ...leavingLeg, to: { countryCode: 'VN', names: [] } };
    expect(saidOf(inTransit(enteringLeg, nameless)).map(([at]) => at)).toEqual(['placeOfDischarge /legs/1/to']);
    const { train: _train, ...unnamed } = enteringLeg;
    expect(saidOf({ ...inTransit(unnamed, leavingLeg), wagons: [] }).map(([at]) => at)).toEqual([
      'borderMeansOfTransport /legs/0',
    ]);
  });

  it('tells which way the goods go where the declaration says another', () => {
    for (const type of ['export', 'import'] as const)
      expect(saidOf(flourInTransit, type)).toEqual([
        ['borderCrossing /legs', expect.stringContaining('type transit'), expect.stringContaining('过境')],
      ]);
    for (const type of ['import', 'transit'] as const)
      expect(saidOf(shipmentA, type)).toEqual([
        ['borderCrossing /legs', expect.stringContaining('this is an export'), expect.stringContaining('属于出口')],
      ]);
    expect(saidOf(inTransit(enteringLeg))[0]).toEqual([
      'borderCrossing /legs',
      expect.stringContaining('this is an import'),
      expect.stringContaining('属于进口'),
    ]);
  });

  it('tells what stands between goods from abroad to abroad and their transit', () => {
    const bySea = { ...enteringLeg, mode: 'sea', from: place('KRPUS') } as const;
    expect(saidOf(inTransit(bySea, leavingLeg))).toEqual([
      ['borderCrossing /legs', expect.stringContaining('a transshipment'), expect.stringContaining('属于转运')],
    ]);
    expect(saidOf(inTransit({ ...enteringLeg, to: place('VNHPH') }))).toEqual([
      ['borderCrossing /legs/0', expect.stringContaining('divides it'), expect.stringContaining('境内地点分段')],
    ]);
    const delivered: SourceDocument = { ...note, placeOfDelivery: place('VNHPH') };
    expect(saidOf({ ...inTransit(enteringLeg), transportDocuments: [delivered] })).toEqual([
      ['exitCrossing /legs', expect.stringContaining('No leg leaves China'), expect.stringContaining('再出境')],
    ]);
    const received = { ...oceanBill, placeOfReceipt: place('KZALA') };
    for (const legs of [[leavingLeg], [{ ...bySea, to: place('VNHPH') }]])
      expect(saidOf({ ...inTransit(...legs), transportDocuments: [received] })[0]).toEqual([
        'borderCrossing /legs',
        expect.stringContaining('a transit enters China and leaves it again'),
        expect.stringContaining('过境须进境后再出境'),
      ]);
    const uncoded = { ...leavingLeg, to: { names: [{ text: 'HAIPHONG' }] } };
    expect(saidOf(inTransit(enteringLeg, uncoded))).toEqual([
      ['borderCrossing /legs/1/to', expect.stringContaining('UN/LOCODE'), expect.stringContaining('UN/LOCODE')],
    ]);
  });

  it('leaves a record complete in its own direction, and only while it is open', () => {
    expect(readyFor(shipmentA)).toEqual(['export']);
    expect(readyFor(flourInTransit)).toEqual(['transit']);
    expect(readyFor(billOfEngines)).toEqual([]);
    for (const state of ['unjoined', 'merged', 'cancelled'] as const)
      expect(readyFor({ ...shipmentA, state })).toEqual([]);
  });

  it('leaves the goods of several bills to their records', () => {
    expect(readyFor({ ...shipmentA, consolidates: ['one', 'other'] })).toEqual([]);
  });

  it('is not ready by a master bill whose house bills have not come', () => {
    const master = { ...bill, billLevel: 'master' } as const;
    const house = { ...bill, documentId: '01a00000-0000-7000-8000-00000000000c', billLevel: 'house' } as const;
    const leg = { ...seaLeg, sources: [bill.documentId, house.documentId] };
    const record = { ...shipmentA, legs: [railLeg, leg], transportDocuments: [waybill, master] };
    expect([readyFor(record), missingFor(record, 'export')]).toEqual([[], []]);
    expect(readyFor({ ...record, transportDocuments: [waybill, master, house] })).toEqual(['export']);
  });

  describe('of goods that may be in transit, with one of their carriages known', () => {
    const noteAlone = { ...flourInTransit, legs: [enteringLeg], transportDocuments: [note] };
    const billAlone = { ...flourInTransit, legs: [leavingLeg], transportDocuments: [oceanBill] };
    const withoutCountries = flourInTransit.parties.map(({ address: _address, ...party }) => party);

    it('is nothing by itself: the consignee of the note is abroad, and so is the consignor of the bill', () => {
      expect([readyFor(noteAlone), readyFor(billAlone)]).toEqual([[], []]);
    });

    it('is the import or the export that a person says it is', () => {
      expect([missingFor(noteAlone, 'import'), missingFor(billAlone, 'export')]).toEqual([[], []]);
    });

    it('is what the journey says, where no country of the party is stated or it is China', () => {
      expect(readyFor({ ...noteAlone, parties: withoutCountries })).toEqual(['import']);
      const inChina = flourInTransit.parties.map((party) => ({ ...party, address: { lines: [], countryCode: 'CN' } }));
      expect(readyFor({ ...billAlone, parties: inChina })).toEqual(['export']);
    });
  });
});
