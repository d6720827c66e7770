import { topics } from '#contracts';
import type { Room } from '#room';
import { DocumentsModule } from './documents.module.js';
import { CreateDocumentsTables1764000000000 } from './storage/create-tables.migration.js';
import { EdifactProfiles1795694400000 } from './storage/edifact-profiles.migration.js';
import { EdifactProfileRow, HeldDocumentRow, OneDocumentRow, OneDocumentVersionRow } from './storage/entities.js';
import { FindWhatWaits1796083200000 } from './storage/find-what-waits.migration.js';
import { FoundByWhoSeesThem1796169600000 } from './storage/found-by-who-sees-them.migration.js';
import { Mandates1796256000000 } from './storage/mandates.migration.js';
import { SharedWaybills1796281200000 } from './storage/shared-waybills.migration.js';
import { SenderIsCarrier1795867200000 } from './storage/sender-is-carrier.migration.js';
import { VersionsOfTheirParties1796302800000 } from './storage/versions-of-their-parties.migration.js';

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
  routes: [
    /^\/v1\/one-documents(\/[^/]+(\/versions(\/[^/]+(\/findings)?)?|\/join|\/waiting)?)?$/,
    /^\/v1\/parties\/[^/?]+\/edifact-profile(?:[/?]|$)/,
  ],
  entities: [OneDocumentRow, OneDocumentVersionRow, HeldDocumentRow, EdifactProfileRow],
  migrations: [
    CreateDocumentsTables1764000000000,
    EdifactProfiles1795694400000,
    SenderIsCarrier1795867200000,
    FindWhatWaits1796083200000,
    FoundByWhoSeesThem1796169600000,
    Mandates1796256000000,
    SharedWaybills1796281200000,
    VersionsOfTheirParties1796302800000,
  ],
};
