import type { OneDocument, TransportDocument } from '#domain';
import { bill, container, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openJoiningRoom, type JoiningRoom } from '../../support/joining-room.js';

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
  let room: JoiningRoom;

  beforeAll(async () => {
    room = await openJoiningRoom();
  });
  afterAll(() => room.drop());
  beforeEach(async () => {
    await room.database.dataSource.query('DELETE FROM join_keys; DELETE FROM held_documents; DELETE FROM goods_keys');
    await room.database.dataSource.query('DELETE FROM one_document_versions; DELETE FROM one_documents');
  });

  /** What is in force in each record. */
  const papers = async (): Promise<string[]> => {
    const rows: { record: OneDocument }[] = await room.database.dataSource.query(
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
    await Promise.all([waybill(on(FIRST, SECOND)), master, shoes, lamps].map((document) => room.put(document)));
    expect(await papers()).toEqual(['CQ1', 'CQ1 shared, LAMPS, MBL shared', 'CQ1 shared, MBL shared, SHOES', 'MBL']);
  });

  it('stay together where a master bill and a waybill are over different bills', async () => {
    for (const document of [bill(on(THIRD)), waybill(on(SECOND, THIRD)), lamps, shoes, master])
      await room.put(document);
    expect(await papers()).toEqual([
      'BL1, CQ1 shared',
      'CQ1',
      'CQ1 shared, LAMPS, MBL shared',
      'MBL',
      'MBL shared, SHOES',
    ]);
    await room.put({ ...shoes, version: '2', references: [], ...on(FOURTH) });
    expect(await papers()).toEqual(['BL1, CQ1 shared', 'CQ1', 'CQ1 shared, LAMPS, MBL shared', 'MBL', 'SHOES']);
  });
});
