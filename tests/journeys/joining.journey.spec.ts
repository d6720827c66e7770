import type { OneDocument } from '#domain';
import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import {
  enginesShipment,
  freshContainer,
  freshNumber,
  mistyped,
  paintShipment,
  withTree,
  type EnginesShipment,
} from '../support/shipments.js';
import { eventually, type SentDocument, type TestParty } from '../support/test-party.js';

/** How documents find each other, by design §2 and decisions 4 to 6. Every shipment has numbers of its own. */
describe.each(TRANSPORTS)('joining, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let otherRail: TestParty;
  let line: TestParty;
  /** Named in the engines' documents. */
  let forwarder: TestParty;
  /** Named nowhere. */
  let stranger: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    otherRail = await yidan.party('RAIL-OTHER', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    stranger = await yidan.party('FWD-STRANGER', 'forwarder');
  });

  afterAll(() => yidan.close());

  const statusOf = (record: OneDocument, documentId: string) =>
    record.transportDocuments.find((document) => document.documentId === documentId)?.status;

  /** The record a document is in, once that is `recordId`. */
  const movedTo = (recordId: string | null, sender: TestParty, { documentId }: SentDocument) =>
    eventually(`${documentId} in ${recordId}`, async () => {
      const { body } = await sender.get<SentDocument>(`/v1/documents/${documentId}`);
      return body.oneDocumentId === recordId ? true : undefined;
    });

  const settle = (party: TestParty, waiting: SentDocument, candidate: unknown) =>
    party.put(`/v1/one-documents/${waiting.oneDocumentId}/join`, { with: candidate });

  describe('by container', () => {
    it('needs nothing else from carriers', async () => {
      const shipment = enginesShipment();
      const bill = await line.sendAndWait(shipment.billOfContainers());
      const note = await rail.sendAndWait(shipment.waybill());
      expect(note.oneDocumentId).toBe(bill.oneDocumentId);
      const { join, state } = await rail.record(note.oneDocumentId);
      expect({ state, result: join.result, by: join.evidence.map(({ by, value }) => `${by} ${value}`).sort() }).toEqual({
        state: 'open',
        result: 'joined',
        by: shipment.containers.map((number) => `container ${number}`).sort(),
      });
      for (const { documentIds } of join.evidence) {
        expect([...documentIds].sort()).toEqual([bill.documentId, note.documentId].sort());
      }
    });

    it.each([
      ['more than thirty days after the train', { '2026-11-12': '2026-12-20', '2026-11-18': '2026-12-26' }],
      ['before the train has arrived', { '2026-11-12': '2026-11-05', '2026-11-18': '2026-11-11' }],
    ])('does not join a voyage that begins %s', async (_when, dates) => {
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      const bill = await line.sendAndWait(shipment.billOfContainers(dates));
      expect(bill.oneDocumentId).not.toBe(note.oneDocumentId);
      for (const { oneDocumentId } of [note, bill]) {
        expect(await forwarder.record(oneDocumentId)).toMatchObject({ state: 'open', version: 1, join: { result: 'single', evidence: [] } });
      }
    });

    it('does not join by one whose check digit is wrong, until a replacement has it right', async () => {
      const shipment = enginesShipment();
      const [first, second] = shipment.containers;
      const wrong = { [first]: mistyped(first), [second]: mistyped(second) };
      const note = await rail.sendAndWait(shipment.waybill(wrong));
      const bill = await line.sendAndWait(shipment.billOfContainers());
      expect(bill.oneDocumentId).not.toBe(note.oneDocumentId);

      const replacement = await rail.sendAndWait(shipment.replacement());
      expect(replacement).toMatchObject({ status: 'accepted', oneDocumentId: note.oneDocumentId });
      await movedTo(note.oneDocumentId, line, bill);
      const record = await rail.record(note.oneDocumentId);
      expect(record).toMatchObject({ state: 'open', join: { result: 'joined' }, change: { kind: 'documentReplaced', documentId: replacement.documentId } });
      expect([note, replacement, bill].map(({ documentId }) => statusOf(record, documentId))).toEqual(['replaced', 'current', 'current']);
      expect(record.legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
      expect(record.equipment.map(({ number }) => number)).toEqual([first, second]);

      const left = await line.record(bill.oneDocumentId);
      expect(left).toMatchObject({ state: 'merged', mergedInto: note.oneDocumentId, change: { kind: 'merged' } });
      const found = await line.get(`/v1/one-documents?transportDocument=${shipment.billNumber}`);
      expect(found.body.items.map(({ id }: OneDocument) => id)).toEqual([note.oneDocumentId]);
    });

    it('brings the records of two waybills together under one bill', async () => {
      const [one, two] = [enginesShipment(), enginesShipment()];
      const first = await rail.sendAndWait(one.waybill());
      const second = await rail.sendAndWait(two.waybill());
      expect(second.oneDocumentId).not.toBe(first.oneDocumentId);
      const bill = await line.sendAndWait(one.billOfContainers({ [one.containers[1]]: two.containers[0] }));
      expect(bill.oneDocumentId).toBe(first.oneDocumentId);
      await movedTo(first.oneDocumentId, rail, second);
      const record = await rail.record(first.oneDocumentId);
      expect(record.transportDocuments.map(({ number }) => number)).toEqual([one.waybillNumber, two.waybillNumber, one.billNumber]);
      expect(record.equipment.map(({ number }) => number).sort()).toEqual([...one.containers, ...two.containers].sort());
      expect(await rail.record(second.oneDocumentId)).toMatchObject({ state: 'merged', mergedInto: first.oneDocumentId });
      expect(record.discrepancies.filter(({ code }) => code === 'CONTAINER_ONE_SIDE').map(({ rail: stated, sea }) => [stated?.value, sea])).toEqual([
        [one.containers[1], null],
        [two.containers[1], null],
      ]);
      expect(record.goodsItems[0]?.packages).toEqual({ rail: '240', sea: '120' });
    });
  });

  describe('by reference', () => {
    it('joins a booking that both documents name, whatever the containers', async () => {
      const shipment = enginesShipment();
      const [first, second] = shipment.containers;
      const note = await rail.sendAndWait(shipment.waybill());
      const bill = await line.sendAndWait(shipment.bill({ [first]: freshContainer(), [second]: freshContainer() }));
      expect(bill.oneDocumentId).toBe(note.oneDocumentId);
      const { join } = await line.record(bill.oneDocumentId);
      expect(join.evidence.map(({ by, value }) => [by, value])).toEqual([['booking', shipment.booking]]);
    });

    it('joins what its senders say belongs together', async () => {
      const shipment = enginesShipment();
      const [first, second] = shipment.containers;
      const reference = freshNumber('渝新-');
      const header = { 'consignment-reference': Buffer.from(reference).toString('latin1') };
      const note = await rail.sendAndWait(shipment.waybill(), header);
      const bill = await line.sendAndWait(shipment.billOfContainers({ [first]: freshContainer(), [second]: freshContainer() }), header);
      expect(bill.oneDocumentId).toBe(note.oneDocumentId);
      const { join } = await line.record(bill.oneDocumentId);
      expect(join).toMatchObject({ result: 'joined', evidence: [{ by: 'consignmentReference', value: reference }] });
    });
  });

  describe('when it is ambiguous', () => {
    /** One box, two railways' notes over the same days, then a bill: only one of the notes can be meant. */
    async function twoNotesAndABill() {
      const shipment = enginesShipment();
      const mine = await rail.sendAndWait(shipment.waybill());
      const theirs = await otherRail.sendAndWait(
        shipment.waybill({ [shipment.waybillNumber]: freshNumber('OR26'), [shipment.booking]: freshNumber('HBL2613') }),
      );
      const bill = await line.sendAndWait(shipment.billOfContainers());
      return { shipment, mine, theirs, bill };
    }

    it('waits with its candidates', async () => {
      const { mine, theirs, bill } = await twoNotesAndABill();
      expect(new Set([mine, theirs, bill].map(({ oneDocumentId }) => oneDocumentId)).size).toBe(3);
      const { state, join, legs } = await line.record(bill.oneDocumentId);
      expect({ state, result: join.result, candidates: [...join.candidates].sort() }).toEqual({
        state: 'unjoined',
        result: 'unjoined',
        candidates: [mine.oneDocumentId, theirs.oneDocumentId].sort(),
      });
      expect(legs.map(({ mode }) => mode)).toEqual(['sea']);
      const waiting = await line.get('/v1/one-documents?state=unjoined');
      expect(waiting.body.items.map(({ id }: OneDocument) => id)).toContain(bill.oneDocumentId);
    });

    it('is not for strangers to settle', async () => {
      const { mine, bill } = await twoNotesAndABill();
      for (const chosen of [mine.oneDocumentId, null]) {
        const answer = await settle(stranger, bill, chosen);
        expect(answer).toMatchObject({ status: 404, body: { code: 'ONE_DOCUMENT.NOT_FOUND' } });
      }
      expect(await line.record(bill.oneDocumentId)).toMatchObject({ version: 1, state: 'unjoined' });
    });

    it('is settled by a party to a candidate', async () => {
      const { mine, theirs, bill } = await twoNotesAndABill();
      const { status, body } = await settle(otherRail, bill, theirs.oneDocumentId);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        id: theirs.oneDocumentId,
        state: 'open',
        change: { kind: 'joinConfirmed' },
        join: { result: 'joined', candidates: [] },
        legs: [{ mode: 'rail' }, { mode: 'sea' }],
      });
      expect(body.join.evidence.map(({ by }: any) => by)).toContain('confirmation');
      await movedTo(theirs.oneDocumentId, line, bill);
      expect(await line.record(bill.oneDocumentId)).toMatchObject({ state: 'merged', mergedInto: theirs.oneDocumentId });
      expect(await rail.record(mine.oneDocumentId)).toMatchObject({ version: 1, state: 'open', legs: [{ mode: 'rail' }] });
      expect(await settle(otherRail, bill, theirs.oneDocumentId)).toMatchObject({ status: 409 });
    });

    it('is settled by keeping it apart', async () => {
      const { bill, mine, theirs } = await twoNotesAndABill();
      expect(await settle(line, bill, null)).toMatchObject({
        status: 200,
        body: { id: bill.oneDocumentId, version: 2, state: 'open', join: { result: 'single', evidence: [], candidates: [] } },
      });
      for (const { oneDocumentId } of [mine, theirs]) expect(await forwarder.record(oneDocumentId)).toMatchObject({ version: 1 });
    });

    it('is settled by a replacement that names its booking', async () => {
      const { shipment, mine, theirs, bill } = await twoNotesAndABill();
      const replacement = await line.sendAndWait(
        withTree(shipment.bill(), (tree) => (tree.transportDocumentSubReference = 'Version_2')),
      );
      expect(replacement.oneDocumentId).toBe(mine.oneDocumentId);
      await movedTo(mine.oneDocumentId, line, bill);
      expect(await line.record(mine.oneDocumentId)).toMatchObject({ state: 'open', join: { result: 'joined', candidates: [] } });
      expect(await otherRail.record(theirs.oneDocumentId)).toMatchObject({ version: 1 });
    });

    it('takes no other answer', async () => {
      const { bill } = await twoNotesAndABill();
      const unrelated = await line.sendAndWait(enginesShipment().bill());
      expect(await settle(line, bill, unrelated.oneDocumentId)).toMatchObject({ status: 422, body: { code: 'JOIN.NOT_A_CANDIDATE' } });
      expect(await settle(line, unrelated, bill.oneDocumentId)).toMatchObject({ status: 409, body: { code: 'JOIN.NOT_WAITING' } });
      expect(await settle(line, bill, 7)).toMatchObject({ status: 400 });
      expect(await line.put(`/v1/one-documents/${bill.oneDocumentId}/join`, {})).toMatchObject({ status: 400 });
      expect(await line.record(bill.oneDocumentId)).toMatchObject({ version: 1 });
    });

    it('waits too when a replacement makes it so', async () => {
      const shipment = enginesShipment();
      const [first, second] = shipment.containers;
      const wrong = { [first]: mistyped(first), [second]: mistyped(second) };
      const mine = await rail.sendAndWait(shipment.waybill());
      const theirs = await otherRail.sendAndWait(
        shipment.waybill({ [shipment.waybillNumber]: freshNumber('OR26'), [shipment.booking]: freshNumber('HBL2613') }),
      );
      const bill = await line.sendAndWait(shipment.billOfContainers(wrong));
      expect(await line.record(bill.oneDocumentId)).toMatchObject({ state: 'open', join: { result: 'single' } });
      await line.sendAndWait(withTree(shipment.billOfContainers(), (tree) => (tree.transportDocumentSubReference = 'Version_2')));
      const record = await line.record(bill.oneDocumentId);
      expect({ state: record.state, candidates: [...record.join.candidates].sort() }).toEqual({
        state: 'unjoined',
        candidates: [mine.oneDocumentId, theirs.oneDocumentId].sort(),
      });
    });

    it('waits no more when the document is cancelled', async () => {
      const { shipment, bill } = await twoNotesAndABill();
      await line.sendAndWait(
        withTree(shipment.billOfContainers(), (tree) => {
          tree.transportDocumentSubReference = 'Version_2';
          tree.transportDocumentStatus = 'VOIDED';
        }),
      );
      expect(await line.record(bill.oneDocumentId)).toMatchObject({ state: 'cancelled', join: { candidates: [] } });
      expect(await settle(line, bill, null)).toMatchObject({ status: 409 });
    });

    it('follows a candidate into the record it went into', async () => {
      const reference = { 'consignment-reference': freshNumber('FWD-') };
      const older = await rail.sendAndWait(enginesShipment().waybill(), reference);
      const { mine, bill, shipment } = await twoNotesAndABill();
      await rail.sendAndWait(shipment.replacement(), reference);
      expect(await rail.record(mine.oneDocumentId)).toMatchObject({ state: 'merged', mergedInto: older.oneDocumentId });
      expect(await settle(rail, bill, mine.oneDocumentId)).toMatchObject({ status: 200, body: { id: older.oneDocumentId } });
    });
  });

  describe('with a stranger', () => {
    it('who knows no more than a container number shows it nothing, until a party confirms', async () => {
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      const bill = await stranger.sendAndWait(shipment.billOfContainers());
      expect(bill).toMatchObject({ status: 'accepted' });
      expect(await stranger.record(bill.oneDocumentId)).toMatchObject({ state: 'unjoined', join: { candidates: [note.oneDocumentId] } });

      const hidden = `/v1/one-documents/${note.oneDocumentId}`;
      for (const path of [hidden, `${hidden}/versions`, `${hidden}/versions/1`, `${hidden}/timeline`]) {
        expect((await stranger.get(path)).status).toBe(404);
      }
      expect((await stranger.get(`/v1/one-documents?container=${shipment.containers[0]}`)).body.items.map(({ id }: OneDocument) => id)).toEqual([bill.oneDocumentId]);
      expect(await settle(stranger, bill, note.oneDocumentId)).toMatchObject({ status: 403, body: { code: 'JOIN.NOT_YOURS' } });
      expect(await rail.record(note.oneDocumentId)).toMatchObject({ version: 1 });

      expect(await settle(rail, bill, note.oneDocumentId)).toMatchObject({ status: 200, body: { id: note.oneDocumentId, join: { result: 'joined' } } });
      expect(await stranger.record(note.oneDocumentId)).toMatchObject({ legs: [{ mode: 'rail' }, { mode: 'sea' }] });
    });

    it('can neither replace nor cancel another\'s document', async () => {
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      const cancellation = await stranger.sendAndWait(shipment.cancellation());
      expect(cancellation).toMatchObject({ status: 'accepted', oneDocumentId: null, findings: [{ code: 'DOCUMENT.NOTHING_TO_CANCEL' }] });
      await stranger.sendAndWait(shipment.replacement());
      expect(await rail.record(note.oneDocumentId)).toMatchObject({ version: 1, state: 'open', transportDocuments: [{ status: 'current' }] });
    });

    it('who is a party to the record joins it', async () => {
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      expect(await forwarder.sendAndWait(shipment.billOfContainers())).toMatchObject({ oneDocumentId: note.oneDocumentId });
    });

    it('who knows the booking joins it', async () => {
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      expect(await stranger.sendAndWait(shipment.bill())).toMatchObject({ oneDocumentId: note.oneDocumentId });
    });
  });

  describe('and what becomes of documents later', () => {
    const joined = async (shipment: EnginesShipment) => {
      const note = await rail.sendAndWait(shipment.waybill());
      const bill = await line.sendAndWait(shipment.bill());
      expect(bill.oneDocumentId).toBe(note.oneDocumentId);
      return { note, bill, id: note.oneDocumentId };
    };

    it('a replacement changes the record and leaves what was', async () => {
      const shipment = enginesShipment();
      const { note, bill, id } = await joined(shipment);
      const replacement = await rail.sendAndWait(shipment.replacement());
      const record = await rail.record(id);
      expect(record).toMatchObject({ version: 3, change: { kind: 'documentReplaced', documentId: replacement.documentId } });
      expect([note, bill, replacement].map(({ documentId }) => statusOf(record, documentId))).toEqual(['replaced', 'current', 'current']);
      expect(record.equipment[1]).toMatchObject({ sealsByMode: { rail: ['CQ771209'], sea: ['CQ771202'] } });
      expect(record.discrepancies).toEqual([
        {
          code: 'SEALS',
          field: 'seals',
          path: '/equipment/1/seals',
          rail: { value: 'CQ771209', sources: [replacement.documentId] },
          sea: { value: 'CQ771202', sources: [bill.documentId] },
        },
      ]);
      const { body: before } = await rail.get(`/v1/one-documents/${id}/versions/2`);
      expect(before).toMatchObject({ version: 2, discrepancies: [], equipment: [{}, { seals: ['CQ771202'] }] });
    });

    it('an older version that comes late changes nothing', async () => {
      const shipment = enginesShipment();
      const replacement = await rail.sendAndWait(shipment.replacement());
      const original = await rail.sendAndWait(shipment.waybill());
      expect(original).toMatchObject({ oneDocumentId: replacement.oneDocumentId, findings: [{ code: 'DOCUMENT.OUTDATED_VERSION', severity: 'warning' }] });
      const record = await rail.record(replacement.oneDocumentId);
      expect(statusOf(record, original.documentId)).toBe('replaced');
      expect(record.equipment[1]).toMatchObject({ seals: ['CQ771209'] });
    });

    it('a cancellation takes its leg away, and with the last document the record', async () => {
      const shipment = enginesShipment();
      const { note, bill, id } = await joined(shipment);
      const cancellation = await rail.sendAndWait(shipment.cancellation());
      expect(cancellation).toMatchObject({ status: 'accepted', oneDocumentId: id });
      const record = await line.record(id);
      expect(record).toMatchObject({ version: 3, state: 'open', change: { kind: 'documentCancelled', documentId: cancellation.documentId } });
      expect([note, bill, cancellation].map(({ documentId }) => statusOf(record, documentId))).toEqual(['cancelled', 'current', 'cancelled']);
      expect(record.legs.map(({ mode }) => mode)).toEqual(['sea']);
      expect(record.goodsItems.every(({ sources }) => sources.join() === bill.documentId)).toBe(true);
      expect(record.discrepancies).toEqual([]);

      await line.sendAndWait(
        withTree(shipment.bill(), (tree) => {
          tree.transportDocumentSubReference = 'Version_2';
          tree.transportDocumentStatus = 'VOIDED';
        }),
      );
      const last = await line.record(id);
      expect(last).toMatchObject({ version: 4, state: 'cancelled', legs: [], goodsItems: [], equipment: [] });
      expect(new Set(last.transportDocuments.map(({ status }) => status))).toEqual(new Set(['cancelled']));
    });

    it('a cancelled record takes no more documents by container', async () => {
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      await rail.sendAndWait(shipment.cancellation());
      expect(await rail.record(note.oneDocumentId)).toMatchObject({ state: 'cancelled' });
      const bill = await line.sendAndWait(shipment.bill());
      expect(bill.oneDocumentId).not.toBe(note.oneDocumentId);
      expect(await line.record(bill.oneDocumentId)).toMatchObject({ state: 'open', join: { result: 'single' } });
    });

    it('a cancellation that comes first waits for what it cancels', async () => {
      const shipment = enginesShipment();
      const cancellation = await rail.sendAndWait(shipment.cancellation());
      expect(cancellation).toMatchObject({ status: 'accepted', oneDocumentId: null, findings: [{ code: 'DOCUMENT.NOTHING_TO_CANCEL', severity: 'warning' }] });
      const note = await rail.sendAndWait(shipment.waybill());
      const record = await rail.record(note.oneDocumentId);
      expect(record).toMatchObject({ state: 'cancelled', legs: [], goodsItems: [] });
      expect([note, cancellation].map(({ documentId }) => statusOf(record, documentId))).toEqual(['cancelled', 'cancelled']);
      await movedTo(note.oneDocumentId, rail, cancellation);
    });
  });

  describe('shows what the documents disagree on', () => {
    const joinedEngines = async (replacements: Record<string, string>) => {
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      const bill = await line.sendAndWait(shipment.bill(replacements));
      return { shipment, note, bill, record: await rail.record(note.oneDocumentId) };
    };

    it('a gross mass more than one percent off the rail mass, with both values and none preferred', async () => {
      const { note, bill, record } = await joinedEngines({ '9600.000': '9696.001' });
      expect(record.goodsItems[0]?.grossMassKg).toEqual({ rail: '9600.000', sea: '9696.001' });
      expect(record.discrepancies).toContainEqual({
        code: 'GROSS_MASS',
        field: 'grossMassKg',
        path: '/goodsItems/0/grossMassKg',
        rail: { value: '9600.000', sources: [note.documentId] },
        sea: { value: '9696.001', sources: [bill.documentId] },
      });
    });

    it('not one within it', async () => {
      const { record } = await joinedEngines({ '9600.000': '9696.000' });
      expect(record.goodsItems[0]?.grossMassKg).toEqual({ value: '9600.000', rail: '9600.000', sea: '9696.000' });
      expect(record.discrepancies).toEqual([]);
    });

    it('packages, seals, size and a container on one side', async () => {
      const other = freshContainer();
      const shipment = enginesShipment();
      const note = await rail.sendAndWait(shipment.waybill());
      const bill = await line.sendAndWait(
        shipment.bill({
          '"numberOfPackages": 120': '"numberOfPackages": 119',
          CQ771201: 'CQ999999',
          [shipment.containers[1]]: other,
        }),
      );
      const { discrepancies, goodsItems, equipment } = await rail.record(note.oneDocumentId);
      expect(goodsItems[0]?.packages).toEqual({ rail: '120', sea: '119' });
      expect(equipment[0]?.sealsByMode).toEqual({ rail: ['CQ771201'], sea: ['CQ999999'] });
      const [onNote, onBill] = [[note.documentId], [bill.documentId]];
      expect(discrepancies).toEqual(
        expect.arrayContaining([
          {
            code: 'PACKAGES',
            field: 'packages',
            path: '/goodsItems/0/packages',
            rail: { value: '120', sources: onNote },
            sea: { value: '119', sources: onBill },
          },
          {
            code: 'SEALS',
            field: 'seals',
            path: '/equipment/0/seals',
            rail: { value: 'CQ771201', sources: onNote },
            sea: { value: 'CQ999999', sources: onBill },
          },
          expect.objectContaining({ code: 'CONTAINER_ONE_SIDE', rail: { value: shipment.containers[1], sources: onNote }, sea: null }),
          expect.objectContaining({ code: 'CONTAINER_ONE_SIDE', rail: null, sea: { value: other, sources: onBill } }),
        ]),
      );
    });

    const joinedPaint = async (change: (bill: any) => void) => {
      const shipment = paintShipment();
      const waybill = await rail.sendAndWait(shipment.waybill());
      const bill = await line.sendAndWait(withTree(shipment.bill(), change));
      expect(bill).toMatchObject({ status: 'accepted', oneDocumentId: waybill.oneDocumentId });
      return { waybill, bill, record: await rail.record(waybill.oneDocumentId) };
    };

    const paintOf = (bill: any) => bill.consignmentItems[0].cargoItems[0].outerPackaging;

    it('goods declared dangerous on one document only', async () => {
      const { waybill, record } = await joinedPaint((bill) => delete paintOf(bill).dangerousGoods);
      expect(record.discrepancies).toContainEqual({
        code: 'DG_ONE_SIDE',
        field: 'dangerousGoods',
        path: '/goodsItems/0/dangerousGoods/0',
        rail: { value: 'UN 1263', sources: [waybill.documentId] },
        sea: null,
      });
      expect(record.goodsItems[0]?.dangerousGoods).toMatchObject([{ unNumber: '1263', declared: { rail: { hazardClass: '3', chinaRailNumber: '32198' } } }]);
    });

    it.each([
      ['class', 'DG_CLASS', 'hazardClass', (goods: any) => (goods.imoClass = '8'), '3', '8'],
      ['packing group', 'DG_PACKING_GROUP', 'packingGroup', (goods: any) => (goods.packingGroup = 2), 'III', 'II'],
      ['limited quantity', 'DG_LIMITED_QUANTITY', 'limitedQuantity', (goods: any) => (goods.isLimitedQuantity = true), 'false', 'true'],
    ])('another %s of dangerous goods', async (_what, code, field, change, onRail, atSea) => {
      const { waybill, bill, record } = await joinedPaint((tree) => change(paintOf(tree).dangerousGoods[0]));
      expect(record.discrepancies).toContainEqual({
        code,
        field,
        path: '/goodsItems/0/dangerousGoods/0/declared',
        rail: { value: onRail, sources: [waybill.documentId] },
        sea: { value: atSea, sources: [bill.documentId] },
      });
    });
  });
});
