import type { Room } from '#room';
import { ClearanceModule } from './clearance.module.js';
import { STEP_TOPICS } from './lodge-declaration/declaration-step.js';
import { MANDATE_TOPICS } from './give-mandate/mandate-register.service.js';
import { MANIFEST_TOPICS } from './send-manifest/manifest-step.js';
import { StoredAeoEntry } from './storage/aeo-entry.entity.js';
import { StoredRequest } from './storage/declaration-request.entity.js';
import { StoredStep } from './storage/declaration-step.entity.js';
import { StoredDeclaration } from './storage/declaration.entity.js';
import { KeptRecord } from './storage/kept-record.entity.js';
import { StoredReceipt } from './storage/manifest-receipt.entity.js';
import { StoredMandate } from './storage/mandate.entity.js';
import { Mandates1796256000000 } from './storage/mandates.migration.js';
import { StoredManifest } from './storage/manifest.entity.js';
import { CustomsOwnWords1796274000000 } from './storage/customs-own-words.migration.js';
import { ClearanceTables1763942400000 } from './storage/clearance-tables.migration.js';
import { DraftsStandInNobodysWay1795683600000 } from './storage/drafts-stand-in-nobodys-way.migration.js';
import { DutiesOfAnswers1796299200000 } from './storage/duties-of-answers.migration.js';
import { FoundByDocuments1795784400000 } from './storage/found-by-documents.migration.js';
import { FoundByWhoSeesThem1796169600000 } from './storage/found-by-who-sees-them.migration.js';
import { ManifestsOfADocument1796346000000 } from './storage/manifests-of-a-document.migration.js';
import { Manifests1795690800000 } from './storage/manifests.migration.js';
import { RequestsToChange1796263200000 } from './storage/requests-to-change.migration.js';
import { ChannelOfSteps1795698000000 } from './storage/channel-of-steps.migration.js';
import { StandingInstruction } from './storage/standing-instruction.entity.js';
import { TransitIsDeclared1796270400000 } from './storage/transit-is-declared.migration.js';

/** Declarations in advance, manifests, the AEO register, standing instructions and customs' answers. */
export const clearance: Room = {
  name: 'clearance',
  module: ClearanceModule,
  says: [...STEP_TOPICS, ...MANDATE_TOPICS, ...MANIFEST_TOPICS],
  routes: [
    /^\/v1\/declarations(?:[/?]|$)/,
    /^\/v1\/mandates(?:[/?]|$)/,
    /^\/v1\/manifests(?:[/?]|$)/,
    /^\/v1\/parties\/[^/?]+\/aeo(?:[/?]|$)/,
  ],
  entities: [
    KeptRecord,
    StoredAeoEntry,
    StoredDeclaration,
    StoredStep,
    StoredRequest,
    StandingInstruction,
    StoredMandate,
    StoredManifest,
    StoredReceipt,
  ],
  otherBodies: [{ types: ['application/xml', 'text/xml'], at: /^\/v1\/(manifests\/receipts|declarations\/responses)/ }],
  migrations: [
    ClearanceTables1763942400000,
    DraftsStandInNobodysWay1795683600000,
    Manifests1795690800000,
    ChannelOfSteps1795698000000,
    FoundByDocuments1795784400000,
    FoundByWhoSeesThem1796169600000,
    RequestsToChange1796263200000,
    Mandates1796256000000,
    TransitIsDeclared1796270400000,
    CustomsOwnWords1796274000000,
    DutiesOfAnswers1796299200000,
    ManifestsOfADocument1796346000000,
  ],
};
