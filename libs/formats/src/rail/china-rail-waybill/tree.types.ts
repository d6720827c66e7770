import type * as form from './form.js';
import type { TreeOf } from './form-language.js';

/** The form in its own words, read from the table in `form.ts`; each element's meaning stands in the published XSD. */
export type RailWaybill = TreeOf<typeof form.RAIL_WAYBILL>;
export type Station = TreeOf<typeof form.STATION>;
export type WaybillParty = TreeOf<typeof form.PARTY>;
export type PartyAddress = TreeOf<typeof form.ADDRESS>;
export type Transport = TreeOf<typeof form.TRANSPORT>;
export type WaybillWagon = TreeOf<typeof form.WAGON>;
export type WaybillContainer = TreeOf<typeof form.CONTAINER>;
export type GoodsItem = TreeOf<typeof form.GOODS_ITEM>;
export type WaybillDangerousGoods = TreeOf<typeof form.DANGEROUS_GOODS>;
export type Split = TreeOf<typeof form.SPLIT>;
export type References = TreeOf<typeof form.REFERENCES>;
