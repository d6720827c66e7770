import type { EntityManager } from 'typeorm';
import type { OneDocument, TransportDocument } from '#domain';
import { Outbox } from '#messaging';
import { documents } from '../../../apps/documents/src/documents.room.js';
import { JoinDocumentsService } from '../../../apps/documents/src/join-documents/join-documents.service.js';
import { CrosswalkModel } from '../../../apps/documents/src/name-goods/crosswalk-model.js';
import { RecordStore } from '../../../apps/documents/src/storage/record-store.js';
import { bill, container, goods, held, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

class SilentOutbox extends Outbox {
  async add(): Promise<void> {}
}

const of = (packages: string, grossMassKg: string) => ({
  goods: [goods({ names: [{ text: `Goods of ${packages}` }], packages, grossMassKg })],
  totals: { packages, grossMassKg },
});
const nothing = { goods: [], totals: {} };

/** Each document by itself, in a transaction of its own. */
describe('what waits, each document handled by itself', () => {
  let room: FreshRoom;
  const joining = new JoinDocumentsService(new RecordStore(), new SilentOutbox(), new CrosswalkModel());

  beforeAll(async () => {
    room = await openFreshRoom(documents);
  });
  afterAll(() => room.drop());

  const inRoom = <Result>(work: (transaction: EntityManager) => Promise<Result>) => room.database.asRoom(work);
  const put = (document: TransportDocument) =>
    inRoom((transaction) =>
      joining.join(transaction, [{ document: held(document), senderRole: 'rail', findings: [] }]),
    );
  const recordOf = async (number: string): Promise<OneDocument> => {
    const [row] = await inRoom<{ record: OneDocument }[]>((transaction) =>
      transaction.query(
        `SELECT record FROM held_documents AS held JOIN one_document_versions AS made USING (one_document_id)
         WHERE held.source->>'number' = $1 ORDER BY held.source->>'receivedAt' DESC, made.version DESC LIMIT 1`,
        [number],
      ),
    );
    return (row as { record: OneDocument }).record;
  };
  const papers = ({ transportDocuments }: OneDocument): string[] =>
    transportDocuments
      .filter(({ status }) => status === 'current')
      .map(({ number }) => number)
      .toSorted();
  /** A shipment of its own: its numbers, its container. */
  const shipment = (name: string, box: string) => {
    const containers = [container(box)];
    return {
      note: (more: Partial<TransportDocument> = {}) =>
        waybill({ number: `CQ-${name}`, version: '1', containers, ...of('600', '12000'), ...more }),
      shoes: (more: Partial<TransportDocument> = {}) =>
        bill({ number: `SHOES-${name}`, version: '1', containers, ...of('400', '8000'), ...more }),
      lamps: (more: Partial<TransportDocument> = {}) =>
        bill({ number: `LAMPS-${name}`, version: '1', containers, ...of('200', '4000'), ...more }),
    };
  };

  it('is a bill that shares the waybill once that states what proves it', async () => {
    const { note, shoes, lamps } = shipment('1', 'XQLU3054382');
    for (const document of [note(nothing), shoes(), lamps()]) await put(document);
    expect((await recordOf('LAMPS-1')).state).toBe('unjoined');
    await put(note({ version: '2' }));
    expect(await recordOf('LAMPS-1')).toMatchObject({ state: 'open', join: { result: 'joined', candidates: [] } });
    for (const number of ['LAMPS-1', 'SHOES-1']) expect(papers(await recordOf(number))).toEqual(['CQ-1', number]);
  });

  it('holds up no document that belongs to what it waits for', async () => {
    const { note, shoes, lamps } = shipment('2', 'XQLU3054398');
    for (const document of [shoes(), lamps({ ...nothing }), note(of('400', '8000'))]) await put(document);
    expect((await recordOf('LAMPS-2')).state).toBe('unjoined');
    expect(papers(await recordOf('SHOES-2'))).toEqual(['CQ-2', 'SHOES-2']);
  });

  it('waits where it came after what it may be, wherever the waybill came', async () => {
    const boxes = ['XQLU3054401', 'XQLU3054474', 'XQLU1182044'];
    for (const [index, order] of [
      [0, 1, 2],
      [1, 2, 0],
      [1, 0, 2],
    ].entries()) {
      const { note, shoes, lamps } = shipment(`3${index}`, boxes[index] as string);
      const documents = [note(), shoes(), lamps({ totals: {}, goods: [goods({ packages: '200' })] })];
      for (const place of order) await put(documents[place] as TransportDocument);
      const states = await Promise.all([`CQ-3${index}`, `SHOES-3${index}`, `LAMPS-3${index}`].map(recordOf));
      expect([order, states.map(({ state }) => state)]).toEqual([order, ['open', 'open', 'unjoined']]);
    }
  });
});
