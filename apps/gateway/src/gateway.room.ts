import { topics } from '#contracts';
import type { Room } from '#room';
import { GatewayModule } from './gateway.module.js';
import { AgeOfKeys1795780800000 } from './storage/age-of-keys.migration.js';
import { CreateDocuments1763900000000 } from './storage/create-documents.migration.js';
import { DocumentRow } from './storage/document.entity.js';
import { AlsoIn1796317200000 } from './storage/also-in.migration.js';
import { EdifactProfileVersion1795694400000 } from './storage/edifact-profile-version.migration.js';
import { FindRejected1796169600000 } from './storage/find-rejected.migration.js';
import { InterchangeMessages1795690800000 } from './storage/interchange-messages.migration.js';
import { OriginalRow } from './storage/original.entity.js';
import { RejectedComeAgain1795867200000 } from './storage/rejected-come-again.migration.js';

/** Documents come in here, and whoever sent one asks here what became of it. */
export const gateway: Room = {
  name: 'gateway',
  module: GatewayModule,
  says: [topics.documentReceived],
  routes: [/^\/v1\/documents(?:[/?]|$)/],
  rawBodies: true,
  entities: [DocumentRow, OriginalRow],
  migrations: [
    CreateDocuments1763900000000,
    InterchangeMessages1795690800000,
    EdifactProfileVersion1795694400000,
    AgeOfKeys1795780800000,
    RejectedComeAgain1795867200000,
    FindRejected1796169600000,
    AlsoIn1796317200000,
  ],
};
