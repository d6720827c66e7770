import type { EntityManager } from 'typeorm';
import type { RoomDatabase } from '#database';
import type { OneDocument, TransportDocument } from '#domain';
import { Outbox } from '#messaging';
import { documents } from '../../../apps/documents/src/documents.room.js';
import { JoinDocumentsService } from '../../../apps/documents/src/join-documents/join-documents.service.js';
import { CrosswalkModel } from '../../../apps/documents/src/name-goods/crosswalk-model.js';
import { RecordStore } from '../../../apps/documents/src/storage/record-store.js';
import { bill, container, held, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

class SilentOutbox extends Outbox {
  async add(_transaction: EntityManager): Promise<void> {}
}

const [FIRST, SECOND, THIRD, FOURTH] = ['XQLU3054382', 'XQLU1182044', 'XQLU2230174', 'YDAU2004170'].map((number) =>
  container(number),
);
type Containers = TransportDocument['containers'];
const on = (...containers: (Containers[number] | undefined)[]) => ({ containers: containers as Containers });

const house = (number: string, more: Partial<TransportDocument> = {}) =>
  bill({
    number,
    version: '1',
    billLevel: 'house',
    masterBill: 'MBL',
    references: [{ type: 'transportDocument', value: 'MBL' }],
    ...more,
  });
const shoes = house('SHOES', on(FIRST));
const lamps = house('LAMPS', on(SECOND));
const master = bill({ number: 'MBL', ...on(FIRST, SECOND) });

describe('house bills and what is over them, in the database', () => {
  let room: FreshRoom;
  let database: RoomDatabase;

  beforeAll(async () => {
    room = await openFreshRoom(documents);
    database = room.database;
  });
  afterAll(() => room.drop());
  beforeEach(async () => {
    await database.dataSource.query('DELETE FROM join_keys; DELETE FROM held_documents; DELETE FROM goods_keys');
    await database.dataSource.query('DELETE FROM one_document_versions; DELETE FROM one_documents');
  });

  /** Each call is another instance of the room. */
  const put = (document: TransportDocument): Promise<void> => {
    const joining = new JoinDocumentsService(new RecordStore(), new SilentOutbox(), new CrosswalkModel());
    return database.asRoom((transaction) =>
      joining.join(transaction, [{ document: held(document), senderRole: 'ocean-carrier', findings: [] }]),
    );
  };

  /** What is in force in each record. */
  const papers = async (): Promise<string[]> => {
    const rows: { record: OneDocument }[] = await database.dataSource.query(
      `SELECT record FROM one_documents JOIN one_document_versions AS made ON made.one_document_id = id AND made.version = one_documents.version
       WHERE state = 'open'`,
    );
    const numbers = ({ transportDocuments }: OneDocument): string =>
      transportDocuments
        .filter(({ status }) => status === 'current')
        .map(({ number, shared }) => `${number}${shared ? ' shared' : ''}`)
        .sort()
        .join(', ');
    return rows.map(({ record }) => numbers(record)).sort();
  };

  it('come to the same records where several instances take them in at once', async () => {
    await Promise.all([waybill(on(FIRST, SECOND)), master, shoes, lamps].map(put));
    expect(await papers()).toEqual(['CQ1', 'CQ1 shared, LAMPS, MBL shared', 'CQ1 shared, MBL shared, SHOES', 'MBL']);
  });

  it('stay together where a master bill and a waybill are over different bills', async () => {
    for (const document of [bill(on(THIRD)), waybill(on(SECOND, THIRD)), lamps, shoes, master]) await put(document);
    expect(await papers()).toEqual([
      'BL1, CQ1 shared',
      'CQ1',
      'CQ1 shared, LAMPS, MBL shared',
      'MBL',
      'MBL shared, SHOES',
    ]);
    await put({ ...shoes, version: '2', references: [], ...on(FOURTH) });
    expect(await papers()).toEqual(['BL1, CQ1 shared', 'CQ1', 'CQ1 shared, LAMPS, MBL', 'SHOES']);
  });
});
