import { buildCrosswalk } from '#crosswalk';
import type { OneDocument, TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import type { KeptDocument, RecordDraft } from './record-draft.js';
import { SharedDocuments } from './shared-documents.js';
import { Workspace } from './workspace.js';

const NOW = '2026-11-23T00:00:00.000Z';
const BOX = 'XQLU3054382';

const room = (records: Iterable<RecordDraft> = []) =>
  new Workspace(new Map([...records].map((record) => [record.id, record])), [], buildCrosswalk(), NOW);

const of = (packages: string, grossMassKg: string) => ({
  goods: [goods({ names: [{ text: `Goods of ${packages}` }], packages, grossMassKg })],
  totals: { packages, grossMassKg },
});

const consignee = (code: string): TransportDocument['parties'] => [
  { role: 'consignee', names: [{ text: code }], codes: [{ scheme: 'PARTY', code }] },
];
const note = (more: Partial<TransportDocument> = {}) => held(waybill({ ...of('600', '12000'), version: '1', ...more }));
const shoes = (more: Partial<TransportDocument> = {}) =>
  held(bill({ number: 'BL-A', ...of('400', '8000'), parties: consignee('SHOES'), version: '1', ...more }));
const lamps = (more: Partial<TransportDocument> = {}) =>
  held(bill({ number: 'BL-B', ...of('200', '4000'), parties: consignee('LAMPS'), version: '1', ...more }));

const places = (workspace: Workspace, ...documents: ReturnType<typeof held>[]): string[] =>
  documents.map((document) => workspace.place(document).oneDocumentId as string);

const last = ({ made }: Workspace, id: string): OneDocument =>
  made.findLast(({ record }) => record.id === id)?.record as OneDocument;

const numbers = (record: OneDocument): string[][] =>
  record.transportDocuments.map(({ number, status, shared }) => [number, status, ...(shared ? ['shared'] : [])]);

const seenBy = ({ made }: Workspace, id: string) => made.findLast(({ record }) => record.id === id)?.visibleTo;

const RAIL_AND = (bl: string) => [
  ['CQ1', 'current', 'shared'],
  [bl, 'current'],
];

describe('one waybill over several bills', () => {
  it.each([
    ['the waybill first', [note(), shoes(), lamps()]],
    ['the waybill last', [shoes(), lamps(), note()]],
    ['the waybill between them', [shoes(), note(), lamps()]],
  ])('is in a record for each bill, of which the others’ parties see nothing: %s', (_what, documents) => {
    const workspace = room();
    places(workspace, ...documents);
    const [whole, ...others] = [...workspace.touched]
      .map(({ id }) => last(workspace, id))
      .toSorted((one, other) => (other.consolidates?.length ?? 0) - (one.consolidates?.length ?? 0)) as [
      OneDocument,
      ...OneDocument[],
    ];
    const ids = others.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(whole).toMatchObject({ state: 'open', consolidates: ids.toSorted(), totals: { packages: { rail: '600' } } });
    expect(numbers(whole)).toEqual([['CQ1', 'current']]);
    expect(seenBy(workspace, whole.id)).toEqual(['RAIL']);
    for (const [bl, party, packages] of [
      ['BL-A', 'SHOES', '400'],
      ['BL-B', 'LAMPS', '200'],
    ] as const) {
      const id = ids.find((one) =>
        last(workspace, one).transportDocuments.some(({ number }) => number === bl),
      ) as string;
      const record = last(workspace, id);
      expect(numbers(record).toSorted()).toEqual(RAIL_AND(bl).toSorted());
      expect(record).toMatchObject({
        state: 'open',
        join: { result: 'joined' },
        totals: { packages: { value: packages } },
      });
      expect(record.legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
      expect(record.discrepancies).toEqual([]);
      expect(seenBy(workspace, id)?.toSorted()).toEqual(['LINE', 'RAIL', party].toSorted());
      expect(JSON.stringify(record)).not.toContain(bl === 'BL-A' ? 'BL-B' : 'BL-A');
    }
  });

  it('tells the first record that it shares its waybill, once', () => {
    const workspace = room();
    const [first] = places(
      workspace,
      note(),
      shoes(),
      lamps({ ...of('100', '2000') }),
      lamps({ number: 'BL-C', ...of('90', '1500') }),
    );
    expect(workspace.made.filter(({ record }) => record.id === first).map(({ record }) => record.change.kind)).toEqual([
      'documentAdded',
      'documentAdded',
      'sharingChanged',
    ]);
  });

  it('corrects the waybill in every record, also in a later batch', () => {
    const before = room();
    const [first, , second] = places(before, note(), shoes(), lamps()) as [string, string, string];
    const workspace = room(before.touched);
    places(workspace, note({ version: '2', containers: [container(BOX, { seals: ['S2'] })] }));
    for (const id of [first, second]) {
      expect(last(workspace, id)).toMatchObject({
        change: { kind: 'documentReplaced' },
        equipment: [{ seals: ['S2'] }],
      });
    }
    expect(numbers(last(workspace, second))).toEqual([
      ['CQ1', 'replaced', 'shared'],
      ['BL-B', 'current'],
      ['CQ1', 'current', 'shared'],
    ]);
    places(workspace, note({ version: '3', purpose: 'cancellation' }));
    expect(last(workspace, second)).toMatchObject({ state: 'open', legs: [{ mode: 'sea' }] });
  });

  it('does not give one bill the goods of another that is cancelled, and shares the waybill when that comes back', () => {
    const workspace = room();
    const waybill = note();
    const [first, , second] = places(workspace, waybill, shoes(), lamps()) as [string, string, string];
    const before = last(workspace, first);
    places(workspace, lamps({ version: '2', purpose: 'cancellation' }));
    const whole = workspace.moved.get(waybill.source.documentId)?.id as string;
    expect(last(workspace, whole)).toMatchObject({ consolidates: [first], totals: { packages: { rail: '600' } } });
    expect(last(workspace, second)).toMatchObject({ state: 'cancelled', legs: [] });
    expect(last(workspace, first)).toBe(before);
    places(workspace, lamps({ version: '3' }));
    expect(numbers(last(workspace, second))).toEqual([
      ['CQ1', 'current', 'shared'],
      ['BL-B', 'replaced'],
      ['BL-B', 'replaced'],
      ['BL-B', 'current'],
    ]);
    expect(last(workspace, first).totals.packages).toEqual({ value: '400', sea: '400' });
  });

  it.each([
    ['the bill is corrected to all that is in it', () => shoes({ version: '2', ...of('600', '12000') })],
    ['the waybill is corrected to what the bill states', () => note({ version: '2', ...of('400', '8000') })],
  ])('has a waybill for itself again when, of the last bill under it, %s', (_what, correction) => {
    const before = room();
    const [first] = places(before, note(), shoes(), lamps(), lamps({ version: '2', purpose: 'cancellation' }));
    const workspace = room(before.touched);
    const [home] = places(workspace, correction()) as [string];
    expect(home).toBe(first);
    const record = last(workspace, home);
    expect(numbers(record).filter(([, status]) => status === 'current')).toEqual(
      expect.arrayContaining([
        ['CQ1', 'current'],
        ['BL-A', 'current'],
      ]),
    );
    expect(record).toMatchObject({ state: 'open', discrepancies: [] });
    expect(record.totals.packages).toMatchObject({ value: expect.any(String), rail: expect.any(String) });
  });

  it('lets go of a bill whose correction is over another container', () => {
    const workspace = room();
    const [first, , second] = places(workspace, note(), shoes(), lamps()) as [string, string, string];
    places(workspace, lamps({ version: '2', containers: [container('XQLU1182044')] }));
    expect(numbers(last(workspace, second)).map(([number]) => number)).toEqual(['BL-B', 'BL-B']);
    expect(last(workspace, first).totals.packages).toEqual({ value: '400', sea: '400' });
  });

  it.each([
    ['is cancelled', { purpose: 'cancellation' }, 'cancelled'],
    ['is corrected to another container', { containers: [container('XQLU1182044')] }, 'open'],
  ] as const)('stays with the other record when one of its bills %s', (_what, correction, state) => {
    const before = room();
    const [first, , second] = places(before, note(), shoes(), lamps()) as [string, string, string];
    const workspace = room(before.touched);
    const inForce = note({ version: '2' });
    places(workspace, inForce, shoes({ version: '2', ...correction }));
    expect(last(workspace, first).state).toBe(state);
    expect(last(workspace, first).legs.map(({ mode }) => mode)).not.toContain('rail');
    expect(numbers(last(workspace, second))).toEqual([
      ['CQ1', 'replaced', 'shared'],
      ['BL-B', 'current'],
      ['CQ1', 'current', 'shared'],
    ]);
    expect(last(workspace, second).totals.packages).toEqual({ value: '200', sea: '200' });
    const whole = workspace.moved.get(inForce.source.documentId)?.id as string;
    expect(last(workspace, whole)).toMatchObject({ consolidates: [second] });
    places(workspace, shoes({ version: '3' }));
    for (const [id, sea] of [
      [first, '400'],
      [second, '200'],
    ] as const)
      expect(last(workspace, id)).toMatchObject({ totals: { packages: { sea } }, join: { result: 'joined' } });
  });

  it('is in a record of its own when it is corrected to containers of none of the bills, until it comes back', () => {
    const workspace = room();
    const [first, , second] = places(workspace, note(), shoes(), lamps()) as [string, string, string];
    const [own] = places(workspace, note({ version: '2', containers: [container('XQLU1182044')] })) as [string];
    expect([first, second]).not.toContain(own);
    expect(last(workspace, own)).toMatchObject({ state: 'open', totals: { packages: { rail: '600' } } });
    expect(seenBy(workspace, own)).toEqual(['RAIL']);
    for (const id of [first, second]) expect(last(workspace, id).legs.map(({ mode }) => mode)).toEqual(['sea']);
    expect(places(workspace, note({ version: '3' }))).toEqual([own]);
    for (const id of [first, second]) expect(last(workspace, id).legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
    expect(last(workspace, own).consolidates).toEqual([first, second]);
  });

  it('takes the waybill of the railway before along into every record', () => {
    const workspace = room();
    const [first, , second] = places(workspace, note(), shoes(), lamps()) as [string, string, string];
    const onward: TransportDocument['legs'][0] = {
      ...(waybill().legs[0] as TransportDocument['legs'][0]),
      from: { unLocode: 'CNWUH', names: [] },
      to: { unLocode: 'CNCQD', names: [] },
      departsAt: '2026-11-01',
      arrivesAt: '2026-11-03',
    };
    const [third] = places(workspace, note({ number: 'SM9', legs: [onward] })) as [string];
    expect(last(workspace, third)).toMatchObject({ consolidates: [first, second], legs: [{ sequence: 1 }] });
    for (const id of [first, second])
      expect(last(workspace, id).legs.map(({ from }) => from.unLocode)).toEqual(['CNWUH', 'CNCQD', 'CNQZH']);
  });

  it('follows records into those that they went into', () => {
    const draft = (id: string, documents: KeptDocument[] = []): RecordDraft => ({
      id,
      version: 1,
      state: 'open',
      documents,
      evidence: [],
      candidates: [],
      mandates: [],
    });
    const [keeper, other, survivor] = [draft('k', [{ ...note(), alsoIn: ['o', 's'] }]), draft('o'), draft('s')];
    const shared = new SharedDocuments(new Map([keeper, other, survivor].map((one) => [one.id, one])), () =>
      draft('w'),
    );
    shared.follow([other], survivor);
    expect(keeper.documents.map(({ alsoIn }) => alsoIn)).toEqual([['s']]);
    survivor.documents = keeper.documents.splice(0);
    shared.follow([keeper], survivor);
    expect(survivor.documents.map(({ alsoIn }) => alsoIn)).toEqual([undefined]);
    expect(shared.documentsOf(other)).toEqual([]);
  });

  it('gets a record of its own where it was kept beside a bill before', () => {
    const before = room();
    const [first, , second] = places(before, note(), shoes(), lamps({ ...of('100', '2000') })) as [
      string,
      string,
      string,
    ];
    const [whole] = [...before.touched].filter(({ documents }) => documents.some(({ alsoIn }) => alsoIn)) as [
      RecordDraft,
    ];
    const records = [...before.touched].filter((record) => record !== whole);
    const waybills = whole.documents.map((one) => ({ ...one, alsoIn: [second] }));
    for (const record of records) if (record.id === first) record.documents = [...waybills, ...record.documents];
    const workspace = room(records);
    const [third] = places(workspace, lamps({ number: 'BL-C', ...of('90', '1500') })) as [string];
    const { id } = workspace.moved.get(waybills[0]?.source.documentId as string) as RecordDraft;
    expect(last(workspace, id)).toMatchObject({
      consolidates: [first, second, third],
      totals: { packages: { rail: '600' } },
    });
    expect(numbers(last(workspace, first))).toEqual(RAIL_AND('BL-A'));
  });

  it('belongs to the records that a person names', () => {
    const workspace = room();
    const [first, second, waiting] = places(workspace, shoes(), lamps(), note({ totals: {}, goods: [] })) as [
      string,
      string,
      string,
    ];
    expect(last(workspace, waiting)).toMatchObject({ state: 'unjoined', join: { candidates: [first, second] } });
    const drafts = new Map([...workspace.touched].map((draft) => [draft.id, draft]));
    const [one, two, three] = [first, second, waiting].map((id) => drafts.get(id) as RecordDraft) as [
      RecordDraft,
      RecordDraft,
      RecordDraft,
    ];
    expect(workspace.confirm(three, [one, two])?.id).toBe(waiting);
    expect(last(workspace, waiting)).toMatchObject({
      state: 'open',
      consolidates: [first, second],
      change: { kind: 'joinConfirmed' },
    });
    for (const id of [first, second]) {
      expect(last(workspace, id)).toMatchObject({ state: 'open', join: { result: 'joined' } });
      expect(numbers(last(workspace, id)).map(([number]) => number)).toContain('CQ1');
    }
  });

  it('makes two records of what a person confirms to be two bills of one waybill', () => {
    const workspace = room();
    const [first, , second] = places(workspace, note({ totals: {}, goods: [] }), shoes(), lamps()) as [
      string,
      string,
      string,
    ];
    expect(last(workspace, second).state).toBe('unjoined');
    const drafts = new Map([...workspace.touched].map((draft) => [draft.id, draft]));
    const confirmed = workspace.confirm(drafts.get(second) as RecordDraft, [drafts.get(first) as RecordDraft]);
    expect(confirmed?.id).toBe(second);
    expect(last(workspace, second)).toMatchObject({
      state: 'open',
      change: { kind: 'joinConfirmed' },
      join: { candidates: [] },
    });
    expect(numbers(last(workspace, second))).toEqual(RAIL_AND('BL-B'));
    expect(seenBy(workspace, first)).not.toContain('LAMPS');
  });
});
