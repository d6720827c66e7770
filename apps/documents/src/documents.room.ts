import { topics } from '#contracts';
import type { Room } from '#room';
import { DocumentsModule } from './documents.module.js';
import { CreateDocumentsTables1764000000000 } from './storage/create-tables.migration.js';
import { HeldDocumentRow, OneDocumentRow, OneDocumentVersionRow } from './storage/entities.js';

export const documents: Room = {
  name: 'documents',
  module: DocumentsModule,
  says: [
    topics.messageCut,
    topics.documentAccepted,
    topics.documentRejected,
    topics.oneDocumentChanged,
    topics.goodsReexamined,
    topics.transportEventsReported,
  ],
  routes: [/^\/v1\/one-documents(\/[^/]+(\/versions(\/[^/]+(\/findings)?)?|\/join)?)?$/],
  entities: [OneDocumentRow, OneDocumentVersionRow, HeldDocumentRow],
  migrations: [CreateDocumentsTables1764000000000],
};
