import type { Caller } from '#access';
import type { DeclarationStep } from '#contracts';
import type { RoomDatabase } from '#database';
import type { OneDocument } from '#domain';
import { eventuallyHolds } from '../../../tests/support/test-party.js';
import { AnswerDeclaration } from './answer-declaration/answer-declaration.service.js';
import { readAnswer } from './answer-declaration/read-answer.js';
import { AskForChange } from './change-declaration/ask-for-change.service.js';
import { DecideChange } from './change-declaration/decide-change.service.js';
import { MandateRegister } from './give-mandate/mandate-register.service.js';
import { KeepRecords } from './inbound/keep-records.service.js';
import { readCertificate } from './keep-aeo-register/aeo-certificate.js';
import { AeoRegister } from './keep-aeo-register/aeo-register.service.js';
import { DeclarationRegister } from './lodge-declaration/declaration-register.service.js';
import { LodgeDeclaration } from './lodge-declaration/lodge-declaration.service.js';
import { ReadDeclarations } from './read-declarations/read-declarations.service.js';
import { CarryOutInstructions } from './standing-instructions/carry-out-instructions.service.js';
import { StandingInstructions } from './standing-instructions/standing-instructions.service.js';
import { HeardOutbox, openClearanceDatabase, type ClearanceDatabase } from './testing/clearance-database.js';
import { consignor, RECORD, shipmentA, withItem } from './testing/shipment-a.js';
import { WithdrawDraft } from './withdraw-draft/withdraw-draft.service.js';

class DeclaredOutbox extends HeardOutbox {
  get steps(): string[] {
    return this.said
      .map(({ data }) => JSON.parse(data.toString()) as DeclarationStep)
      .map(({ status, declarant }) => `${status} ${declarant}`);
  }
}

const yuxin: Caller = { party: 'FWD-YUXIN', role: 'forwarder' };
const luhai: Caller = { party: 'FWD-LUHAI', role: 'forwarder' };
const shipper: Caller = { party: '0002187', role: 'forwarder' };
const customs: Caller = { party: 'CUSTOMS-8001', role: 'customs' };
const visibleTo = ['FWD-YUXIN', '0002187', 'SGLCMP'];
const order = { oneDocumentId: RECORD, type: 'export', mode: 'advance' } as const;

describe('the clearance room on PostgreSQL', () => {
  let opened: ClearanceDatabase;
  let database: RoomDatabase;
  let outbox: DeclaredOutbox;
  let aeo: AeoRegister;
  let records: KeepRecords;
  let lodging: LodgeDeclaration;
  let reading: ReadDeclarations;
  let answering: AnswerDeclaration;
  let withdrawing: WithdrawDraft;
  let standing: StandingInstructions;
  let asking: AskForChange;
  let deciding: DecideChange;

  beforeAll(async () => {
    opened = await openClearanceDatabase();
    database = opened.database;
  });

  afterAll(() => opened?.close());

  beforeEach(async () => {
    for (const table of ['declaration_steps', 'declaration_requests'])
      await database.dataSource.query(`DELETE FROM ${table}`);
    for (const table of ['declarations', 'records', 'aeo_entries', 'standing_instructions'])
      await database.dataSource.query(`DELETE FROM ${table}`);
    outbox = new DeclaredOutbox();
    aeo = new AeoRegister(database);
    const register = new DeclarationRegister(aeo, outbox);
    const mandates = new MandateRegister(outbox);
    const instructions = new CarryOutInstructions(register, mandates);
    records = new KeepRecords(register, instructions, outbox);
    lodging = new LodgeDeclaration(database, register);
    reading = new ReadDeclarations(database);
    answering = new AnswerDeclaration(database, register);
    withdrawing = new WithdrawDraft(database, register);
    standing = new StandingInstructions(database, instructions);
    asking = new AskForChange(database, register, outbox);
    deciding = new DecideChange(database, answering, outbox);
  });

  const hear = (oneDocument: OneDocument, parties = visibleTo) =>
    database.asRoom((transaction) => records.keep(transaction, [{ oneDocument, visibleTo: parties }]));
  const refused = (code: string, kind: string, details?: object) =>
    expect.objectContaining({ code, kind, ...(details && { details }) });

  it('lodges once, and tells it with the declaration', async () => {
    await hear(shipmentA);
    const lodged = await lodging.lodge({ ...order, customsOffice: '8001' }, yuxin);
    expect(lodged).toMatchObject({
      status: 'lodged',
      oneDocumentVersion: 2,
      recordVersionNow: 2,
      outdated: false,
      declaration: { customsOffice: '8001' },
    });
    expect(outbox.said.map(({ type, key }) => [type, key])).toEqual([['clearance.declaration.lodged.v1', RECORD]]);
    expect((JSON.parse(String(outbox.said[0]?.data)) as DeclarationStep).declaration).toEqual(lodged.declaration);
    const details = { declarationId: lodged.declarationId, declarationStatus: 'lodged' };
    await expect(lodging.lodge(order, yuxin)).rejects.toThrow(refused('CLEARANCE.ALREADY_LODGED', 'conflict', details));
    expect(await reading.read(lodged.declarationId, yuxin)).toEqual(lodged);
  });

  it('lodges once also when many ask at the same moment', async () => {
    await hear(shipmentA);
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lodging.lodge(order, yuxin)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as { code: string }] : [],
    );
    expect(new Set(reasons.map(({ code }) => code))).toEqual(new Set(['CLEARANCE.ALREADY_LODGED']));
    expect(outbox.steps).toEqual(['lodged FWD-YUXIN']);
  });

  it('does not declare the same documents under the record they were merged into', async () => {
    await hear(shipmentA);
    await lodging.lodge(order, yuxin);
    const into = { ...shipmentA, id: '01a00000-0000-7000-8000-000000000002' };
    await hear({ ...shipmentA, version: 3, state: 'merged', mergedInto: into.id });
    await hear(into);
    await expect(lodging.lodge({ ...order, oneDocumentId: into.id }, yuxin)).rejects.toThrow(
      refused('CLEARANCE.ALREADY_LODGED', 'conflict'),
    );
  });

  it('refuses strangers and what is incomplete', async () => {
    await hear({ ...shipmentA, parties: [consignor] });
    await expect(lodging.lodge(order, luhai)).rejects.toThrow(refused('CLEARANCE.RECORD_NOT_FOUND', 'not-found'));
    await expect(lodging.lodge(order, yuxin)).rejects.toThrow(refused('CLEARANCE.INCOMPLETE', 'unprocessable'));
    expect(outbox.said).toEqual([]);
  });

  it('passes a late version over, and says when the record has moved away', async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    await hear({ ...withItem(0, { grossMassKg: { value: '9700.000' } }), version: 4 });
    await hear({ ...shipmentA, version: 3 });
    expect(await reading.read(declarationId, yuxin)).toMatchObject({
      oneDocumentVersion: 2,
      recordVersionNow: 4,
      outdated: true,
    });
  });

  it('shows a declaration to the parties of its record as they are now, and to customs', async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    for (const caller of [yuxin, shipper, customs]) {
      expect((await reading.read(declarationId, caller)).declarationId).toBe(declarationId);
      expect((await reading.list({ status: 'lodged' }, caller)).items).toHaveLength(1);
    }
    for (const id of [declarationId, 'no id', '01a00000-0000-7000-8000-0000000000d9']) {
      await expect(reading.read(id, luhai)).rejects.toThrow(refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'));
    }
    expect(await reading.list({}, luhai)).toEqual({ items: [], nextCursor: null });
    await hear({ ...shipmentA, version: 3 }, ['FWD-LUHAI']);
    expect((await reading.read(declarationId, luhai)).steps).toHaveLength(1);
    expect((await reading.list({}, shipper)).items).toEqual([]);
  });

  it('lists by pages, the newest first', async () => {
    const ids = Array.from({ length: 5 }, (_, index) => `01a00000-0000-7000-8000-00000000010${index}`);
    for (const id of ids) {
      const transportDocuments = shipmentA.transportDocuments.map((document, place) => ({
        ...document,
        documentId: id.replace('8000', `9${place}00`),
      }));
      const sources = transportDocuments.map(({ documentId }) => documentId);
      await hear({ ...shipmentA, id, transportDocuments, legs: shipmentA.legs.map((leg) => ({ ...leg, sources })) });
      await lodging.lodge({ ...order, oneDocumentId: id }, yuxin);
    }
    const first = await reading.list({ limit: '3' }, customs);
    const second = await reading.list({ limit: '3', cursor: first.nextCursor as string }, customs);
    expect([...first.items, ...second.items].map(({ oneDocumentId }) => oneDocumentId)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
  });

  it("takes customs' answers in their order, each once", async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const answer = (response: 'accepted' | 'released' | 'rejected', more = {}) =>
      answering.answer(declarationId, { response, ...more }, customs);
    const details = { declarationStatus: 'lodged', allowed: ['accepted', 'rejected', 'cancelled'] };
    await expect(answer('released')).rejects.toThrow(refused('CLEARANCE.ILLEGAL_STEP', 'conflict', details));
    await expect(answer('rejected')).rejects.toThrow(refused('CLEARANCE.REASONS_REQUIRED', 'unprocessable'));
    const accepted = { at: '2026-11-12T11:00:00+08:00', reference: 'A1' };
    expect((await answer('accepted', accepted)).repeated).toBe(false);
    expect(await answer('accepted', accepted)).toMatchObject({ repeated: true, declaration: { status: 'accepted' } });
    const released = await answer('released');
    expect((await answer('released')).repeated).toBe(true);
    expect(released.declaration.steps.map(({ status, by, at }) => [status, by, at.endsWith('+08:00')])).toEqual([
      ['lodged', 'FWD-YUXIN', false],
      ['accepted', 'CUSTOMS-8001', true],
      ['released', 'CUSTOMS-8001', false],
    ]);
    expect(outbox.steps).toEqual(['lodged FWD-YUXIN', 'accepted FWD-YUXIN', 'released FWD-YUXIN']);
  });

  it("refuses a time of customs' that is still to come, and tells one that lies before the step it follows", async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const tell = (response: 'accepted' | 'released', at: string) =>
      answering.answer(declarationId, { response, at }, customs);
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const toCome = refused('CLEARANCE.TIME_TO_COME', 'unprocessable');
    await expect(tell('accepted', inMinutes(30))).rejects.toThrow(toCome);
    await tell('accepted', inMinutes(-1));
    const { request } = await asking.ask(declarationId, { kind: 'cancellation', reason: '退关' }, yuxin);
    const reasons = [{ code: 'M02', text: '查验期间不予撤销' }];
    const refusal = { decision: 'refused', reasons, at: '2100-01-01T00:00:00Z' } as const;
    await expect(deciding.decide(declarationId, request.requestId, refusal, customs)).rejects.toThrow(toCome);
    await tell('released', '2020-01-01T00:00:00Z');
    const { steps } = await reading.read(declarationId, yuxin);
    expect(steps.map(({ status, findings = [] }) => [status, findings.map(({ code }) => code)])).toEqual([
      ['lodged', []],
      ['accepted', []],
      ['released', ['ANSWER.BEFORE_LAST_STEP']],
    ]);
  });

  it('says of an answer that is held already when it was, and refuses another time', async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const accepted = { response: 'accepted', at: '2026-11-12T11:00:00+08:00' } as const;
    await answering.answer(declarationId, accepted, customs);
    const later = { ...accepted, at: '2026-11-12T12:00:00+08:00' };
    await expect(answering.answer(declarationId, later, customs)).rejects.toThrow(
      expect.objectContaining({
        code: 'CLEARANCE.ILLEGAL_STEP',
        messages: expect.objectContaining({ en: expect.stringContaining(accepted.at) }),
        details: expect.objectContaining({ heldAt: accepted.at }),
      }),
    );
  });

  it("keeps customs' receipts, those that move nothing too", async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const tell = (channel: string, more = {}) =>
      answering.answer(declarationId, readAnswer({ channel, ...more }), customs);
    for (const channel of ['L', 'J', 'T', 'K', 'R']) expect((await tell(channel)).repeated).toBe(false);
    for (const channel of ['L', 'J', 'T', 'K', 'R']) expect((await tell(channel)).repeated).toBe(true);
    const { status, steps, receipts } = await reading.read(declarationId, yuxin);
    const inShort = ({ status: at, channel }: (typeof steps)[number]) => [at, channel?.code, channel?.text.zh];
    expect(status).toBe('released');
    expect(steps.map(inShort)).toEqual([
      ['lodged', undefined, undefined],
      ['accepted', 'J', '通关无纸化审结'],
      ['released', 'K', '通关无纸化担保放行'],
    ]);
    expect(receipts.map(inShort)).toEqual([
      ['lodged', 'L', '海关已接收/入库'],
      ['accepted', 'T', '需交税费'],
      ['released', 'R', '已结关'],
    ]);
    expect(outbox.said.map(({ type }) => type.split('.')[2])).toEqual([
      ...['lodged', 'noted', 'accepted', 'noted', 'released', 'noted'],
    ]);
    await expect(tell('C')).rejects.toThrow(refused('CLEARANCE.ILLEGAL_STEP', 'conflict'));
  });

  it("keeps customs' number of the declaration, one for good, and finds the declaration by it", async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const answer = (body: object) => answering.answer(declarationId, readAnswer(body), customs);
    const found = async (customsNumber: string) => (await reading.list({ customsNumber }, yuxin)).items;
    await answer({ channel: 'L' });
    const numbered = { channel: 'L', customsNumber: '800120260426000417' };
    expect(await answer(numbered)).toMatchObject({
      repeated: false,
      declaration: { customsNumber: '800120260426000417', status: 'lodged', receipts: [{ status: 'lodged' }] },
    });
    expect((await answer(numbered)).repeated).toBe(true);
    const disagrees = refused('CLEARANCE.CUSTOMS_NUMBER_DISAGREES', 'conflict', {
      customsNumber: '800120260426000417',
    });
    await expect(answer({ ...numbered, customsNumber: '800120260426000418' })).rejects.toThrow(disagrees);
    await expect(answer({ response: 'accepted', customsNumber: '800120260426000418' })).rejects.toThrow(disagrees);
    expect(await found('800120260426000417')).toEqual([
      expect.objectContaining({ declarationId, status: 'lodged', customsNumber: '800120260426000417' }),
    ]);
    expect(await found('800120260426000418')).toEqual([]);
    await answer({ response: 'accepted' });
    const told = outbox.said.map(({ data }) => (JSON.parse(String(data)) as DeclarationStep).customsNumber);
    expect([told.at(0), told.at(-1)]).toEqual([undefined, '800120260426000417']);
  });

  it("gives customs' number to one declaration that stands", async () => {
    const other = JSON.parse(JSON.stringify(shipmentA).replaceAll('01a00000-', '01a00001-')) as OneDocument;
    await hear(shipmentA);
    await hear(other);
    const first = await lodging.lodge(order, yuxin);
    const second = await lodging.lodge({ ...order, oneDocumentId: other.id }, yuxin);
    const accepted = { response: 'accepted', customsNumber: '800120260426000417' } as const;
    await answering.answer(first.declarationId, accepted, customs);
    await expect(answering.answer(second.declarationId, accepted, customs)).rejects.toThrow(
      refused('CLEARANCE.CUSTOMS_NUMBER_TAKEN', 'conflict', { declarationId: first.declarationId }),
    );
    await answering.answer(first.declarationId, { response: 'cancelled' }, customs);
    const { declaration } = await answering.answer(second.declarationId, accepted, customs);
    expect(declaration).toMatchObject({ status: 'accepted', customsNumber: '800120260426000417' });
  });

  it('shows what customs states with the step it came with, and where it said more', async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const statements = [{ code: 'A2', type: 'AFB' }, { text: '请于三日内缴纳税款' }];
    const findings = [
      { code: 'WCO_RESPONSE.NOT_KEPT', severity: 'warning', path: '/Response/Amendment', message: { en: '', zh: '' } },
    ] as const;
    await answering.answer(declarationId, { response: 'accepted', statements, findings }, customs);
    await answering.answer(declarationId, readAnswer({ channel: 'T', statements }), customs);
    const { steps, receipts } = await reading.read(declarationId, yuxin);
    expect(steps[1]).toMatchObject({ status: 'accepted', statements, findings });
    expect(receipts).toEqual([expect.objectContaining({ statements })]);
    expect(receipts[0]).not.toHaveProperty('findings');
  });

  it('shows the duties that customs states to customs and to who declared, not to others in the record', async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const payment = { amount: '6400.00', currency: 'CNY' };
    const duties = [
      { itemNumber: 1, type: 'A', payment, paymentDue: '2026-11-27' },
      { payment: { amount: '20310.00' } },
    ];
    await answering.answer(declarationId, readAnswer({ channel: 'T', duties }), customs);
    expect((await answering.answer(declarationId, readAnswer({ channel: 'T', duties }), customs)).repeated).toBe(true);
    const told = async (viewer: Caller) => (await reading.read(declarationId, viewer)).receipts[0]?.duties;
    expect([await told(yuxin), await told(customs), await told(shipper)]).toEqual([duties, duties, undefined]);
    const wrong = { response: 'accepted', duties: [{ payment: { amount: '6,400', currency: 'CNY' } }] };
    expect(() => readAnswer(wrong)).toThrow(refused('REQUEST.BODY', 'invalid'));
  });

  it('lets a rejected record be declared again by hand, never by itself', async () => {
    await hear(shipmentA);
    const { declarationId } = await lodging.lodge(order, yuxin);
    const reasons = [{ code: 'R12', text: '毛重与舱单不符' }];
    await answering.answer(declarationId, { response: 'rejected', reasons }, customs);
    expect((JSON.parse(String(outbox.said[1]?.data)) as DeclarationStep).reasons).toEqual(['R12 毛重与舱单不符']);
    await standing.give([{ type: 'export', mode: 'advance', action: 'lodge' }], yuxin);
    await hear({ ...shipmentA, version: 3 });
    expect(outbox.said).toHaveLength(2);
    expect((await lodging.lodge(order, yuxin)).oneDocumentVersion).toBe(3);
  });

  it('lodges by itself as soon as a record is complete, and for those that are complete already', async () => {
    await standing.give([{ type: 'export', mode: 'advance', action: 'lodge' }], yuxin);
    await hear({ ...shipmentA, version: 1, parties: [consignor] });
    expect(outbox.said).toEqual([]);
    await hear(shipmentA);
    await hear({ ...shipmentA, version: 3 });
    expect(outbox.steps).toEqual(['lodged FWD-YUXIN']);
    const documents = shipmentA.transportDocuments.map((document, place) => ({
      ...document,
      documentId: `01a00000-0000-7000-8000-0000000001${place}0`,
    }));
    const legs = shipmentA.legs.map((leg) => ({ ...leg, sources: documents.map(({ documentId }) => documentId) }));
    await hear({ ...shipmentA, id: '01a00000-0000-7000-8000-000000000003', transportDocuments: documents, legs }, [
      'FWD-LUHAI',
    ]);
    expect(outbox.said).toHaveLength(1);
    const given = await standing.give([{ type: 'export', mode: 'advance', action: 'lodge' }], luhai);
    expect(outbox.steps).toEqual(['lodged FWD-YUXIN', 'lodged FWD-LUHAI']);
    expect(await standing.give([{ type: 'export', mode: 'advance', action: 'lodge' }], luhai)).toEqual(given);
    expect(outbox.said).toHaveLength(2);
  });

  it('keeps import instructions off goods that leave, and stops when instructions are withdrawn', async () => {
    await standing.give([{ type: 'import', mode: 'advance', action: 'lodge' }], yuxin);
    await hear(shipmentA);
    expect((await standing.give([], yuxin)).instructions).toEqual([]);
    expect(await standing.read(yuxin)).toEqual({ party: 'FWD-YUXIN', instructions: [] });
    await hear({ ...shipmentA, version: 3 });
    expect(outbox.said).toEqual([]);
  });

  it('does not choose between two forwarders', async () => {
    for (const caller of [yuxin, luhai])
      await standing.give([{ type: 'export', mode: 'advance', action: 'lodge' }], caller);
    await hear(shipmentA, [...visibleTo, 'FWD-LUHAI']);
    expect(outbox.said).toEqual([]);
    await standing.give([], luhai);
    await hear({ ...shipmentA, version: 3 }, [...visibleTo, 'FWD-LUHAI']);
    expect(outbox.steps).toEqual(['lodged FWD-YUXIN']);
  });

  it('keeps a draft to its declarant, builds it again with the record, and lodges it as the record is then', async () => {
    await standing.give([{ type: 'export', mode: 'advance', action: 'draft' }], yuxin);
    await hear(shipmentA);
    const [draft] = (await reading.list({ status: 'drafted' }, yuxin)).items;
    const id = draft?.declarationId as string;
    for (const caller of [shipper, customs]) {
      expect((await reading.list({}, caller)).items).toEqual([]);
      await expect(reading.read(id, caller)).rejects.toThrow(refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'));
    }
    await expect(answering.answer(id, { response: 'accepted' }, customs)).rejects.toThrow(
      refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'),
    );
    await hear({ ...withItem(0, { packages: { value: '121' } }), version: 3 });
    const rebuilt = await reading.read(id, yuxin);
    expect(rebuilt).toMatchObject({ oneDocumentVersion: 3, outdated: false, steps: [{ status: 'drafted' }] });
    expect(rebuilt.declaration.goodsItems[0]?.packages.declared).toBe('121');
    await expect(lodging.lodgeDraft(id, shipper)).rejects.toThrow(
      refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'),
    );
    const lodged = await lodging.lodgeDraft(id, yuxin);
    expect(lodged).toMatchObject({
      status: 'lodged',
      oneDocumentVersion: 3,
      steps: [{ status: 'drafted' }, { status: 'lodged' }],
    });
    expect(await reading.read(id, customs)).toEqual(lodged);
    await expect(lodging.lodgeDraft(id, yuxin)).rejects.toThrow(refused('CLEARANCE.ILLEGAL_STEP', 'conflict'));
    expect(outbox.steps).toEqual(['drafted FWD-YUXIN', 'lodged FWD-YUXIN']);
  });

  describe('a draft left lying', () => {
    let draftId: string;

    beforeEach(async () => {
      await standing.give([{ type: 'export', mode: 'advance', action: 'draft' }], yuxin);
      await hear(shipmentA, [...visibleTo, 'FWD-LUHAI']);
      draftId = (await reading.list({ status: 'drafted' }, yuxin)).items[0]?.declarationId as string;
    });

    it('is what its declarant lodges when asking for the declaration', async () => {
      await hear({ ...withItem(0, { packages: { value: '121' } }), version: 3 }, [...visibleTo, 'FWD-LUHAI']);
      const lodged = await lodging.lodge({ ...order, customsOffice: '8001' }, yuxin);
      expect(lodged).toMatchObject({
        declarationId: draftId,
        status: 'lodged',
        oneDocumentVersion: 3,
        declaration: { customsOffice: '8001' },
        steps: [{ status: 'drafted' }, { status: 'lodged' }],
      });
      expect(outbox.steps).toEqual(['drafted FWD-YUXIN', 'lodged FWD-YUXIN']);
      expect(await reading.read(draftId, customs)).toEqual(lodged);
    });

    it("does not stand in another forwarder's way, and cannot be lodged after that one", async () => {
      const { declarationId } = await lodging.lodge(order, luhai);
      expect(declarationId).not.toBe(draftId);
      const details = { declarationId, declarationStatus: 'lodged' };
      for (const lodge of [() => lodging.lodge(order, yuxin), () => lodging.lodgeDraft(draftId, yuxin)])
        await expect(lodge()).rejects.toThrow(refused('CLEARANCE.ALREADY_LODGED', 'conflict', details));
      expect((await reading.read(draftId, yuxin)).status).toBe('drafted');
      expect(outbox.steps).toEqual(['drafted FWD-YUXIN', 'lodged FWD-LUHAI']);
    });

    it('lets one of two forwarders lodge who ask at the same moment', async () => {
      const results = await Promise.allSettled([
        lodging.lodge(order, luhai),
        lodging.lodge(order, yuxin),
        lodging.lodgeDraft(draftId, yuxin),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const codes = results.flatMap((result) =>
        result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
      );
      expect(codes.filter((code) => !/^CLEARANCE\.(ALREADY_LODGED|ILLEGAL_STEP)$/.test(code))).toEqual([]);
    });

    it('is withdrawn by its declarant, once, and seen by nobody else', async () => {
      await expect(withdrawing.withdraw(draftId, luhai)).rejects.toThrow(
        refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'),
      );
      const withdrawn = await withdrawing.withdraw(draftId, yuxin);
      expect(withdrawn).toMatchObject({
        status: 'withdrawn',
        lodgedAt: null,
        steps: [{ status: 'drafted' }, { status: 'withdrawn' }],
      });
      expect(await withdrawing.withdraw(draftId, yuxin)).toEqual(withdrawn);
      expect(outbox.steps).toEqual(['drafted FWD-YUXIN', 'withdrawn FWD-YUXIN']);
      for (const caller of [luhai, shipper, customs]) expect((await reading.list({}, caller)).items).toEqual([]);
      await expect(answering.answer(draftId, { response: 'accepted' }, customs)).rejects.toThrow(
        refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'),
      );
      await expect(lodging.lodgeDraft(draftId, yuxin)).rejects.toThrow(refused('CLEARANCE.ILLEGAL_STEP', 'conflict'));
    });

    it('once withdrawn is not made again by itself, and the record can be declared by hand', async () => {
      await withdrawing.withdraw(draftId, yuxin);
      await hear({ ...shipmentA, version: 3 }, [...visibleTo, 'FWD-LUHAI']);
      expect((await reading.list({ status: 'drafted' }, yuxin)).items).toEqual([]);
      const { declarationId } = await lodging.lodge(order, yuxin);
      expect(declarationId).not.toBe(draftId);
      await expect(withdrawing.withdraw(declarationId, yuxin)).rejects.toThrow(
        refused('CLEARANCE.ILLEGAL_STEP', 'conflict'),
      );
    });
  });

  it('keeps every AEO certificate, and declares with the one of today', async () => {
    const certificate = {
      aeoCode: 'AEOCN5001960001',
      grade: 'advanced',
      country: 'CN',
      validFrom: '2020-01-01',
      mutualRecognition: [{ economy: 'SG', from: '2020-01-01' }],
    };
    const record = (change: object) =>
      aeo.record(readCertificate('0002187', { ...certificate, ...change }), customs.party);
    expect(await record({})).toMatchObject({
      party: '0002187',
      current: { status: 'certified', validFrom: '2020-01-01', validTo: null },
    });
    expect((await record({})).history).toHaveLength(1);
    expect((await record({ grade: 'general' })).history.map(({ grade }) => grade)).toEqual(['general', 'advanced']);
    expect((await aeo.view('0002187', shipper)).current.grade).toBe('general');
    expect((await aeo.view('0002187', customs)).current.recordedBy).toBe('CUSTOMS-8001');
    await expect(aeo.view('0002187', yuxin)).rejects.toThrow(refused('CLEARANCE.AEO_NOT_FOUND', 'not-found'));
    await hear(shipmentA);
    const { declaration } = await lodging.lodge(order, yuxin);
    expect(declaration.parties[0]?.aeo).toEqual({
      aeoCode: 'AEOCN5001960001',
      status: 'certified',
      grade: 'general',
      country: 'CN',
      validFrom: '2020-01-01',
    });
    await record({ validTo: '2020-12-31' });
    expect((await aeo.view('0002187', shipper)).current.status).toBe('expired');
  });

  describe('what is with customs', () => {
    const heavier = { ...withItem(0, { grossMassKg: { value: '9700.000' } }), version: 3 };
    const amendment = { kind: 'amendment', reason: '过磅后毛重更正' } as const;
    const cancellation = { kind: 'cancellation', reason: '退关' } as const;
    const granted = { decision: 'granted', reference: '800120260000501' } as const;
    const lodgeThenWeigh = async () => {
      await hear(shipmentA);
      const { declarationId } = await lodging.lodge(order, yuxin);
      await hear(heavier);
      return declarationId;
    };
    const topicsSaid = () => outbox.said.map(({ type }) => type.replace(/^clearance\.declaration\.|\.v1$/g, ''));

    it('is found when its record moves away, and said once', async () => {
      const declarationId = await lodgeThenWeigh();
      await hear({ ...heavier, version: 4 });
      expect(topicsSaid()).toEqual(['lodged', 'outdated']);
      const found = await reading.list({ outdated: 'true' }, yuxin);
      expect(found.items).toMatchObject([{ declarationId, outdated: true }]);
      await hear({ ...shipmentA, version: 5 });
      expect((await reading.list({ outdated: 'true' }, yuxin)).items).toEqual([]);
    });

    it('is amended to what the record says, with customs’ consent, under its id and where it stood', async () => {
      const declarationId = await lodgeThenWeigh();
      await answering.answer(declarationId, { response: 'accepted' }, customs);
      const { request } = await asking.ask(declarationId, amendment, yuxin);
      expect(request).toMatchObject({ status: 'pending', kind: 'amendment', by: 'FWD-YUXIN' });
      expect(request.changes).toContainEqual(
        expect.objectContaining({ path: '/goodsItems/0/grossMassKg/declared', now: '9700.000' }),
      );
      expect(await asking.ask(declarationId, amendment, yuxin)).toEqual({ repeated: true, request });
      expect((await reading.list({ request: 'pending' }, customs)).items).toMatchObject([{ declarationId }]);
      const before = await reading.read(declarationId, customs);
      expect(before).toMatchObject({ status: 'accepted', oneDocumentVersion: 2, outdated: true });

      const { declaration } = await deciding.decide(declarationId, request.requestId, granted, customs);
      expect(declaration).toMatchObject({ declarationId, status: 'accepted', oneDocumentVersion: 3, outdated: false });
      expect(declaration.declaration.goodsItems[0]?.grossMassKg.declared).toBe('9700.000');
      expect(declaration.requests).toMatchObject([{ status: 'granted', decided: { by: 'CUSTOMS-8001' } }]);
      const kept = await asking.read(declarationId, request.requestId, yuxin);
      expect(kept.declared).toEqual(before.declaration);
      expect(topicsSaid()).toEqual(['lodged', 'outdated', 'accepted', 'amendment-requested', 'amended']);

      expect((await deciding.decide(declarationId, request.requestId, granted, customs)).repeated).toBe(true);
      const other = { decision: 'refused', reasons: [{ code: 'R1', text: 'no' }] } as const;
      await expect(deciding.decide(declarationId, request.requestId, other, customs)).rejects.toThrow(
        refused('CLEARANCE.REQUEST_DECIDED', 'conflict', { requestStatus: 'granted' }),
      );
      await expect(asking.ask(declarationId, amendment, yuxin)).rejects.toThrow(
        refused('CLEARANCE.NOTHING_TO_AMEND', 'conflict'),
      );
    });

    it('is not found under what is no id', async () => {
      const declarationId = await lodgeThenWeigh();
      for (const id of ['\u0000', 'x']) {
        const unknown = refused('CLEARANCE.REQUEST_NOT_FOUND', 'not-found');
        await expect(asking.read(declarationId, id, yuxin)).rejects.toThrow(unknown);
        await expect(deciding.decide(declarationId, id, { decision: 'granted' }, customs)).rejects.toThrow(unknown);
      }
    });

    it('stays as it is when customs refuses, which needs a reason', async () => {
      const declarationId = await lodgeThenWeigh();
      const { request } = await asking.ask(declarationId, amendment, yuxin);
      await expect(deciding.decide(declarationId, request.requestId, { decision: 'refused' }, customs)).rejects.toThrow(
        refused('CLEARANCE.REASONS_REQUIRED', 'unprocessable'),
      );
      const reasons = [{ code: 'M02', text: '查验期间不予修改' }];
      const { declaration } = await deciding.decide(
        declarationId,
        request.requestId,
        { decision: 'refused', reasons },
        customs,
      );
      expect(declaration).toMatchObject({ status: 'lodged', oneDocumentVersion: 2, outdated: true });
      expect(declaration.requests).toMatchObject([{ status: 'refused', decided: { reasons } }]);
      expect(topicsSaid().at(-1)).toBe('request-refused');
    });

    it('is cancelled with customs’ consent, and the goods can be declared again', async () => {
      const declarationId = await lodgeThenWeigh();
      await asking.ask(declarationId, amendment, yuxin);
      const { request } = await asking.ask(declarationId, cancellation, yuxin);
      const { declaration } = await deciding.decide(declarationId, request.requestId, granted, customs);
      expect(declaration).toMatchObject({
        status: 'cancelled',
        steps: [{ status: 'lodged' }, { status: 'cancelled' }],
      });
      expect(declaration.requests.map(({ kind, status }) => [kind, status])).toEqual([
        ['amendment', 'superseded'],
        ['cancellation', 'granted'],
      ]);
      const again = await lodging.lodge(order, yuxin);
      expect(again).toMatchObject({ status: 'lodged', oneDocumentVersion: 3 });
      await expect(asking.ask(declarationId, cancellation, yuxin)).rejects.toThrow(
        refused('CLEARANCE.NOT_WITH_CUSTOMS', 'conflict', { declarationStatus: 'cancelled' }),
      );
    });

    it('leaves nothing pending when customs ends it otherwise', async () => {
      const declarationId = await lodgeThenWeigh();
      await asking.ask(declarationId, amendment, yuxin);
      const reasons = [{ code: 'R12', text: '毛重与舱单不符' }];
      const { declaration } = await answering.answer(declarationId, { response: 'rejected', reasons }, customs);
      expect(declaration.requests).toMatchObject([{ status: 'lapsed' }]);
    });

    it('is amended to the record that its goods went into', async () => {
      const declarationId = await lodgeThenWeigh();
      const into = { ...heavier, id: '01a00000-0000-7000-8000-000000000002', version: 1 };
      await hear({ ...shipmentA, version: 4, state: 'merged', mergedInto: into.id });
      await hear(into);
      const { request } = await asking.ask(declarationId, amendment, yuxin);
      const { declaration } = await deciding.decide(declarationId, request.requestId, granted, customs);
      expect(declaration).toMatchObject({ oneDocumentId: into.id, oneDocumentVersion: 1, outdated: false });
    });

    it('is amended to the record that its goods went into while it was asked for', async () => {
      const declarationId = await lodgeThenWeigh();
      const into = { ...heavier, id: '01a00000-0000-7000-8000-000000000002', version: 1 };
      await hear(into);
      const asked = await database.asRoom(async (transaction) => {
        await transaction.query(
          `UPDATE records SET state = 'merged', record = record || jsonb_build_object('state', 'merged', 'mergedInto', $2::text) WHERE one_document_id = $1`,
          [RECORD, into.id],
        );
        const underWay = { request: asking.ask(declarationId, amendment, yuxin) };
        await eventuallyHolds(async () =>
          expect(
            await database.dataSource.query(
              `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`,
            ),
          ).not.toEqual([]),
        );
        return underWay;
      });
      const { request } = await asked.request;
      const { declaration } = await deciding.decide(declarationId, request.requestId, granted, customs);
      expect(declaration).toMatchObject({ oneDocumentId: into.id });
    });

    it('is its declarant’s to ask about, and customs’ to decide on', async () => {
      const declarationId = await lodgeThenWeigh();
      await expect(asking.ask(declarationId, amendment, luhai)).rejects.toThrow(
        refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'),
      );
      const { request } = await asking.ask(declarationId, amendment, yuxin);
      await expect(asking.read(declarationId, request.requestId, luhai)).rejects.toThrow(
        refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'),
      );
      await expect(deciding.decide(declarationId, declarationId, granted, customs)).rejects.toThrow(
        refused('CLEARANCE.REQUEST_NOT_FOUND', 'not-found'),
      );
    });

    it('is asked about once when many ask at the same moment', async () => {
      const declarationId = await lodgeThenWeigh();
      const asked = await Promise.all(Array.from({ length: 6 }, () => asking.ask(declarationId, amendment, yuxin)));
      expect(new Set(asked.map(({ request }) => request.requestId)).size).toBe(1);
      expect(topicsSaid().filter((topic) => topic === 'amendment-requested')).toHaveLength(1);
    });
  });
});
