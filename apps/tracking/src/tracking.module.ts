import { Module } from '@nestjs/common';
import { CallWebhooks } from './call-webhooks/call-webhooks.service.js';
import { DueWebhooks } from './call-webhooks/due-webhooks.service.js';
import { WebhookFigures } from './call-webhooks/webhook-figures.js';
import { WebhookSender } from './call-webhooks/webhook-sender.service.js';
import { DeclarationListener } from './inbound/declaration.listener.js';
import { DocumentListener } from './inbound/document.listener.js';
import { ManifestListener } from './inbound/manifest.listener.js';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { TransportEventsListener } from './inbound/transport-events.listener.js';
import { KeepWebhooksController } from './keep-webhooks/keep-webhooks.controller.js';
import { KeepWebhooks } from './keep-webhooks/keep-webhooks.service.js';
import { ShowTimelineController } from './show-timeline/show-timeline.controller.js';
import { ForgetNews } from './tell-news/forget-news.service.js';
import { NewsReader } from './tell-news/news-reader.js';
import { TellNewsController } from './tell-news/tell-news.controller.js';
import { TimelineReader } from './show-timeline/timeline-reader.js';

@Module({
  controllers: [
    ShowTimelineController,
    TellNewsController,
    KeepWebhooksController,
    DocumentListener,
    OneDocumentListener,
    DeclarationListener,
    TransportEventsListener,
    ManifestListener,
  ],
  providers: [
    TimelineReader,
    NewsReader,
    ForgetNews,
    KeepWebhooks,
    WebhookSender,
    DueWebhooks,
    WebhookFigures,
    CallWebhooks,
  ],
})
export class TrackingModule {}
