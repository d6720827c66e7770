import type { Container, TransportDocument } from '#domain';
import { buildCrosswalk, type Crosswalk, type Resolution } from '#crosswalk';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import type { MadeVersion, Mandate, RecordDraft } from './record-draft.js';
import { Workspace } from './workspace.js';

const NOW = '2026-11-23T00:00:00.000Z';

const workspace = (records: RecordDraft[] = [], crosswalk: Crosswalk = buildCrosswalk()) =>
  new Workspace(new Map(records.map((record) => [record.id, record])), [], crosswalk, NOW);

const wrongNumber = { containers: [container('XQLU3054383', { checkDigitValid: false })] };

describe('documents going into records', () => {
  it('makes a version for each document, and joins the second to the first', () => {
    const room = workspace();
    const first = room.place(held(waybill()));
    const second = room.place(held(bill()));
    expect(second.oneDocumentId).toBe(first.oneDocumentId);
    expect(room.made.map(({ record: { version, change, join } }) => [version, change.kind, join.result])).toEqual([
      [1, 'documentAdded', 'single'],
      [2, 'documentAdded', 'joined'],
    ]);
    expect(room.made[1]?.visibleTo).toEqual(['RAIL', 'LINE']);
  });

  it('replaces a paper by its higher version and keeps the old one in sight', () => {
    const room = workspace();
    room.place(held(waybill({ version: '1' })));
    room.place(held(waybill({ version: '2', totals: { packages: '7' } })));
    const record = room.made.at(-1)?.record;
    expect(record?.change.kind).toBe('documentReplaced');
    expect(record?.transportDocuments.map(({ status }) => status)).toEqual(['replaced', 'current']);
    expect(record?.totals.packages.value).toBe('7');
    expect(
      room.place(held(waybill({ version: '1', totals: { packages: '8' } }))).findings.map(({ code }) => code),
    ).toEqual(['DOCUMENT.OUTDATED_VERSION']);
  });

  it('is not shown any more to whom a correction no longer names, nor once it is cancelled', () => {
    const room = workspace();
    const consignee = (code: string): TransportDocument['parties'] => [
      { role: 'consignee', names: [{ text: 'Lion' }], codes: [{ scheme: 'PARTY', code }] },
    ];
    room.place(held(waybill({ version: '1', parties: consignee('FWD-WRONG') })));
    room.place(held(waybill({ version: '2', parties: consignee('FWD-RIGHT') })));
    room.place(held(waybill({ purpose: 'cancellation', version: '3', parties: [] })));
    expect(room.made.map(({ visibleTo }) => visibleTo)).toEqual([
      ['RAIL', 'FWD-WRONG'],
      ['RAIL', 'FWD-RIGHT'],
      ['RAIL', 'FWD-RIGHT'],
    ]);
  });

  it('is not shown any more to who knew a cancelled bill, once another one carries the containers', () => {
    const room = workspace();
    const named = (number: string, code: string, more: Partial<TransportDocument> = {}) =>
      held(bill({ number, parties: [{ role: 'consignee', names: [], codes: [{ scheme: 'PARTY', code }] }], ...more }));
    room.place(held(waybill()));
    room.place(named('BL1', 'BEFORE', { version: '1' }));
    room.place(named('BL1', 'BEFORE', { version: '2', purpose: 'cancellation' }));
    room.place(named('BL2', 'AFTER'));
    expect(room.made.map(({ visibleTo }) => visibleTo)).toEqual([
      ['RAIL'],
      ['RAIL', 'LINE', 'BEFORE'],
      ['RAIL', 'LINE', 'BEFORE'],
      ['RAIL', 'LINE', 'AFTER'],
    ]);
  });

  it('joins anew when a correction brings the right container number', () => {
    const room = workspace();
    const sea = room.place(held(bill()));
    const wrong = room.place(held(waybill({ ...wrongNumber, version: '1' })));
    expect(wrong.oneDocumentId).not.toBe(sea.oneDocumentId);
    const right = room.place(held(waybill({ version: '2' })));
    expect(right.oneDocumentId).toBe(sea.oneDocumentId);
    const states = new Map(room.made.map(({ record }) => [record.id, record]));
    expect(states.get(wrong.oneDocumentId as string)).toMatchObject({ state: 'merged', mergedInto: sea.oneDocumentId });
    expect(states.get(sea.oneDocumentId as string)?.transportDocuments).toHaveLength(3);
  });

  describe('whose goods a person settled', () => {
    const NAME = '五金杂件';
    const settled = (id: string, hsCode: string, more: Partial<Resolution> = {}): Resolution => ({
      id,
      version: 1,
      party: 'RAIL',
      subject: { scheme: 'NAME', value: NAME },
      answer: { hsCode, customsName: '五金配件' },
      ...more,
    });
    const elsewhere = settled('r2', '732690', { route: { from: 'CNCQD', to: 'VNHPH' } });
    const note = (more: Partial<TransportDocument> = {}) =>
      held(waybill({ goods: [goods({ names: [{ text: NAME }] })], ...more }));
    const seaGoods = { goods: [goods({ names: [{ text: 'GOODS AS PER LIST' }] })] };
    const onRecord = (id: string | null) =>
      settled('r1', '830242', { route: { from: 'CNCQD', to: 'CNQZH' }, oneDocumentIds: [id as string] });
    const named = { hsCode: '830242', customsName: '五金配件', customsNaming: { resolution: { id: 'r1' } } };

    it('keeps to it when the bill gives it another route, whatever is settled for others', () => {
      const crosswalk = buildCrosswalk();
      const room = workspace([], crosswalk);
      const { oneDocumentId } = room.place(note());
      crosswalk.apply(onRecord(oneDocumentId));
      crosswalk.apply(elsewhere);
      room.place(held(bill(seaGoods)));
      expect(room.made.at(-1)?.record).toMatchObject({
        id: oneDocumentId,
        legs: { length: 2 },
        goodsItems: [{ ...named, customsNames: [{ text: 'GOODS AS PER LIST' }] }],
      });
    });

    it('keeps to it in the record that it went into', () => {
      const crosswalk = buildCrosswalk();
      const room = workspace([], crosswalk);
      const sea = room.place(held(bill(seaGoods)));
      const wrong = room.place(note({ ...wrongNumber, version: '1' }));
      crosswalk.apply(onRecord(wrong.oneDocumentId));
      crosswalk.apply(elsewhere);
      room.place(note({ version: '2' }));
      expect(room.made.at(-1)?.record).toMatchObject({ id: sea.oneDocumentId, goodsItems: [named] });
    });
  });

  it('cancels the record with its last document, and takes a cancellation that comes first', () => {
    const room = workspace();
    const original = waybill({ version: '1' });
    const cancellation = waybill({ version: '2', purpose: 'cancellation' });
    const early = room.place(held(cancellation));
    expect(early).toMatchObject({ oneDocumentId: null, findings: [{ code: 'DOCUMENT.NOTHING_TO_CANCEL' }] });
    const late = room.place(held(original));
    expect(late.oneDocumentId).not.toBeNull();
    expect(room.made.at(-1)?.record).toMatchObject({ state: 'cancelled', legs: [] });
    expect(room.moved.get(early.document.source.documentId)?.id).toBe(late.oneDocumentId);
  });

  describe('and mandates of brokers', () => {
    const mandate = (id: string, broker: string, more: Partial<Mandate> = {}): Mandate => ({
      id,
      principal: 'RAIL',
      broker,
      revoked: false,
      ...more,
    });
    const recordIn = (room: Workspace): RecordDraft => [...room.touched][0] as RecordDraft;
    const lastOf = ({ made }: Workspace) => {
      const { record, visibleTo, brokers } = made.at(-1) as MadeVersion;
      return [record.version, record.change.kind, visibleTo, brokers];
    };

    it('shows the record to the broker as long as the mandate holds, each time by a version', () => {
      const room = workspace();
      room.place(held(waybill()));
      const record = recordIn(room);
      room.mandate(record, mandate('m1', 'BRK-AN'));
      expect(lastOf(room)).toEqual([2, 'mandateGiven', ['RAIL', 'BRK-AN'], ['BRK-AN']]);
      room.place(held(bill()));
      expect(lastOf(room)).toEqual([3, 'documentAdded', ['RAIL', 'LINE', 'BRK-AN'], ['BRK-AN']]);
      room.mandate(record, mandate('m1', 'BRK-AN', { revoked: true }));
      expect(lastOf(room)).toEqual([4, 'mandateRevoked', ['RAIL', 'LINE'], []]);
    });

    it('does the same once, and does not let one hold that is known to be revoked', () => {
      const room = workspace();
      room.place(held(waybill()));
      const record = recordIn(room);
      for (let time = 0; time < 2; time += 1) room.mandate(record, mandate('m1', 'BRK-AN'));
      for (let time = 0; time < 2; time += 1) room.mandate(record, mandate('m2', 'BRK-BO', { revoked: true }));
      room.mandate(record, mandate('m2', 'BRK-BO'));
      expect(lastOf(room)).toEqual([3, 'mandateRevoked', ['RAIL', 'BRK-AN'], ['BRK-AN']]);
    });

    it('leaves a broker who is a party itself one, and shows nothing by the mandate of somebody who is none', () => {
      const room = workspace();
      room.place(held(waybill()));
      const record = recordIn(room);
      room.mandate(record, mandate('m1', 'RAIL'));
      room.mandate(record, mandate('m2', 'BRK-AN', { principal: 'FWD-GONE' }));
      expect(lastOf(room)).toEqual([3, 'mandateGiven', ['RAIL'], []]);
    });

    it('joins no document by them: who holds one stays a stranger', () => {
      const room = workspace();
      room.place(held(waybill()));
      room.mandate(recordIn(room), mandate('m1', 'FWD-X'));
      room.place({ ...held(bill(), { sentBy: 'FWD-X' }), senderIsCarrier: false });
      expect(room.made.at(-1)?.record.state).toBe('unjoined');
    });

    it('takes them along when records become one', () => {
      const room = workspace();
      room.place(held(bill()));
      room.mandate(recordIn(room), mandate('m1', 'BRK-BO', { principal: 'LINE' }));
      const other = room.place(held(waybill({ ...wrongNumber, version: '1' })));
      room.mandate([...room.touched][1] as RecordDraft, mandate('m2', 'BRK-AN'));
      room.place(held(waybill({ version: '2' })));
      expect(lastOf(room).slice(2)).toEqual([
        ['LINE', 'RAIL', 'BRK-BO', 'BRK-AN'],
        ['BRK-BO', 'BRK-AN'],
      ]);
      const gone = room.made.findLast(({ record }) => record.id === other.oneDocumentId);
      expect(gone).toMatchObject({ record: { state: 'merged' }, visibleTo: ['RAIL'] });
    });
  });

  it('warns the sender of a second note over one of the containers', () => {
    const room = workspace();
    room.place(held(waybill()));
    const wider = waybill({
      number: 'CQ2',
      containers: [container('XQLU3054382', { path: '/c/0' }), container('XQLU1182044')],
    });
    expect(room.place(held(wider)).findings.map(({ code, path }) => [code, path])).toEqual([
      ['CONTAINER.ON_ANOTHER_DOCUMENT', '/c/0'],
    ]);
  });

  it('warns the sender of a correction that names a container of another note, all of them too', () => {
    const room = workspace();
    const other = [container('XQLU1182044'), container('XQLU2230174')];
    room.place(held(waybill({ number: 'CQ2', containers: other })));
    room.place(held(waybill({ version: '1' })));
    const corrected = (version: string, containers: Container[]): string[] =>
      room.place(held(waybill({ version, containers }))).findings.map(({ code }) => code);
    expect(corrected('2', other.slice(0, 1))).toEqual(['CONTAINER.ON_ANOTHER_DOCUMENT']);
    expect(corrected('3', other)).toEqual(['CONTAINER.ON_ANOTHER_DOCUMENT', 'CONTAINER.ON_ANOTHER_DOCUMENT']);
    expect(corrected('4', [container('XQLU3054382')])).toEqual([]);
  });

  it('lets an ambiguous document wait until a person says where it belongs', () => {
    const room = workspace();
    const one = room.place(held(waybill()));
    const two = room.place(held(waybill({ number: 'CQ2' }), { sentBy: 'RAIL-2' }));
    const waiting = room.place(held(bill()));
    const record = room.made.at(-1)?.record;
    expect(record).toMatchObject({
      state: 'unjoined',
      join: { result: 'unjoined', candidates: [one.oneDocumentId, two.oneDocumentId] },
    });
    const drafts = new Map([...room.touched].map((draft) => [draft.id, draft]));
    const [first, second, third] = [one, two, waiting].map(
      ({ oneDocumentId }) => drafts.get(oneDocumentId as string) as RecordDraft,
    ) as [RecordDraft, RecordDraft, RecordDraft];
    expect(room.confirm(third, [first, second])).toBeUndefined();
    expect(
      room
        .confirm(third, [second])
        ?.documents.map(({ source }) => source.number)
        .sort(),
    ).toEqual(['BL1', 'CQ2']);
    expect(room.made.at(-1)?.record.join.evidence.map(({ by }) => by)).toContain('confirmation');
  });

  it('waits between two waybills over its container, also where a bill over another container has come to the one', () => {
    const room = workspace();
    const on = (...numbers: string[]) => ({ containers: numbers.map((number) => container(number)) });
    const [left, common, right] = ['XQLU3054382', 'XQLU3054398', 'XQLU3054401'] as const;
    const one = room.place(held(waybill(on(left, common))));
    const two = room.place(held(waybill({ number: 'CQ2', ...on(common, right) }), { sentBy: 'RAIL-2' }));
    room.place(held(bill({ number: 'BL2', ...on(left) })));
    room.place(held(bill(on(common))));
    expect(room.made.at(-1)?.record.join).toMatchObject({ candidates: [one.oneDocumentId, two.oneDocumentId] });
  });

  it('says of what waits which records it may belong to now, once', () => {
    const room = workspace();
    const [common, ...others] = ['XQLU3054382', 'XQLU3054398', 'XQLU3054401', 'XQLU3054474'] as const;
    const notes = others.map((other, index) =>
      held(waybill({ number: `CQ${index}`, containers: [container(common), container(other)] })),
    );
    const [first, second] = notes.slice(0, 2).map((note) => room.place(note).oneDocumentId);
    const waiting = held(bill({ containers: [container(common)] }));
    room.place(waiting);
    expect(room.made.at(-1)?.record.join.candidates).toEqual([first, second]);
    const { oneDocumentId: third } = room.place(notes[2] as (typeof notes)[0]);
    for (const _again of [1, 2]) room.lookAgain(waiting);
    expect(room.made.at(-1)?.record).toMatchObject({
      version: 2,
      state: 'unjoined',
      change: { kind: 'candidatesChanged' },
      join: { candidates: [first, second, third] },
    });
  });
});
