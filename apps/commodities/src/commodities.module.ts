import { Module } from '@nestjs/common';
import { ExportCrosswalkController } from './export-crosswalk/export-crosswalk.controller.js';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { TablesListener } from './inbound/tables.listener.js';
import { UnsettledGoodsController } from './list-unsettled-goods/unsettled-goods.controller.js';
import { BeginWaitingTables } from './load-tables/begin-waiting-tables.service.js';
import { LoadTablesController } from './load-tables/load-tables.controller.js';
import { LoadTables } from './load-tables/load-tables.service.js';
import { ReadKeptTable } from './load-tables/read-kept-table.service.js';
import { TablesInForce } from './load-tables/tables-in-force.js';
import { CrosswalkModel } from './look-up-goods/crosswalk-model.js';
import { LookUpGoodsController } from './look-up-goods/look-up-goods.controller.js';
import { LookUpManyController } from './look-up-many/look-up-many.controller.js';
import { ResolveGoodsController } from './resolve-goods/resolve-goods.controller.js';
import { ResolveGoodsService } from './resolve-goods/resolve-goods.service.js';
import { ResolutionReader } from './storage/resolution-reader.js';

@Module({
  controllers: [
    ResolveGoodsController,
    LookUpGoodsController,
    LookUpManyController,
    ExportCrosswalkController,
    UnsettledGoodsController,
    LoadTablesController,
    OneDocumentListener,
    TablesListener,
  ],
  providers: [
    ResolveGoodsService,
    ResolutionReader,
    CrosswalkModel,
    LoadTables,
    ReadKeptTable,
    TablesInForce,
    BeginWaitingTables,
  ],
})
export class CommoditiesModule {}
