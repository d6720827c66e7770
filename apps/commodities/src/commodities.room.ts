import { topics } from '#contracts';
import type { Room } from '#room';
import { CommoditiesModule } from './commodities.module.js';
import { CreateCommoditiesTables1764100000000 } from './storage/create-commodities-tables.migration.js';
import { FoundByWhoSeesThem1796328000000 } from './storage/found-by-who-sees-them.migration.js';
import { PartySettingsRow } from './storage/party-settings.entity.js';
import { RefusedCandidatesRow } from './storage/refused-candidates.entity.js';
import { ResolutionUseRow } from './storage/resolution-use.entity.js';
import { ResolutionRow } from './storage/resolution.entity.js';
import { RoutesOfResolutions1795755600000 } from './storage/routes-of-resolutions.migration.js';
import { StandingOfDeclarations1796277600000 } from './storage/standing-of-declarations.migration.js';
import { TableEditionRow } from './storage/table-edition.entity.js';
import { UnsettledGoodsRow } from './storage/unsettled-goods.entity.js';

/** People settle here what no table settles about the two names of goods. */
export const commodities: Room = {
  name: 'commodities',
  module: CommoditiesModule,
  says: [topics.goodsResolved, topics.tableReceived, topics.crosswalkChanged],
  routes: [/^\/v1\/commodities(?:[/?]|$)/],
  otherBodies: [
    { types: ['text/csv'], at: /^\/v1\/commodities\/tables\/[^/]+\/editions/, maxBytes: 16 * 1024 * 1024 },
    { types: ['application/x-ndjson'], at: /^\/v1\/commodities\/crosswalk/, maxBytes: 16 * 1024 * 1024 },
  ],
  entities: [
    ResolutionRow,
    ResolutionUseRow,
    PartySettingsRow,
    UnsettledGoodsRow,
    RefusedCandidatesRow,
    TableEditionRow,
  ],
  migrations: [
    CreateCommoditiesTables1764100000000,
    RoutesOfResolutions1795755600000,
    StandingOfDeclarations1796277600000,
    FoundByWhoSeesThem1796328000000,
  ],
};
