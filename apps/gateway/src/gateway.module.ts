import { Module } from '@nestjs/common';
import { AcknowledgeDocumentController } from './acknowledge-document/acknowledge-document.controller.js';
import { DocumentCheckedListener } from './inbound/document-checked.listener.js';
import { DocumentIntake } from './receive-document/document-intake.js';
import { DocumentStore } from './receive-document/document-store.js';
import { ForgetKeys } from './receive-document/forget-keys.service.js';
import { ReceiveDocumentController } from './receive-document/receive-document.controller.js';
import { DocumentReader } from './show-document/document-reader.js';
import { ShowDocumentController } from './show-document/show-document.controller.js';

@Module({
  controllers: [
    ReceiveDocumentController,
    ShowDocumentController,
    AcknowledgeDocumentController,
    DocumentCheckedListener,
  ],
  providers: [DocumentIntake, DocumentStore, DocumentReader, ForgetKeys],
})
export class GatewayModule {}
