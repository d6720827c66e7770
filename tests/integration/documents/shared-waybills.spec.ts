import type { EntityManager } from 'typeorm';
import type { OneDocument, TransportDocument } from '#domain';
import { Outbox } from '#messaging';
import { documents } from '../../../apps/documents/src/documents.room.js';
import { JoinDocumentsService } from '../../../apps/documents/src/join-documents/join-documents.service.js';
import { CrosswalkModel } from '../../../apps/documents/src/name-goods/crosswalk-model.js';
import { RecordStore } from '../../../apps/documents/src/storage/record-store.js';
import { bill, container, held, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

class SilentOutbox extends Outbox {
  async add(): Promise<void> {}
}

const over = (...numbers: string[]) => ({ containers: numbers.map((number) => container(number)) });
const [A, B, C, D] = ['XQLU3054382', 'XQLU3054398', 'XQLU3054401', 'XQLU3054474'] as const;

describe('waybills that bills share, each document handled by itself', () => {
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
  /** The papers in force in the latest version of the record that the bill makes. */
  const papersBeside = async (number: string): Promise<string[]> => {
    const rows: { record: OneDocument }[] = await inRoom((transaction) =>
      transaction.query(
        `SELECT record FROM held_documents AS held JOIN one_document_versions AS made USING (one_document_id)
         WHERE held.source->>'number' = $1 ORDER BY made.version DESC LIMIT 1`,
        [number],
      ),
    );
    const papers = rows[0]?.record.transportDocuments.filter(({ status }) => status === 'current') ?? [];
    return papers.map((paper) => paper.number).toSorted();
  };

  it('leaves a bill the waybill that it shares with a third, when the other one is cancelled', async () => {
    await put(bill({ number: 'BL-A', ...over(A) }));
    await put(waybill({ number: 'W-AB', version: '1', ...over(A, B) }));
    await put(bill({ number: 'BL-D', ...over(D) }));
    await put(waybill({ number: 'W-CD', version: '1', ...over(C, D) }));
    await put(bill({ number: 'BL-BC', ...over(B, C) }));
    expect(await papersBeside('BL-BC')).toEqual(['BL-BC', 'W-AB', 'W-CD']);
    await put(waybill({ number: 'W-AB', version: '2', purpose: 'cancellation', containers: [] }));
    expect(await papersBeside('BL-BC')).toEqual(['BL-BC', 'W-CD']);
    expect(await papersBeside('BL-A')).toEqual(['BL-A']);
    expect(await papersBeside('BL-D')).toEqual(['BL-D', 'W-CD']);
  });
});
