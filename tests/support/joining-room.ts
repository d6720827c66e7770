import type { OneDocument, TransportDocument } from '#domain';
import { Outbox } from '#messaging';
import { documents } from '../../apps/documents/src/documents.room.js';
import { JoinDocumentsService } from '../../apps/documents/src/join-documents/join-documents.service.js';
import { CrosswalkModel } from '../../apps/documents/src/name-goods/crosswalk-model.js';
import { RecordStore } from '../../apps/documents/src/storage/record-store.js';
import { held } from '../../libs/domain/src/testing/documents.js';
import { openFreshRoom, type FreshRoom } from './fresh-room.js';

class SilentOutbox extends Outbox {
  async add(): Promise<void> {}
}

/** The documents room's records, each document in a transaction of its own, by another instance of the room. */
export interface JoiningRoom extends FreshRoom {
  put(document: TransportDocument): Promise<void>;
  /** The latest version of the record in which the document of this number that came last is kept. */
  recordOf(number: string): Promise<OneDocument>;
}

export async function openJoiningRoom(): Promise<JoiningRoom> {
  const room = await openFreshRoom(documents);
  const { database } = room;
  return {
    ...room,
    put(document) {
      const joining = new JoinDocumentsService(new RecordStore(), new SilentOutbox(), new CrosswalkModel());
      const accepted = { document: held(document), senderRole: 'rail', findings: [] };
      return database.asRoom((transaction) => joining.join(transaction, [accepted]));
    },
    async recordOf(number) {
      const [row]: { record: OneDocument }[] = await database.dataSource.query(
        `SELECT record FROM held_documents AS held JOIN one_document_versions AS made USING (one_document_id)
         WHERE held.source->>'number' = $1 ORDER BY held.source->>'receivedAt' DESC, made.version DESC LIMIT 1`,
        [number],
      );
      return (row as { record: OneDocument }).record;
    },
  };
}

/** The numbers of the papers in force. */
export const papersOf = ({ transportDocuments }: OneDocument): string[] =>
  transportDocuments
    .filter(({ status }) => status === 'current')
    .map(({ number }) => number)
    .toSorted();
