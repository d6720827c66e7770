import { topics } from '#contracts';
import type { Room } from '#room';
import { CommoditiesModule } from './commodities.module.js';
import { CreateCommoditiesTables1764100000000 } from './storage/create-commodities-tables.migration.js';
import { ResolutionRow } from './storage/resolution.entity.js';
import { UnsettledGoodsRow } from './storage/unsettled-goods.entity.js';

/** People settle here what no table settles about the two names of goods. */
export const commodities: Room = {
  name: 'commodities',
  module: CommoditiesModule,
  says: [topics.goodsResolved, topics.crosswalkChanged],
  routes: [/^\/v1\/commodities(?:[/?]|$)/],
  entities: [ResolutionRow, UnsettledGoodsRow],
  migrations: [CreateCommoditiesTables1764100000000],
};
