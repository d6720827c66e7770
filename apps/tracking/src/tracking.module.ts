import { Module } from '@nestjs/common';
import { DeclarationListener } from './inbound/declaration.listener.js';
import { DocumentListener } from './inbound/document.listener.js';
import { ManifestListener } from './inbound/manifest.listener.js';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { TransportEventsListener } from './inbound/transport-events.listener.js';
import { ShowTimelineController } from './show-timeline/show-timeline.controller.js';
import { TimelineReader } from './show-timeline/timeline-reader.js';

@Module({
  controllers: [
    ShowTimelineController,
    DocumentListener,
    OneDocumentListener,
    DeclarationListener,
    TransportEventsListener,
    ManifestListener,
  ],
  providers: [TimelineReader],
})
export class TrackingModule {}
