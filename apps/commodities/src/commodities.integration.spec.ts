import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import type { DeclarationStep, OneDocumentChanged } from '#contracts';
import { openRoomDatabase, type RoomDatabase } from '#database';
import type { GoodsItem, Naming } from '#domain';
import { Outbox, type BatchContext, type Message, type OutgoingMessage } from '#messaging';
import { freshDatabase, type FreshDatabase } from '../../../tests/support/servers.js';
import { commodities } from './commodities.room.js';
import { ConfirmResolution } from './confirm-resolution/confirm-resolution.service.js';
import { DeclarationListener } from './inbound/declaration.listener.js';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { CrosswalkModel } from './look-up-goods/crosswalk-model.js';
import { questionAbout } from './look-up-goods/crosswalk-question.js';
import { ResolutionRegister } from './resolve-goods/resolution-register.service.js';
import { FourEyes } from './settings-of-a-party/four-eyes.service.js';
import { RevokeResolution } from './revoke-resolution/revoke-resolution.service.js';
import { ResolutionReader } from './storage/resolution-reader.js';
import { ResolutionUseRow } from './storage/resolution-use.entity.js';
import { DecideOnGoods } from './work-the-queue/decide-on-goods.service.js';
import { QueueReader } from './work-the-queue/queue-reader.js';
import { RefuseCandidates } from './work-the-queue/refuse-candidates.service.js';

class SilentOutbox extends Outbox {
  async add(_transaction: EntityManager, _messages: readonly OutgoingMessage[]): Promise<void> {}
}

const luhai: Caller = { party: 'FWD-LUHAI', role: 'forwarder', person: 'zhao.min' };
const dahe: Caller = { party: 'FWD-DAHE', role: 'forwarder' };
const customs: Caller = { party: 'CUSTOMS-7200', role: 'customs' };

const sure: Naming = { source: 'table', certainty: 'candidate', decision: 'matched', tables: 'HS 2022' };
const tableware = (more: Partial<GoodsItem> = {}) => ({
  sequence: 1,
  railName: '陶瓷餐具',
  railNames: [{ text: '陶瓷餐具' }],
  customsNames: [],
  otherRailCodes: [],
  railNaming: { source: 'document', certainty: 'stated' },
  customsNaming: sure,
  hsCandidates: [{ hsCode: '691110', evidence: 'by name', certainty: 0.97 }],
  ...more,
});
const RECORDS = { luhai: '01a00000-0000-7000-8000-000000000001', dahe: '01a00000-0000-7000-8000-000000000002' };

describe('the commodities room on PostgreSQL', () => {
  let server: FreshDatabase;
  let database: RoomDatabase;
  let queue: QueueReader;
  let register: ResolutionRegister;
  let fourEyes: FourEyes;

  beforeAll(async () => {
    server = await freshDatabase();
    const { entities, migrations } = commodities;
    database = await openRoomDatabase({ url: server.url, room: 'commodities', entities, migrations });
    queue = new QueueReader(database);
    fourEyes = new FourEyes(database);
    register = new ResolutionRegister(fourEyes, new SilentOutbox());
  });

  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const hear = (id: string, version: number, party: string, item: object) => {
    const oneDocument = { id, version, state: 'open', changedAt: '2026-11-08T02:00:00Z', legs: [], goodsItems: [item] };
    const change = { oneDocument, visibleTo: [party] } as unknown as OneDocumentChanged;
    const message = { data: Buffer.from(JSON.stringify(change)) } as Message;
    return database.asRoom((transaction) =>
      new OneDocumentListener().heard([message], { transaction } as BatchContext),
    );
  };
  const decisionsOf = async (caller: Caller) =>
    (await queue.waiting(caller, { decision: undefined, side: undefined }, undefined, 10)).map(
      ({ decisions }) => decisions.customs,
    );

  it('tells who looked at an older version what changed of the goods since', async () => {
    await hear(RECORDS.luhai, 1, 'FWD-LUHAI', tableware());
    await hear(RECORDS.luhai, 2, 'FWD-LUHAI', tableware({ customsName: 'GIFT SETS' }));
    await hear(RECORDS.luhai, 3, 'FWD-LUHAI', tableware({ customsName: 'GIFT SETS' }));
    const decide = new DecideOnGoods(queue, register, database);
    const place = { oneDocumentId: RECORDS.luhai, sequence: 1 };
    const looked = (version: number) => decide.accept(luhai, place, { oneDocumentVersion: version });
    await expect(looked(1)).rejects.toMatchObject({
      code: 'COMMODITIES.RECORD_CHANGED',
      details: { oneDocumentVersion: 3, changed: [{ field: 'customsName', now: 'GIFT SETS' }] },
    });
    await expect(looked(2)).rejects.toMatchObject({ details: { changed: [] } });
  });

  it('offers what a party refused as matched to others only, and what customs refused to nobody', async () => {
    await hear(RECORDS.dahe, 1, 'FWD-DAHE', tableware());
    const refusals = new RefuseCandidates(queue, fourEyes, database);
    const refuse = (caller: Caller, oneDocumentId: string, oneDocumentVersion: number) =>
      refusals.refuse(caller, { oneDocumentId, sequence: 1 }, { oneDocumentVersion, reason: 'not porcelain' });
    expect(await refuse(luhai, RECORDS.luhai, 3)).toMatchObject({
      candidates: [],
      decisions: { customs: 'ambiguous' },
    });
    expect(await decisionsOf(luhai)).toEqual(['ambiguous']);
    expect(await decisionsOf(dahe)).toEqual(['matched']);
    expect(await decisionsOf(customs)).toEqual(['ambiguous', 'matched']);
    await refuse(customs, RECORDS.dahe, 1);
    const [seen] = await queue.waiting(dahe, { decision: 'ambiguous', side: 'customs' }, undefined, 10);
    expect(seen?.refused).toEqual([expect.objectContaining({ refusedBy: 'CUSTOMS-7200', hsCodes: ['691110'] })]);
    expect(await queue.waiting(dahe, { decision: 'matched', side: undefined }, undefined, 10)).toEqual([]);
  });

  it('keeps what rested on an answer when the record has moved on', async () => {
    const resolution = { id: '01a00000-0000-7000-8000-0000000000e1', version: 1 };
    await hear(RECORDS.dahe, 2, 'FWD-DAHE', tableware({ customsNaming: { ...sure, certainty: 'exact', resolution } }));
    const uses = () => database.asRoom((transaction) => transaction.find(ResolutionUseRow));
    expect(await uses()).toMatchObject([{ oneDocumentVersion: 2, sequences: [1], status: 'inForce' }]);
    await hear(RECORDS.dahe, 3, 'FWD-OTHER', tableware());
    expect(await uses()).toMatchObject([{ oneDocumentVersion: 2, status: 'past', visibleTo: ['FWD-OTHER'] }]);
  });

  it('knows of a declaration that rested on an answer what became of it, in whatever order that is heard', async () => {
    const resolution = { id: '01a00000-0000-7000-8000-0000000000e2', version: 1 };
    const goodsItems = [tableware({ customsNaming: { ...sure, certainty: 'exact', resolution } })];
    const step = (declarationId: string, more: object) =>
      ({
        ...{ declarationId, oneDocumentId: RECORDS.dahe, oneDocumentVersion: 2, declarant: 'FWD-DAHE' },
        ...{ at: '2026-11-09T02:00:00Z', status: 'lodged', ...more },
      }) as DeclarationStep;
    const lodged = (id: string) => step(id, { declaration: { goodsItems } });
    const amended = (id: string, requestId: string, items: readonly object[]) =>
      step(id, { request: { requestId, kind: 'amendment', reason: '' }, declaration: { goodsItems: items } });
    const ended = (id: string, status: string) => step(id, { status });
    const listener = new DeclarationListener();
    const statuses = async (...heard: readonly (readonly DeclarationStep[])[]) => {
      for (const steps of heard)
        await database.asRoom((transaction) => {
          const batch = steps.map((one) => ({ data: Buffer.from(JSON.stringify(one)) }) as Message);
          return listener.heard(batch, { transaction } as BatchContext);
        });
      const declarationId = heard[0]?.[0]?.declarationId ?? '';
      const uses = await database.asRoom((transaction) =>
        transaction.find(ResolutionUseRow, { where: { declarationId }, order: { amendment: 'ASC' } }),
      );
      return uses.map(({ status }) => status);
    };
    expect(await statuses([lodged('c1'), lodged('c1')])).toEqual(['lodged']);
    expect(await statuses([lodged('c1'), ended('c1', 'rejected')])).toEqual(['rejected']);
    expect(await statuses([ended('c2', 'cancelled')], [lodged('c2')])).toEqual(['cancelled']);
    expect(await statuses([lodged('c3')], [amended('c3', 'r1', goodsItems)])).toEqual(['superseded', 'lodged']);
    expect(await statuses([amended('c4', 'r2', [])], [amended('c4', 'r1', goodsItems)], [lodged('c4')])).toEqual([
      ...['superseded', 'superseded'],
    ]);
    expect(await statuses([amended('c5', 'r1', goodsItems), ended('c5', 'cancelled')], [lodged('c5')])).toEqual([
      ...['superseded', 'cancelled'],
    ]);
  });

  it('takes a proposal into its crosswalk when it is confirmed, also after later answers', async () => {
    const model = new CrosswalkModel(database);
    const answer = (caller: Caller, value: string, hsCode: string) =>
      database.asRoom((transaction) =>
        register.answer(transaction, caller, {
          subject: { scheme: 'NAME', value },
          answer: { hsCode },
          reason: 'by sample',
          how: 'settled',
        }),
      );
    const codeOf = async (name: string, party: string) =>
      (await model.current()).nameGoods(questionAbout({ scheme: 'NAME', value: name }, party)).hsCode;
    await fourEyes.set(luhai, true);
    const { id, state } = await answer(luhai, '礼品甲', '691110');
    expect(state).toBe('proposed');
    await answer(dahe, '礼品乙', '691200');
    expect([await codeOf('礼品甲', 'FWD-LUHAI'), await codeOf('礼品乙', 'FWD-DAHE')]).toEqual([undefined, '691200']);
    const second = { ...luhai, person: 'li.na' };
    await new ConfirmResolution(new ResolutionReader(database), register, database).confirm(second, id);
    expect(await codeOf('礼品甲', 'FWD-LUHAI')).toBe('691110');
  });

  it('proposes, confirms and revokes answers for several routes apart', async () => {
    const reader = new ResolutionReader(database);
    const answer = (to: string, hsCode: string) =>
      database.asRoom((transaction) =>
        register.answer(transaction, luhai, {
          subject: { scheme: 'NAME', value: '礼品丙' },
          route: { from: 'CNCKG', to },
          answer: { hsCode },
          reason: 'by sample',
          how: 'settled',
        }),
      );
    const [singapore, almaty] = [await answer('SGSIN', '691110'), await answer('KZALA', '691200')];
    await expect(answer('SGSIN', '691200')).rejects.toMatchObject({
      code: 'COMMODITIES.PROPOSED',
      details: { resolution: { id: singapore.id } },
    });
    expect(await answer('KZALA', '691200')).toMatchObject({ id: almaty.id, version: 1 });
    const confirm = new ConfirmResolution(reader, register, database);
    for (const { id } of [singapore, almaty]) await confirm.confirm({ ...luhai, person: 'li.na' }, id);
    const revoked = await new RevokeResolution(reader, register, database).revoke(luhai, singapore.id, 'no sample');
    expect(revoked.resolution).toMatchObject({ id: singapore.id, version: 2, route: { to: 'SGSIN' } });
    const versions = await reader.newest(luhai, {}, undefined, 10);
    expect(versions.map(({ id }) => id)).toEqual(expect.arrayContaining([almaty.id]));
    expect(versions.map(({ id }) => id)).not.toContain(singapore.id);
  });
});
