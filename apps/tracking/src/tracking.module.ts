import { Module } from '@nestjs/common';
import { DeclarationListener } from './inbound/declaration.listener.js';
import { DocumentListener } from './inbound/document.listener.js';
import { ManifestListener } from './inbound/manifest.listener.js';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { TransportEventsListener } from './inbound/transport-events.listener.js';
import { ShowTimelineController } from './show-timeline/show-timeline.controller.js';
import { ForgetNews } from './tell-news/forget-news.service.js';
import { NewsReader } from './tell-news/news-reader.js';
import { TellNewsController } from './tell-news/tell-news.controller.js';
import { TimelineReader } from './show-timeline/timeline-reader.js';

@Module({
  controllers: [
    ShowTimelineController,
    TellNewsController,
    DocumentListener,
    OneDocumentListener,
    DeclarationListener,
    TransportEventsListener,
    ManifestListener,
  ],
  providers: [TimelineReader, NewsReader, ForgetNews],
})
export class TrackingModule {}
