import { Module } from '@nestjs/common';
import { ExportCrosswalkController } from './export-crosswalk/export-crosswalk.controller.js';
import { AdoptResolutionController } from './adopt-resolution/adopt-resolution.controller.js';
import { ConfirmResolutionController } from './confirm-resolution/confirm-resolution.controller.js';
import { ConfirmResolution } from './confirm-resolution/confirm-resolution.service.js';
import { DeclarationListener } from './inbound/declaration.listener.js';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { TablesListener } from './inbound/tables.listener.js';
import { BeginWaitingTables } from './load-tables/begin-waiting-tables.service.js';
import { LoadTablesController } from './load-tables/load-tables.controller.js';
import { LoadTables } from './load-tables/load-tables.service.js';
import { ReadKeptTable } from './load-tables/read-kept-table.service.js';
import { TablesInForce } from './load-tables/tables-in-force.js';
import { CrosswalkModel } from './look-up-goods/crosswalk-model.js';
import { LookUpGoodsController } from './look-up-goods/look-up-goods.controller.js';
import { LookUpManyController } from './look-up-many/look-up-many.controller.js';
import { ResolutionRegister } from './resolve-goods/resolution-register.service.js';
import { ResolveGoodsController } from './resolve-goods/resolve-goods.controller.js';
import { RevokeResolutionController } from './revoke-resolution/revoke-resolution.controller.js';
import { RevokeResolution } from './revoke-resolution/revoke-resolution.service.js';
import { FourEyes } from './settings-of-a-party/four-eyes.service.js';
import { SettingsController } from './settings-of-a-party/settings.controller.js';
import { ShowUsesController } from './show-uses/show-uses.controller.js';
import { ResolutionReader } from './storage/resolution-reader.js';
import { DecideOnGoods } from './work-the-queue/decide-on-goods.service.js';
import { QueueReader } from './work-the-queue/queue-reader.js';
import { QueueController } from './work-the-queue/queue.controller.js';
import { RefuseCandidates } from './work-the-queue/refuse-candidates.service.js';

@Module({
  controllers: [
    ResolveGoodsController,
    LookUpGoodsController,
    LookUpManyController,
    ExportCrosswalkController,
    QueueController,
    SettingsController,
    ConfirmResolutionController,
    RevokeResolutionController,
    AdoptResolutionController,
    ShowUsesController,
    LoadTablesController,
    OneDocumentListener,
    DeclarationListener,
    TablesListener,
  ],
  providers: [
    ResolutionRegister,
    FourEyes,
    ConfirmResolution,
    RevokeResolution,
    QueueReader,
    DecideOnGoods,
    RefuseCandidates,
    ResolutionReader,
    CrosswalkModel,
    LoadTables,
    ReadKeptTable,
    TablesInForce,
    BeginWaitingTables,
  ],
})
export class CommoditiesModule {}
