import { Module } from '@nestjs/common';
import { DeclarationsInbound } from './inbound/declarations.inbound.js';
import { DocumentsInbound } from './inbound/documents.inbound.js';
import { ResolutionsInbound } from './inbound/resolutions.inbound.js';
import { JoinDocumentsService } from './join-documents/join-documents.service.js';
import { CrosswalkModel } from './name-goods/crosswalk-model.js';
import { ReadRecordsController } from './read-records/read-records.controller.js';
import { ReadRecordsService } from './read-records/read-records.service.js';
import { SettleJoinController } from './settle-join/settle-join.controller.js';
import { RecordStore } from './storage/record-store.js';

@Module({
  controllers: [ReadRecordsController, SettleJoinController, DocumentsInbound, ResolutionsInbound, DeclarationsInbound],
  providers: [JoinDocumentsService, ReadRecordsService, RecordStore, CrosswalkModel],
})
export class DocumentsModule {}
