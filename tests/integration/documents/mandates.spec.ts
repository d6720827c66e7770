import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { topics, type OneDocumentChanged, type Topic } from '#contracts';
import type { RoomDatabase } from '#database';
import { Outbox, type BatchContext, type Message, type OutgoingMessage } from '#messaging';
import { documents } from '../../../apps/documents/src/documents.room.js';
import { MandateListener } from '../../../apps/documents/src/inbound/mandate.listener.js';
import { JoinDocumentsService } from '../../../apps/documents/src/join-documents/join-documents.service.js';
import { CrosswalkModel } from '../../../apps/documents/src/name-goods/crosswalk-model.js';
import { ReadRecordsService } from '../../../apps/documents/src/read-records/read-records.service.js';
import { RecordStore } from '../../../apps/documents/src/storage/record-store.js';
import { bill, held, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

class HeardOutbox extends Outbox {
  readonly said: OutgoingMessage[] = [];

  async add(_transaction: EntityManager, messages: readonly OutgoingMessage[]): Promise<void> {
    this.said.push(...messages);
  }

  get changes(): OneDocumentChanged[] {
    return this.said
      .filter(({ type }) => type === topics.oneDocumentChanged)
      .map(({ data }) => JSON.parse(data.toString()) as OneDocumentChanged);
  }
}

const AN: Caller = { party: 'BRK-AN', role: 'broker' };
const MANDATE = '01a00000-0000-7000-8000-0000000000b1';

describe('mandates heard by several instances of the documents room', () => {
  let room: FreshRoom;
  let database: RoomDatabase;
  let outbox: HeardOutbox;
  let joining: JoinDocumentsService;
  let records: ReadRecordsService;

  beforeAll(async () => {
    room = await openFreshRoom(documents);
    database = room.database;
    records = new ReadRecordsService(database);
  });
  afterAll(() => room.drop());

  beforeEach(async () => {
    await database.dataSource.query('DELETE FROM join_keys; DELETE FROM held_documents; DELETE FROM goods_keys');
    await database.dataSource.query('DELETE FROM one_document_versions; DELETE FROM one_documents');
    outbox = new HeardOutbox();
    joining = new JoinDocumentsService(new RecordStore(), outbox, new CrosswalkModel());
  });

  const put = async (document: Parameters<typeof held>[0]): Promise<string> => {
    await database.asRoom((transaction) =>
      joining.join(transaction, [{ document: held(document), senderRole: 'rail', findings: [] }]),
    );
    return outbox.changes.at(-1)?.oneDocument.id as string;
  };
  const hear = (topic: Topic, ...oneDocumentIds: readonly string[]) => {
    const batch = oneDocumentIds.map((oneDocumentId) => {
      const step = { mandateId: MANDATE, oneDocumentId, principal: 'RAIL', broker: AN.party };
      return { type: topic, data: Buffer.from(JSON.stringify(step)) } as Message;
    });
    const instance = new MandateListener(joining);
    return database.asRoom((transaction) => instance.heard(batch, { transaction } as BatchContext));
  };
  const seen = async () => (await records.find(AN, {})).items.map(({ id, version }) => `${id} ${version}`);

  it('have one effect, however often they come', async () => {
    const id = await put(waybill());
    await Promise.all([
      hear(topics.mandateGiven, id, id),
      hear(topics.mandateGiven, id),
      hear(topics.mandateGiven, id),
    ]);
    expect(await seen()).toEqual([`${id} 2`]);
    expect(outbox.changes.at(-1)).toMatchObject({ visibleTo: ['RAIL', 'BRK-AN'], brokers: ['BRK-AN'] });
    await Promise.all([
      hear(topics.mandateRevoked, id),
      hear(topics.mandateGiven, id),
      hear(topics.mandateRevoked, id),
    ]);
    expect(await seen()).toEqual([]);
    expect(outbox.changes.map(({ oneDocument }) => oneDocument.change.kind)).toEqual([
      'documentAdded',
      'mandateGiven',
      'mandateRevoked',
    ]);
  });

  it.each([
    ['given first', [topics.mandateGiven, topics.mandateRevoked]],
    ['revoked first', [topics.mandateRevoked, topics.mandateGiven]],
  ])('end revoked, %s', async (_order, order) => {
    const id = await put(waybill());
    for (const topic of order) await hear(topic, id);
    expect(await seen()).toEqual([]);
    expect(outbox.changes.at(-1)?.brokers).toBeUndefined();
  });

  it('end revoked also when both come at the same moment, and a document with them', async () => {
    const id = await put(waybill());
    await Promise.all([hear(topics.mandateGiven, id), put(bill()), hear(topics.mandateRevoked, id)]);
    expect(await seen()).toEqual([]);
    const versions = outbox.changes.map(({ oneDocument: { version } }) => version);
    expect(versions.toSorted()).toEqual(Array.from({ length: versions.length }, (_, index) => index + 1));
  });

  it('reach the record that another was merged into', async () => {
    const sea = await put(bill());
    const wrong = await put(waybill({ version: '1', containers: [] }));
    expect(wrong).not.toBe(sea);
    await put(waybill({ version: '2' }));
    await hear(topics.mandateGiven, wrong);
    expect(await seen()).toEqual([expect.stringContaining(sea)]);
    await hear(topics.mandateRevoked, sea);
    expect(await seen()).toEqual([]);
  });
});
