import { Module } from '@nestjs/common';
import { EdifactProfileController } from './agree-edifact-profile/edifact-profile.controller.js';
import { EdifactProfiles } from './agree-edifact-profile/edifact-profiles.service.js';
import { CheckedDocuments } from './check-document/checked-documents.js';
import { CrosswalkListener } from './inbound/crosswalk.listener.js';
import { PartnerProfiles } from './check-document/partner-profiles.js';
import { DeclarationListener } from './inbound/declaration.listener.js';
import { DocumentListener } from './inbound/document.listener.js';
import { MandateListener } from './inbound/mandate.listener.js';
import { ReexaminationListener } from './inbound/reexamination.listener.js';
import { ResolutionListener } from './inbound/resolution.listener.js';
import { JoinDocumentsService } from './join-documents/join-documents.service.js';
import { CrosswalkModel } from './name-goods/crosswalk-model.js';
import { ReadRecordsController } from './read-records/read-records.controller.js';
import { ReadRecordsService } from './read-records/read-records.service.js';
import { SettleJoinController } from './settle-join/settle-join.controller.js';
import { WaitingRecordsService } from './settle-join/waiting-records.service.js';
import { RecordStore } from './storage/record-store.js';

@Module({
  controllers: [
    ReadRecordsController,
    SettleJoinController,
    EdifactProfileController,
    DocumentListener,
    ResolutionListener,
    CrosswalkListener,
    ReexaminationListener,
    DeclarationListener,
    MandateListener,
  ],
  providers: [
    CheckedDocuments,
    EdifactProfiles,
    PartnerProfiles,
    JoinDocumentsService,
    ReadRecordsService,
    WaitingRecordsService,
    RecordStore,
    CrosswalkModel,
  ],
})
export class DocumentsModule {}
