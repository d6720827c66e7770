import type { Caller } from '#access';
import type { DeclarationStep, MandateStep } from '#contracts';
import type { RoomDatabase } from '#database';
import type { OneDocument } from '#domain';
import { AnswerDeclaration } from './answer-declaration/answer-declaration.service.js';
import { AskForChange } from './change-declaration/ask-for-change.service.js';
import { GiveMandate } from './give-mandate/give-mandate.service.js';
import { MandateRegister } from './give-mandate/mandate-register.service.js';
import { KeepRecords } from './inbound/keep-records.service.js';
import { AeoRegister } from './keep-aeo-register/aeo-register.service.js';
import { DeclarationRegister } from './lodge-declaration/declaration-register.service.js';
import { LodgeDeclaration } from './lodge-declaration/lodge-declaration.service.js';
import { ReadDeclarations } from './read-declarations/read-declarations.service.js';
import { ReadMandates } from './read-mandates/read-mandates.service.js';
import { RevokeMandate } from './revoke-mandate/revoke-mandate.service.js';
import { CarryOutInstructions } from './standing-instructions/carry-out-instructions.service.js';
import { StandingInstructions } from './standing-instructions/standing-instructions.service.js';
import { HeardOutbox, openClearanceDatabase, type ClearanceDatabase } from './testing/clearance-database.js';
import { consignor, RECORD, shipmentA, withItem } from './testing/shipment-a.js';
import { WithdrawDraft } from './withdraw-draft/withdraw-draft.service.js';

class MandatedOutbox extends HeardOutbox {
  /** `lodged BRK-AN for FWD-YUXIN`. */
  get told(): string[] {
    return this.said.map(({ type, data }) => {
      const step = JSON.parse(data.toString()) as MandateStep & DeclarationStep;
      return `${type.split('.')[2]} ${step.broker ?? step.declarant}${step.principal ? ` for ${step.principal}` : ''}`;
    });
  }
}

const yuxin: Caller = { party: 'FWD-YUXIN', role: 'forwarder' };
const luhai: Caller = { party: 'FWD-LUHAI', role: 'forwarder' };
const an: Caller = { party: 'BRK-AN', role: 'broker' };
const bo: Caller = { party: 'BRK-BO', role: 'broker' };
const shipper: Caller = { party: '0002187', role: 'forwarder' };
const customs: Caller = { party: 'CUSTOMS-8001', role: 'customs' };

const PARTIES = ['FWD-YUXIN', 'FWD-LUHAI', '0002187'];
const order = { oneDocumentId: RECORD, type: 'export', mode: 'advance' } as const;
const toAn = { oneDocumentId: RECORD, type: 'export', broker: 'BRK-AN' } as const;
const standingOrder = (action: 'draft' | 'lodge' | 'mandate', broker?: string) =>
  [{ type: 'export', mode: 'advance', action, ...(broker !== undefined && { broker }) }] as const;

const refused = (code: string, kind: string, details?: object) =>
  expect.objectContaining({ code, kind, ...(details && { details }) });
const noMandate = refused('CLEARANCE.NO_MANDATE', 'not-found');

describe('mandates on PostgreSQL', () => {
  let opened: ClearanceDatabase;
  let database: RoomDatabase;
  let outbox: MandatedOutbox;
  let records: KeepRecords;
  let giving: GiveMandate;
  let revoking: RevokeMandate;
  let mandates: ReadMandates;
  let lodging: LodgeDeclaration;
  let withdrawing: WithdrawDraft;
  let declarations: ReadDeclarations;
  let standing: StandingInstructions;
  let asking: AskForChange;
  let answering: AnswerDeclaration;

  beforeAll(async () => {
    opened = await openClearanceDatabase();
    database = opened.database;
  });

  afterAll(() => opened?.close());

  beforeEach(async () => {
    for (const table of [
      'declaration_steps',
      'declaration_requests',
      'declarations',
      'mandates',
      'records',
      'standing_instructions',
    ])
      await database.dataSource.query(`DELETE FROM ${table}`);
    outbox = new MandatedOutbox();
    const register = new DeclarationRegister(new AeoRegister(database), outbox);
    const mandateRegister = new MandateRegister(outbox);
    const instructions = new CarryOutInstructions(register, mandateRegister);
    records = new KeepRecords(register, instructions, outbox);
    giving = new GiveMandate(database, mandateRegister);
    revoking = new RevokeMandate(database, mandateRegister, register);
    mandates = new ReadMandates(database);
    lodging = new LodgeDeclaration(database, register);
    withdrawing = new WithdrawDraft(database, register);
    declarations = new ReadDeclarations(database);
    standing = new StandingInstructions(database, instructions);
    asking = new AskForChange(database, register, outbox);
    answering = new AnswerDeclaration(database, register);
  });

  /** As the documents room tells it: with the brokers, who see the record by a mandate alone. */
  const hear = (oneDocument: OneDocument, brokers: readonly string[] = [], parties = PARTIES) =>
    database.asRoom((transaction) =>
      records.keep(transaction, [
        { oneDocument, visibleTo: [...parties, ...brokers], ...(brokers.length > 0 && { brokers }) },
      ]),
    );
  const statusesOf = async (caller: Caller) =>
    (await declarations.list({}, caller)).items.map(({ status, declarant }) => `${status} ${declarant}`);

  it('is given once, and told', async () => {
    await hear(shipmentA);
    const { repeated, id } = await giving.give(toAn, yuxin);
    expect(repeated).toBe(false);
    expect(await giving.give(toAn, yuxin)).toEqual({ repeated: true, id });
    expect(outbox.said.map(({ type, key }) => [type, key])).toEqual([['clearance.mandate.given.v1', RECORD]]);
    for (const caller of [yuxin, an])
      expect(await mandates.read(id, caller)).toEqual({
        mandateId: id,
        ...toAn,
        principal: 'FWD-YUXIN',
        givenAt: expect.any(String),
      });
    for (const caller of [luhai, bo, customs])
      await expect(mandates.read(id, caller)).rejects.toThrow(refused('CLEARANCE.MANDATE_NOT_FOUND', 'not-found'));
    await expect(mandates.read('no id', an)).rejects.toThrow(refused('CLEARANCE.MANDATE_NOT_FOUND', 'not-found'));
  });

  it('is given once also when many ask at the same moment', async () => {
    await hear(shipmentA);
    const given = await Promise.all(Array.from({ length: 6 }, () => giving.give(toAn, yuxin)));
    expect(new Set(given.map(({ id }) => id)).size).toBe(1);
    expect(outbox.told).toEqual(['given BRK-AN for FWD-YUXIN']);
  });

  it('is for parties to give, of records that can be declared, and to another', async () => {
    await hear(shipmentA, ['FWD-AN']);
    const stranger = refused('CLEARANCE.RECORD_NOT_FOUND', 'not-found');
    for (const party of ['FWD-STRANGER', 'FWD-AN'])
      await expect(giving.give(toAn, { party, role: 'forwarder' })).rejects.toThrow(stranger);
    await expect(giving.give({ ...toAn, broker: 'FWD-YUXIN' }, yuxin)).rejects.toThrow(
      refused('CLEARANCE.OWN_MANDATE', 'unprocessable'),
    );
    await hear({ ...shipmentA, version: 3, state: 'cancelled' });
    await expect(giving.give(toAn, yuxin)).rejects.toThrow(refused('CLEARANCE.RECORD_CANCELLED', 'unprocessable'));
  });

  it('lets the broker declare for its principal, which all can read', async () => {
    await hear(shipmentA);
    const { id } = await giving.give(toAn, yuxin);
    const lodged = await lodging.lodge({ ...order, customsOffice: '8001' }, an);
    expect(lodged).toMatchObject({
      declarant: 'BRK-AN',
      principal: 'FWD-YUXIN',
      declaration: { declarant: 'BRK-AN', principal: 'FWD-YUXIN', customsOffice: '8001' },
    });
    const { declarationId } = lodged;
    expect(outbox.told).toEqual(['given BRK-AN for FWD-YUXIN', 'lodged BRK-AN for FWD-YUXIN']);
    for (const caller of [yuxin, shipper, customs, an])
      expect((await declarations.list({}, caller)).items).toMatchObject([{ declarationId, principal: 'FWD-YUXIN' }]);
    for (const caller of [yuxin, an])
      expect((await mandates.read(id, caller)).declaration).toEqual({ declarationId, status: 'lodged' });
    for (const caller of [an, yuxin, luhai])
      await expect(lodging.lodge(order, caller)).rejects.toThrow(refused('CLEARANCE.ALREADY_LODGED', 'conflict'));
  });

  it('lets the broker ask for an amendment as long as it holds, and its principal always', async () => {
    await hear(shipmentA);
    const { id } = await giving.give(toAn, yuxin);
    const { declarationId } = await lodging.lodge(order, an);
    await hear({ ...withItem(0, { packages: { value: '121' } }), version: 3 }, ['BRK-AN']);
    const amendment = { kind: 'amendment', reason: '件数更正' } as const;
    const { request } = await asking.ask(declarationId, amendment, an);
    expect(request).toMatchObject({ by: 'BRK-AN', proposed: { declarant: 'BRK-AN', principal: 'FWD-YUXIN' } });
    for (const caller of [luhai, bo, { party: 'BRK-AN', role: 'forwarder' }] as const)
      await expect(asking.ask(declarationId, amendment, caller)).rejects.toThrow(
        refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found'),
      );
    await revoking.revoke(id, 'no longer', yuxin);
    const cancellation = { kind: 'cancellation', reason: '退关' } as const;
    for (const asked of [amendment, cancellation])
      await expect(asking.ask(declarationId, asked, an)).rejects.toThrow(noMandate);
    expect((await asking.ask(declarationId, cancellation, yuxin)).request).toMatchObject({ by: 'FWD-YUXIN' });
  });

  it('is needed by every broker, also one that the documents name, and is for its own type and declarant', async () => {
    await hear(shipmentA, ['BRK-AN'], [...PARTIES, 'BRK-BO']);
    await giving.give(toAn, yuxin);
    for (const caller of [
      bo,
      { party: 'BRK-STRANGER', role: 'broker' },
      { party: 'FWD-YUXIN', role: 'broker' },
    ] as const)
      await expect(lodging.lodge(order, caller)).rejects.toThrow(noMandate);
    await expect(lodging.lodge({ ...order, type: 'import' }, an)).rejects.toThrow(noMandate);
    await expect(lodging.lodge({ ...order, oneDocumentId: 'no id' }, an)).rejects.toThrow(noMandate);
    const asForwarder = { party: 'BRK-AN', role: 'forwarder' } as const;
    await expect(lodging.lodge(order, asForwarder)).rejects.toThrow(refused('CLEARANCE.RECORD_NOT_FOUND', 'not-found'));
    await expect(lodging.lodge({ ...order, principal: 'FWD-YUXIN' }, asForwarder)).rejects.toThrow(noMandate);
    await hear({ ...shipmentA, version: 3 }, [], ['0002187']);
    await expect(lodging.lodge(order, an)).rejects.toThrow(noMandate);
  });

  it('of two forwarders to two brokers: who lodges first has lodged', async () => {
    await hear(shipmentA);
    await giving.give(toAn, yuxin);
    const { id } = await giving.give({ ...toAn, broker: 'BRK-BO' }, luhai);
    const results = await Promise.allSettled([lodging.lodge(order, an), lodging.lodge(order, bo)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const second = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(second.reason).toMatchObject({ code: 'CLEARANCE.ALREADY_LODGED' });
    await revoking.revoke(id, 'another lodged', luhai);
  });

  it('of two forwarders to one broker: it says for whom it declares', async () => {
    await hear(shipmentA);
    await giving.give(toAn, yuxin);
    await giving.give(toAn, luhai);
    const principals = { principals: ['FWD-YUXIN', 'FWD-LUHAI'] };
    await expect(lodging.lodge(order, an)).rejects.toThrow(
      refused('CLEARANCE.PRINCIPAL_UNCLEAR', 'unprocessable', principals),
    );
    await expect(lodging.lodge({ ...order, principal: '0002187' }, an)).rejects.toThrow(noMandate);
    expect((await lodging.lodge({ ...order, principal: 'FWD-LUHAI' }, an)).principal).toBe('FWD-LUHAI');
  });

  it('once revoked lets nothing more be lodged, and leaves what was', async () => {
    await hear(shipmentA);
    const { id } = await giving.give(toAn, yuxin);
    await expect(revoking.revoke(id, 'no', luhai)).rejects.toThrow(refused('CLEARANCE.MANDATE_NOT_FOUND', 'not-found'));
    await expect(revoking.revoke('no id', 'no', yuxin)).rejects.toThrow(
      refused('CLEARANCE.MANDATE_NOT_FOUND', 'not-found'),
    );
    await revoking.revoke(id, '改由他人报关', yuxin);
    const revoked = await mandates.read(id, an);
    expect(revoked.revocation).toEqual({ at: expect.any(String), reason: '改由他人报关' });
    await revoking.revoke(id, 'again', yuxin);
    expect(await mandates.read(id, an)).toEqual(revoked);
    await expect(lodging.lodge(order, an)).rejects.toThrow(noMandate);
    const again = await giving.give(toAn, yuxin);
    expect(again).toMatchObject({ repeated: false });
    const lodged = await lodging.lodge(order, an);
    await revoking.revoke(again.id, 'done', yuxin);
    const { steps, declaration } = lodged;
    for (const caller of [an, yuxin, customs])
      expect(await declarations.read(lodged.declarationId, caller)).toMatchObject({
        status: 'lodged',
        steps,
        declaration,
      });
    expect((await mandates.read(again.id, yuxin)).declaration?.status).toBe('lodged');
    expect(outbox.told.map((told) => told.split(' ')[0])).toEqual(['given', 'revoked', 'given', 'lodged', 'revoked']);
    expect((await mandates.list({}, an)).items.map(({ mandateId }) => mandateId)).toEqual([again.id, id]);
  });

  it('once revoked leaves what was lodged with customs, who go on answering, and says when the record moves away', async () => {
    await hear(shipmentA, ['BRK-AN']);
    const { id } = await giving.give(toAn, yuxin);
    const { declarationId } = await lodging.lodge(order, an);
    await revoking.revoke(id, '改由他人报关', yuxin);
    const moved = withItem(0, { netMassKg: '6000' });
    await hear({ ...moved, version: 3 });
    const { declaration } = await answering.answer(declarationId, { response: 'accepted' }, customs);
    expect(declaration).toMatchObject({ status: 'accepted', outdated: true, recordVersionNow: 3 });
    for (const caller of [an, yuxin, customs]) {
      expect(await declarations.read(declarationId, caller)).toMatchObject({ status: 'accepted', outdated: true });
      expect(await declarations.list({ outdated: 'true' }, caller)).toMatchObject({ items: [{ declarationId }] });
    }
    expect(outbox.told.map((told) => told.split(' ')[0])).toEqual([
      ...['given', 'lodged', 'revoked', 'outdated', 'accepted'],
    ]);
  });

  it('is either revoked or lodged by, when both are asked at the same moment', async () => {
    await hear(shipmentA);
    const { id } = await giving.give(toAn, yuxin);
    const [lodged] = await Promise.allSettled([lodging.lodge(order, an), revoking.revoke(id, 'late', yuxin)]);
    const told = outbox.told.map((one) => one.split(' ')[0]);
    expect(told).toEqual(lodged.status === 'fulfilled' ? ['given', 'lodged', 'revoked'] : ['given', 'revoked']);
  });

  it('goes with the record into the one it was merged into, in whatever order that is heard', async () => {
    const [second, third] = ['2', '3'].map((last) => `01a00000-0000-7000-8000-00000000000${last}`) as [string, string];
    const merged = { ...shipmentA, version: 3, state: 'merged' } as const;
    await hear(shipmentA);
    const { id } = await giving.give(toAn, yuxin);
    await hear({ ...merged, id: second, mergedInto: third });
    await hear({ ...merged, mergedInto: second });
    await hear({ ...shipmentA, id: third });
    await expect(lodging.lodge(order, an)).rejects.toThrow(noMandate);
    expect(await mandates.read(id, an)).toMatchObject({ oneDocumentId: third });
    expect((await mandates.list({ oneDocument: third }, yuxin)).items).toHaveLength(1);
    expect((await mandates.list({ oneDocument: RECORD }, yuxin)).items).toEqual([]);
    expect(await lodging.lodge({ ...order, oneDocumentId: third }, an)).toMatchObject({ principal: 'FWD-YUXIN' });
  });

  describe('by a standing instruction', () => {
    it('is given as soon as a record is complete, once', async () => {
      const given = await standing.give(standingOrder('mandate', 'BRK-AN'), yuxin);
      expect(given.instructions).toMatchObject([{ action: 'mandate', broker: 'BRK-AN' }]);
      await hear({ ...shipmentA, version: 1, parties: [consignor] });
      expect(outbox.said).toEqual([]);
      await hear(shipmentA);
      await hear({ ...shipmentA, version: 3 }, ['BRK-AN']);
      expect(outbox.told).toEqual(['given BRK-AN for FWD-YUXIN']);
      const [mandate] = (await mandates.list({}, an)).items;
      await revoking.revoke(mandate?.mandateId as string, 'by hand', yuxin);
      await hear({ ...shipmentA, version: 4 });
      await standing.give(standingOrder('mandate', 'BRK-BO'), yuxin);
      expect(outbox.told).toEqual(['given BRK-AN for FWD-YUXIN', 'revoked BRK-AN for FWD-YUXIN']);
    });

    it('is given for records that are complete already, but not for oneself nor after a declaration', async () => {
      await expect(standing.give(standingOrder('mandate', 'FWD-YUXIN'), yuxin)).rejects.toThrow(
        refused('CLEARANCE.OWN_MANDATE', 'unprocessable'),
      );
      await hear(shipmentA);
      await standing.give(standingOrder('mandate', 'BRK-AN'), yuxin);
      expect(outbox.told).toEqual(['given BRK-AN for FWD-YUXIN']);
      await lodging.lodge(order, an);
      await standing.give(standingOrder('mandate', 'BRK-BO'), luhai);
      expect(outbox.told).toHaveLength(2);
    });

    it('is given by each of two forwarders, and stops neither from being the one that lodges', async () => {
      await standing.give(standingOrder('mandate', 'BRK-AN'), yuxin);
      await standing.give(standingOrder('lodge'), luhai);
      await standing.give(standingOrder('lodge'), an);
      await hear(shipmentA);
      await hear({ ...shipmentA, version: 3 }, ['BRK-AN']);
      expect(outbox.told).toEqual(['given BRK-AN for FWD-YUXIN']);
      await lodging.lodge(order, luhai);
    });

    it('of the broker is carried out with its mandate: its draft is its own, and goes with the mandate', async () => {
      await standing.give(standingOrder('draft'), an);
      expect(await standing.read({ party: 'BRK-AN', role: 'forwarder' })).toMatchObject({ instructions: [] });
      await hear(shipmentA, [], [...PARTIES, 'BRK-AN']);
      expect(outbox.said).toEqual([]);
      const { id } = await giving.give(toAn, yuxin);
      await hear({ ...shipmentA, version: 3 }, ['BRK-AN']);
      expect(outbox.told).toEqual(['given BRK-AN for FWD-YUXIN', 'drafted BRK-AN for FWD-YUXIN']);
      for (const caller of [yuxin, luhai, customs]) expect(await statusesOf(caller)).toEqual([]);
      expect((await mandates.read(id, yuxin)).declaration).toBeUndefined();
      const { declarationId, status } = (await mandates.read(id, an)).declaration ?? {};
      expect(status).toBe('drafted');
      const draft = declarationId as string;
      for (const caller of [yuxin, bo, { party: 'BRK-AN', role: 'forwarder' }] as const) {
        const notFound = refused('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found');
        await expect(lodging.lodgeDraft(draft, caller)).rejects.toThrow(notFound);
        await expect(withdrawing.withdraw(draft, caller)).rejects.toThrow(notFound);
      }
      await revoking.revoke(id, 'no longer', yuxin);
      expect(await statusesOf(an)).toEqual(['withdrawn BRK-AN']);
      await hear({ ...withItem(0, { packages: { value: '121' } }), version: 4 });
      expect((await declarations.read(draft, an)).declaration.oneDocumentVersion).toBe(3);
      await expect(lodging.lodgeDraft(draft, an)).rejects.toThrow(noMandate);
    });

    it('of the broker makes a draft that it lodges, built again with the principal, or withdraws', async () => {
      await standing.give(standingOrder('draft'), an);
      await standing.give(standingOrder('mandate', 'BRK-AN'), yuxin);
      await hear(shipmentA);
      await hear({ ...withItem(0, { packages: { value: '121' } }), version: 3 }, ['BRK-AN']);
      const [draft] = (await declarations.list({}, an)).items;
      const lodged = await lodging.lodgeDraft(draft?.declarationId as string, an);
      expect(lodged).toMatchObject({
        status: 'lodged',
        oneDocumentVersion: 3,
        declaration: { declarant: 'BRK-AN', principal: 'FWD-YUXIN' },
      });
      expect(await statusesOf(yuxin)).toEqual(['lodged BRK-AN']);
      expect(outbox.told).toEqual(['given', 'drafted', 'lodged'].map((step) => `${step} BRK-AN for FWD-YUXIN`));
    });
  });
});
