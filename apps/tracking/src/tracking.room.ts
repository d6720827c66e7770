import type { Room } from '#room';
import { ChooseWebhookKinds1796295600000 } from './storage/choose-webhook-kinds.migration.js';
import { CreateNews1796259600000 } from './storage/create-news.migration.js';
import { CreateSteps1763900000001 } from './storage/create-steps.migration.js';
import { CreateTransportEvents1795700000000 } from './storage/create-transport-events.migration.js';
import { EventsOfASharedWaybill1796284800000 } from './storage/events-of-a-shared-waybill.migration.js';
import { EventsOfSharedDocuments1796349600000 } from './storage/events-of-shared-documents.migration.js';
import { CreateWebhooks1796266800000 } from './storage/create-webhooks.migration.js';
import { StepRow } from './storage/step.entity.js';
import { TrackingModule } from './tracking.module.js';

/** Hears every room and keeps what happened to each consignment, step by step. */
export const tracking: Room = {
  name: 'tracking',
  module: TrackingModule,
  says: [],
  routes: [/^\/v1\/one-documents\/[^/?]+\/timeline(?:[/?]|$)/, /^\/v1\/(?:news|webhooks)(?:[/?]|$)/],
  entities: [StepRow],
  migrations: [
    CreateSteps1763900000001,
    CreateTransportEvents1795700000000,
    CreateNews1796259600000,
    CreateWebhooks1796266800000,
    EventsOfASharedWaybill1796284800000,
    ChooseWebhookKinds1796295600000,
    EventsOfSharedDocuments1796349600000,
  ],
};
