import type { Finding } from '#domain';
import { checkCountry } from '../../checks/country-checks.js';
import { checkUnLocode } from '../../checks/place-checks.js';
import { checkEquipment } from './equipment-checks.js';
import { warning } from './findings.js';
import { checkGoods } from './goods-checks.js';
import { checkReefers } from './reefers.js';
import { checkTimes } from './time-checks.js';
import { checkTotals } from './total-checks.js';
import type { RailWaybill, Station, WaybillParty } from './tree.types.js';

/** What the schema cannot say. Errors: times that cannot be; the rest are warnings. */
export const check = (waybill: RailWaybill): Finding[] => [
  ...checkTimes(waybill),
  ...[waybill.DispatchStation, waybill.ArrivalStation].flatMap(checkStation),
  ...[waybill.Consignor, waybill.Consignee, ...waybill.Agent, ...(waybill.Carrier ? [waybill.Carrier] : [])].flatMap(
    checkParty,
  ),
  ...checkEquipment(waybill),
  ...checkReefers(waybill),
  ...waybill.GoodsItem.flatMap(checkGoods),
  ...checkTotals(waybill),
];

const checkStation = ({ TmisCode, TelegraphCode, UnLocode, path }: Station): Finding[] => [
  ...(TmisCode === undefined && TelegraphCode === undefined ? [noStationCode(path)] : []),
  ...(UnLocode === undefined ? [] : checkUnLocode(UnLocode, `${path}/UnLocode`)),
];

const checkParty = ({ Address: address }: WaybillParty): Finding[] =>
  address?.CountryCode === undefined ? [] : checkCountry(address.CountryCode, `${address.path}/CountryCode`);

const noStationCode = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.NO_STATION_CODE',
    path,
    en: 'The station has neither a TMIS nor a telegraph code, so it is known by its name only. Add one of the codes.',
    zh: '车站没有 TMIS 码或电报码，只能按站名识别。请补充其中一种代码。',
  });
