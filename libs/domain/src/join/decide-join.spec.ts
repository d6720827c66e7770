import { bill, container, held, waybill } from '../testing/documents.js';
import { incoming, record } from '../testing/joining.js';
import type { Incoming } from './candidate.js';
import { carriedElsewhere, decideJoin } from './decide-join.js';
import type { TransportDocument } from '../consignment.js';

const seaLeg = bill().legs[0]!;

describe('documents over others’ carriage', () => {
  const wholeJourney = bill({ kind: 'multimodalDocument', number: 'MT1', legs: [waybill().legs[0]!, seaLeg] });
  const instruction = bill({ kind: 'shippingInstruction', number: 'SI1' });

  it.each([
    ['a multimodal document, the waybill and the bill', wholeJourney, [waybill(), bill()]],
    ['a waybill, the multimodal document', waybill(), [wholeJourney]],
    ['a bill, the multimodal document', bill(), [wholeJourney]],
    ['an instruction, the bill', instruction, [bill()]],
    ['a bill, the instruction and the waybill', bill(), [waybill(), instruction]],
  ])('%s: they join by container', (_, content, held) => {
    expect(decideJoin(incoming(content), [record('A', held)])).toMatchObject({ kind: 'join', records: ['A'] });
  });

  it('a second instruction over the same container is not taken for the first', () => {
    const second = bill({ kind: 'shippingInstruction', number: 'SI2' });
    expect(decideJoin(incoming(second), [record('A', [bill(), instruction])]).kind).toBe('unjoined');
  });

  it('the number of a multimodal document is what others call the through document', () => {
    const named = waybill({ references: [{ type: 'throughDocument', value: 'MT1' }], containers: [] });
    expect(decideJoin(incoming(named), [record('A', [wholeJourney])])).toMatchObject({
      kind: 'join',
      evidence: [{ by: 'throughDocument', value: 'MT1' }],
    });
  });
});

describe('which record a document joins', () => {
  it('joins by container when the dates fit', () => {
    expect(decideJoin(incoming(bill()), [record('A', [waybill()])])).toMatchObject({
      kind: 'join',
      records: ['A'],
      evidence: [{ by: 'container', value: 'XQLU3054382' }],
    });
  });

  it('leaves a container alone whose dates do not fit', () => {
    const lastYear = waybill({
      legs: [
        {
          ...(waybill().legs[0] as NonNullable<TransportDocument['legs'][0]>),
          departsAt: '2025-11-04',
          arrivesAt: '2025-11-07',
        },
      ],
    });
    expect(decideJoin(incoming(bill()), [record('A', [lastYear])])).toEqual({ kind: 'alone' });
  });

  it('does not join by a container whose check digit is wrong', () => {
    const wrong = { containers: [container('XQLU3054383', { checkDigitValid: false })] };
    expect(decideJoin(incoming(bill(wrong)), [record('A', [waybill(wrong)])])).toEqual({ kind: 'alone' });
  });

  it('joins by booking, and by a transport document number that one of the two names', () => {
    const booking = [{ type: 'booking', value: 'B1' } as const];
    const other = { containers: [container('YDAU2004170')] };
    expect(
      decideJoin(incoming(bill({ ...other, references: booking })), [record('A', [waybill({ references: booking })])])
        .kind,
    ).toBe('join');
    const named = [{ type: 'transportDocument', value: 'CQ1' } as const];
    expect(decideJoin(incoming(bill({ ...other, references: named })), [record('A', [waybill()])]).kind).toBe('join');
  });

  it('waits when one container fits two records, and says once what it shares with them', () => {
    const [one, other] = [held(waybill()), held(waybill({ number: 'CQ2' }))];
    const ids = [one, other].map(({ source }) => source.documentId);
    expect(decideJoin(incoming(bill()), [record('A', [one]), record('B', [other])])).toEqual({
      kind: 'unjoined',
      candidates: ['A', 'B'],
      evidence: [{ by: 'container', value: 'XQLU3054382', documentIds: [...ids, 'incoming'] }],
    });
  });

  it('lets a shared booking decide between two records with the same container', () => {
    const booking = [{ type: 'booking', value: 'B1' } as const];
    const candidates = [record('A', [waybill()]), record('B', [waybill({ number: 'CQ2', references: booking })])];
    expect(decideJoin(incoming(bill({ references: booking })), candidates)).toMatchObject({
      kind: 'join',
      records: ['B'],
    });
  });

  it('brings two waybills together under a bill that has both their containers', () => {
    const second = waybill({ number: 'CQ2', containers: [container('XQLU1182044')] });
    const both = bill({ containers: [container('XQLU3054382'), container('XQLU1182044')] });
    expect(decideJoin(incoming(both), [record('A', [waybill()]), record('B', [second])])).toMatchObject({
      kind: 'join',
      records: ['A', 'B'],
    });
  });

  it('waits when another bill already carries the container', () => {
    expect(decideJoin(incoming(bill({ number: 'BL2' })), [record('A', [waybill(), bill()])]).kind).toBe('unjoined');
  });

  it('waits when another bill carries the same containers at the same time, also where there is no waybill yet', () => {
    const again = bill({ number: 'BL2' });
    expect(decideJoin(incoming(again), [record('A', [bill()])])).toMatchObject({ kind: 'unjoined', candidates: ['A'] });
    const onAnotherVoyage = bill({
      number: 'BL2',
      legs: [{ ...seaLeg, departsAt: '2027-02-12', arrivesAt: '2027-02-18' }],
    });
    expect(decideJoin(incoming(onAnotherVoyage), [record('A', [bill()])])).toEqual({ kind: 'alone' });
    const withOneMore = bill({ number: 'BL2', containers: [container('XQLU3054382'), container('XQLU1182044')] });
    expect(decideJoin(incoming(withOneMore), [record('A', [bill()])])).toEqual({ kind: 'alone' });
    const share = bill({ number: 'BL2', totals: { packages: '12', grossMassKg: '480' } });
    const other = bill({ totals: { packages: '430', grossMassKg: '15800' } });
    expect(decideJoin(incoming(share), [record('A', [other])])).toEqual({ kind: 'alone' });
    const heavier = bill({ number: 'BL2', totals: { packages: '430', grossMassKg: '17000' } });
    expect(decideJoin(incoming(heavier), [record('A', [other])]).kind).toBe('unjoined');
    const madeUp = { ...held(bill(), { sentBy: 'FWD-X' }), senderIsCarrier: false };
    expect(decideJoin(incoming(again), [record('A', [], { documents: [madeUp] })])).toEqual({ kind: 'alone' });
    const booking = [{ type: 'booking', value: 'B1' } as const];
    const ofOneBooking = bill({ number: 'BL2', references: booking, containers: [container('XQLU1182044')] });
    expect(decideJoin(incoming(ofOneBooking), [record('A', [bill({ references: booking })])])).toEqual({
      kind: 'alone',
    });
  });

  it('tells the containers of a document that stands alone which another one carries on the same days', () => {
    const five = waybill({ number: 'CQ2', containers: [container('XQLU3054382'), container('XQLU1182044')] });
    const elsewhere = (content: TransportDocument, more: Partial<Incoming> = {}) =>
      carriedElsewhere(incoming(content, more), [record('A', [waybill()])]).map(({ number }) => number);
    expect(elsewhere(five)).toEqual(['XQLU3054382']);
    expect(
      elsewhere({ ...five, legs: [{ ...five.legs[0]!, departsAt: '2027-02-12', arrivesAt: '2027-02-18' }] }),
    ).toEqual([]);
    expect(elsewhere(bill())).toEqual([]);
    expect(elsewhere(five, { sentBy: 'FWD-X', senderIsCarrier: false })).toEqual([]);
    expect(elsewhere(five, { sentBy: 'RAIL', senderIsCarrier: false })).toEqual(['XQLU3054382']);
  });

  it('keeps a stranger among forwarders out who knows no more than a container number', () => {
    const stranger = { sentBy: 'FWD-X', senderIsCarrier: false };
    expect(decideJoin(incoming(bill(), stranger), [record('A', [waybill()])]).kind).toBe('unjoined');
    expect(
      decideJoin(incoming(bill(), stranger), [record('A', [waybill()], { visibleTo: ['RAIL', 'FWD-X'] })]).kind,
    ).toBe('join');
  });

  it('does not go to what a stranger among forwarders sent before, unless it names him', () => {
    const fake = { ...held(waybill(), { sentBy: 'FWD-X' }), senderIsCarrier: false };
    const candidate = record('A', [], { documents: [fake], visibleTo: ['FWD-X'] });
    expect(decideJoin(incoming(bill()), [candidate])).toMatchObject({ kind: 'unjoined', candidates: ['A'] });
    const parties = [{ role: 'consignee' as const, names: [], codes: [{ scheme: 'PARTY', code: 'FWD-X' }] }];
    expect(decideJoin(incoming(bill({ parties })), [candidate]).kind).toBe('join');
    expect(decideJoin(incoming(bill()), [candidate, record('B', [waybill()])])).toMatchObject({
      kind: 'join',
      records: ['B'],
    });
  });

  it.each([
    ['booking', [{ type: 'booking', value: 'B1' }], undefined],
    ['transport document number', [{ type: 'transportDocument', value: 'B1' }], undefined],
    ['through document', [{ type: 'throughDocument', value: 'B1' }], undefined],
    ['reference given explicitly', [], 'B1'],
  ] as const)('keeps a stranger among forwarders out who guesses a %s', (_, references, consignmentReference) => {
    const theirs = record('A', [waybill({ references })], {
      consignmentReferences: consignmentReference === undefined ? [] : [consignmentReference],
    });
    const guessed = bill({ references, containers: [container('YDAU2004170')] });
    const given = consignmentReference === undefined ? {} : { consignmentReference };
    const stranger = { sentBy: 'FWD-X', senderIsCarrier: false, ...given };
    expect(decideJoin(incoming(guessed, stranger), [theirs])).toMatchObject({ kind: 'unjoined', candidates: ['A'] });
    const known = { ...theirs, visibleTo: ['RAIL', 'FWD-X'] };
    expect(decideJoin(incoming(guessed, stranger), [known]).kind).toBe('join');
    expect(decideJoin(incoming(guessed, given), [theirs]).kind).toBe('join');
    const withContainer = bill({ references });
    expect(decideJoin(incoming(withContainer, stranger), [theirs]).kind).toBe('join');
  });

  it('does not go to what a stranger among forwarders sent before under a guessed booking', () => {
    const references = [{ type: 'booking', value: 'B1' } as const];
    const fake = { ...held(waybill({ references, containers: [] }), { sentBy: 'FWD-X' }), senderIsCarrier: false };
    const made = record('A', [], { documents: [fake], visibleTo: ['FWD-X'] });
    expect(decideJoin(incoming(bill({ references })), [made])).toMatchObject({ kind: 'unjoined', candidates: ['A'] });
    expect(decideJoin(incoming(bill({ references })), [made, record('B', [waybill()])])).toMatchObject({
      kind: 'join',
      records: ['B'],
    });
  });

  it('joins by a reference given explicitly', () => {
    const other = bill({ containers: [] });
    const candidate = record('A', [waybill()], { consignmentReferences: ['FWD-77'] });
    expect(decideJoin(incoming(other, { consignmentReference: 'FWD-77' }), [candidate])).toMatchObject({
      kind: 'join',
      records: ['A'],
    });
  });

  it('chains two rail carriages where one ends and the other begins', () => {
    const onward = waybill({
      number: 'SM9',
      legs: [
        {
          ...(waybill().legs[0] as NonNullable<TransportDocument['legs'][0]>),
          from: { unLocode: 'CNQZH', names: [] },
          to: { unLocode: 'CNPIN', names: [] },
          departsAt: '2026-11-08',
          arrivesAt: '2026-11-09',
        },
      ],
    });
    expect(decideJoin(incoming(onward), [record('A', [waybill()])]).kind).toBe('join');
  });

  it.each([
    ['station code', { stationCode: '44999', names: [] }, { unLocode: 'CNHRS', stationCode: '44999', names: [] }],
    [
      'name',
      { names: [{ text: '霍尔果斯' }] },
      { unLocode: 'CNHRS', names: [{ text: 'Хоргос' }, { text: '霍尔果斯' }] },
    ],
  ])('chains them by the %s too where only one document has the UN/LOCODE', (_what, end, start) => {
    const [first] = waybill().legs;
    const toBorder = waybill({ legs: [{ ...first!, to: end }] });
    const onward: TransportDocument['legs'][0] = {
      ...first!,
      from: start,
      to: { unLocode: 'KZALA', names: [] },
      departsAt: '2026-11-08',
      arrivesAt: '2026-11-12',
    };
    const decide = (leg: typeof onward) =>
      decideJoin(incoming(waybill({ number: 'SM9', legs: [leg] })), [record('A', [toBorder])]);
    expect(decide(onward).kind).toBe('join');
    expect(decide({ ...onward, from: { stationCode: '44888', names: [] } }).kind).toBe('unjoined');
  });

  describe('a container on its next journey', () => {
    const [there] = waybill().legs as [TransportDocument['legs'][0]];
    const again = (departsAt: string, arrivesAt: string, more: object = {}) =>
      waybill({ number: 'CQ2', legs: [{ ...there, departsAt, arrivesAt, ...more }] });
    const firstJourney = record('A', [waybill(), bill()]);

    it('stands alone: once more on the same way, from the same place to another, or back', () => {
      const elsewhere = { to: { unLocode: 'CNHRS', names: [] } };
      for (const note of [again('2026-11-25', '2026-11-28'), again('2026-11-25', '2026-11-28', elsewhere)])
        expect(decideJoin(incoming(note), [firstJourney])).toEqual({ kind: 'alone' });
      const back = again('2026-11-10', '2026-11-13', { from: there.to, to: there.from });
      expect(decideJoin(incoming(back), [record('A', [waybill()])])).toEqual({ kind: 'alone' });
    });

    it('is joined by its own bill, and not by that of the first', () => {
      const next = bill({ number: 'BL2', legs: [{ ...seaLeg, departsAt: '2026-12-02', arrivesAt: '2026-12-08' }] });
      const second = record('B', [again('2026-11-25', '2026-11-28')]);
      expect(decideJoin(incoming(next), [firstJourney, second])).toMatchObject({ kind: 'join', records: ['B'] });
    });

    it('is not known to be another one before the container can have come back: a note may come again with later dates', () => {
      expect(decideJoin(incoming(again('2026-11-09', '2026-11-12')), [record('A', [waybill()])]).kind).toBe('unjoined');
    });
  });

  it('waits where dates are unknown', () => {
    const { departsAt: _d, arrivesAt: _a, ...undated } = bill().legs[0] as NonNullable<TransportDocument['legs'][0]>;
    expect(decideJoin(incoming(bill({ legs: [undated] })), [record('A', [waybill()])]).kind).toBe('unjoined');
  });
});

describe('a report to customs', () => {
  const report = bill({ kind: 'cargoReport', number: 'R1' });

  it.each([
    ['a report, the bill', report, [bill()]],
    ['a bill, the report and the waybill', bill(), [waybill(), report]],
  ])('%s: they join by container', (_, content, held) => {
    expect(decideJoin(incoming(content), [record('A', held)])).toMatchObject({ kind: 'join', records: ['A'] });
  });
});
