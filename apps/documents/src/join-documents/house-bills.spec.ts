import { buildCrosswalk } from '#crosswalk';
import type { OneDocument, TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import type { KeptDocument, RecordDraft } from './record-draft.js';
import { Workspace } from './workspace.js';

const [BOX, OTHER] = [container('XQLU3054382'), container('XQLU1182044')];

const boxes = { containers: [BOX, OTHER] };
const named = (value: string) => ({ type: 'transportDocument', value }) as const;
const booked = { references: [{ type: 'booking', value: 'BK1' } as const] };
const bookedUnder = { references: [...booked.references, named('MBL')] };

const of = (packages: string, grossMassKg: string) => ({
  goods: [goods({ names: [{ text: `Goods of ${packages}` }], packages, grossMassKg })],
  totals: { packages, grossMassKg },
});
const party = (role: 'consignor' | 'consignee', code: string): TransportDocument['parties'][0] => ({
  role,
  names: [{ text: code }],
  codes: [{ scheme: 'PARTY', code }],
});

const groupage = { containers: [BOX], ...of('600', '12000') };
const note = (more: Partial<TransportDocument> = {}) =>
  held(waybill({ ...groupage, parties: [party('consignor', 'FORWARDER')], ...more }));
const master = (more: Partial<TransportDocument> = {}) =>
  held(
    bill({
      number: 'MBL',
      version: '1',
      ...groupage,
      parties: [party('consignor', 'FORWARDER'), party('consignee', 'AGENT')],
      ...more,
    }),
  );
const house = (number: string, more: Partial<TransportDocument> = {}): KeptDocument => ({
  ...held(
    bill({
      number,
      version: '1',
      billLevel: 'house',
      masterBill: 'MBL',
      references: [named('MBL')],
      parties: [party('consignor', `SHIPPER-${number}`), party('consignee', `BUYER-${number}`)],
      ...more,
    }),
    { sentBy: 'FORWARDER', billLevel: 'house', masterBill: 'MBL' },
  ),
  senderIsCarrier: false,
});
const shoes = (more: Partial<TransportDocument> = {}) => house('SHOES', { ...of('400', '8000'), ...more });
const lamps = (more: Partial<TransportDocument> = {}) => house('LAMPS', { ...of('200', '4000'), ...more });

const room = (records: Iterable<RecordDraft> = []) =>
  new Workspace(
    new Map([...records].map((record) => [record.id, record])),
    [],
    buildCrosswalk(),
    '2026-11-23T00:00:00.000Z',
  );

const place = (workspace: Workspace, ...documents: KeptDocument[]): string[] =>
  documents.map((document) => workspace.place(document).oneDocumentId as string);

const last = ({ made }: Workspace, id: string): OneDocument =>
  made.findLast(({ record }) => record.id === id)?.record as OneDocument;

const live = (workspace: Workspace): OneDocument[] =>
  [...workspace.touched]
    .map(({ id }) => last(workspace, id))
    .filter(({ state, consolidates }) => state !== 'merged' && !consolidates);

const papers = (record: OneDocument): string =>
  record.transportDocuments
    .filter(({ status }) => status === 'current')
    .map(({ number, shared }) => `${number}${shared ? ' shared' : ''}`)
    .sort()
    .join(', ');

const ordersOf = <One>(all: readonly One[]): One[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, index) => ordersOf(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));

describe('house bills under one master bill, in every order of arrival', () => {
  it.each([
    ['one, back to back', [master(), house('SHOES', groupage)], ['MBL, SHOES']],
    ['one, beside the waybill', [note(), master(), house('SHOES', groupage)], ['CQ1, MBL, SHOES']],
    ['two in one container', [master(), shoes(), lamps()], ['LAMPS, MBL shared', 'MBL shared, SHOES']],
    [
      'two in one container, beside the waybill',
      [note(), master(), shoes(), lamps()],
      ['CQ1 shared, LAMPS, MBL shared', 'CQ1 shared, MBL shared, SHOES'],
    ],
    [
      'two in one container, beside a waybill that states nothing',
      [note({ goods: [], totals: {} }), master(), shoes(), lamps()],
      ['CQ1 shared, LAMPS, MBL shared', 'CQ1 shared, MBL shared, SHOES'],
    ],
    [
      'three, of which two have a container in common',
      [
        note(boxes),
        master(boxes),
        house('HATS', { containers: [OTHER], ...of('90', '900') }),
        shoes(of('300', '6000')),
        lamps(boxes),
      ],
      ['CQ1 shared, HATS, MBL shared', 'CQ1 shared, LAMPS, MBL shared', 'CQ1 shared, MBL shared, SHOES'],
    ],
    [
      'two in a container each, beside a waybill each',
      [note(), note({ number: 'CQ2', containers: [OTHER] }), master(boxes), shoes(), lamps({ containers: [OTHER] })],
      ['CQ1, MBL shared, SHOES', 'CQ2, LAMPS, MBL shared'],
    ],
    [
      'two in a container each, of one booking that all name',
      [
        note(booked),
        note({ number: 'CQ2', containers: [OTHER], ...booked }),
        master({ ...boxes, ...booked }),
        shoes(bookedUnder),
        lamps({ containers: [OTHER], ...bookedUnder }),
      ],
      ['CQ1, MBL shared, SHOES', 'CQ2, LAMPS, MBL shared'],
    ],
    [
      'two that the master bill names, not they it',
      [
        note(),
        master({ references: [named('SHOES'), named('LAMPS')] }),
        shoes({ references: [] }),
        lamps({ references: [] }),
      ],
      ['CQ1 shared, LAMPS, MBL shared', 'CQ1 shared, MBL shared, SHOES'],
    ],
  ])('%s', (_what, documents, expected) => {
    for (const order of ordersOf(documents)) {
      const workspace = room();
      place(workspace, ...order);
      const records = live(workspace);
      const came = order.map(({ source }) => source.number).join(', ');
      expect([came, records.map(({ state }) => state)]).toEqual([came, expected.map(() => 'open')]);
      expect([came, ...records.map(papers).sort()]).toEqual([came, ...expected]);
    }
  });
});

describe('a master bill and its house bills', () => {
  const seenBy = ({ made }: Workspace, id: string) => made.findLast(({ record }) => record.id === id)?.visibleTo;
  const consignees = (record: OneDocument): unknown[] =>
    record.parties.flatMap(({ role, names }) => (role === 'consignee' ? names.map(({ text }) => text) : []));

  it('are a record for each house bill, of its goods and parties alone, which the master bill’s parties see all', () => {
    const workspace = room();
    const [first, , , second] = place(workspace, note(), master(), shoes(), lamps()) as [
      string,
      string,
      string,
      string,
    ];
    for (const [id, number, other, packages] of [
      [first, 'SHOES', 'LAMPS', '400'],
      [second, 'LAMPS', 'SHOES', '200'],
    ] as const) {
      const record = last(workspace, id);
      expect(record).toMatchObject({
        discrepancies: [],
        totals: { packages: { value: packages } },
        goodsItems: [{ customsNames: [{ text: `Goods of ${packages}` }] }],
      });
      expect(record.parties.map(({ names: [name] }) => name?.text)).toEqual([`SHIPPER-${number}`, `BUYER-${number}`]);
      expect(seenBy(workspace, id)).toEqual(
        expect.arrayContaining(['RAIL', 'LINE', 'FORWARDER', 'AGENT', `SHIPPER-${number}`, `BUYER-${number}`]),
      );
      expect(JSON.stringify(workspace.made.findLast((made) => made.record.id === id))).not.toContain(other);
    }
  });

  it('say in the record which is which, also where the master bill does not', () => {
    const workspace = room();
    const [id] = place(workspace, master(), house('SHOES', { ...groupage, masterBill: undefined as never })) as [
      string,
    ];
    expect(last(workspace, id).transportDocuments).toMatchObject([
      { number: 'MBL', billLevel: 'master' },
      { number: 'SHOES', billLevel: 'house', masterBill: 'MBL' },
    ]);
  });

  it('wait for a person where neither names the other', () => {
    const unnamed = { references: [] };
    const workspace = room();
    const [first, , second] = place(workspace, master(), shoes(), lamps(unnamed)) as [string, string, string];
    expect(last(workspace, second)).toMatchObject({ state: 'unjoined', join: { candidates: [first] } });
    const drafts = new Map([...workspace.touched].map((draft) => [draft.id, draft] as const));
    const confirmed = workspace.confirm(drafts.get(second) as RecordDraft, [drafts.get(first) as RecordDraft]);
    expect(confirmed?.id).toBe(second);
    expect(live(workspace).map(papers).sort()).toEqual(['LAMPS, MBL shared', 'MBL shared, SHOES']);

    const backToBack = room();
    const [one, two] = place(backToBack, house('SHOES', { ...groupage, ...unnamed }), master()) as [string, string];
    expect(last(backToBack, two)).toMatchObject({ state: 'unjoined', join: { candidates: [one] } });
    const both = new Map([...backToBack.touched].map((draft) => [draft.id, draft] as const));
    backToBack.confirm(both.get(two) as RecordDraft, [both.get(one) as RecordDraft]);
    expect(papers(last(backToBack, one))).toBe('MBL, SHOES');
    expect(consignees(last(backToBack, one))).toEqual(['BUYER-SHOES']);
  });

  it('are two bills where a house bill comes again under another number', () => {
    const workspace = room();
    const again = house('SHOES-2', { ...of('400', '8000'), parties: shoes().content.parties });
    const [first, , third] = place(workspace, master(), shoes(), again) as [string, string, string];
    expect(last(workspace, third)).toMatchObject({ state: 'unjoined', join: { candidates: [first] } });
  });

  it('leave the master bill as it is when one is cancelled, and alone when all are', () => {
    const workspace = room();
    const all = master();
    const [first, , second] = place(workspace, all, shoes(), lamps()) as [string, string, string];
    place(workspace, lamps({ version: '2', purpose: 'cancellation' }));
    expect(last(workspace, second)).toMatchObject({ state: 'cancelled', legs: [] });
    expect(last(workspace, first).discrepancies).toEqual([]);
    place(workspace, shoes({ version: '2', purpose: 'cancellation' }));
    expect(last(workspace, first)).toMatchObject({ state: 'cancelled' });
    const alone = last(workspace, workspace.moved.get(all.source.documentId)?.id as string);
    expect(alone).toMatchObject({ state: 'open', totals: { packages: { value: '600' } } });
    expect(alone.consolidates).toBeUndefined();
    expect(consignees(alone)).toEqual(['AGENT']);
  });

  it('all follow a corrected master bill', () => {
    const before = room();
    const [first, , second] = place(before, master(), shoes(), lamps()) as [string, string, string];
    const workspace = room(before.touched);
    place(workspace, master({ version: '2', containers: [{ ...BOX, seals: ['S2'] }] }));
    for (const id of [first, second])
      expect(last(workspace, id)).toMatchObject({
        change: { kind: 'documentReplaced' },
        equipment: [{ seals: ['S2'] }],
      });
  });
});
