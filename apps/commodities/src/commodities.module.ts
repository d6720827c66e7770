import { Module } from '@nestjs/common';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { UnsettledGoodsController } from './list-unsettled-goods/unsettled-goods.controller.js';
import { LookUpGoodsController } from './look-up-goods/look-up-goods.controller.js';
import { ResolveGoodsController } from './resolve-goods/resolve-goods.controller.js';
import { ResolveGoodsService } from './resolve-goods/resolve-goods.service.js';
import { ResolutionReader } from './storage/resolution-reader.js';

@Module({
  controllers: [ResolveGoodsController, LookUpGoodsController, UnsettledGoodsController, OneDocumentListener],
  providers: [ResolveGoodsService, ResolutionReader],
})
export class CommoditiesModule {}
