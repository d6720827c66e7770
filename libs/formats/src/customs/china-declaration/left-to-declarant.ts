import type { Bilingual, Declaration, Finding } from '#domain';
import { warning } from '../../findings.js';
import type { XmlMembers } from '../../syntax/write-xml.js';
import { TARIFF_DIGITS } from './code-lists.js';

interface Element {
  readonly place: string;
  readonly name: Bilingual;
  readonly isNeeded: (declaration: Declaration) => boolean;
}

const element = (place: string, en: string, zh: string, isNeeded: Element['isNeeded'] = () => true): Element => ({
  place,
  name: { en, zh },
  isNeeded,
});

const ofImport = ({ type }: Declaration): boolean => type === 'import';
const ofExport = ({ type }: Declaration): boolean => type === 'export';
const inContainers = ({ containers }: Declaration): boolean => containers.length > 0;
const ofDangerousGoods = ({ goodsItems }: Declaration): boolean =>
  goodsItems.some(({ dangerousGoods }) => dangerousGoods.length > 0);

/** What a declaration needs in the single window. */
const NEEDED: readonly Element[] = [
  element('DecHead/Type', 'The type of declaration, in one step or in two,', '报关单类型（一次录入或两步申报）'),
  element('DecHead/AgentCode', "The declarant's number at customs", '申报单位海关编码'),
  element('DecHead/AgentName', "The declarant's Chinese name", '申报单位名称'),
  element('DecHead/AgentCodeScc', "The declarant's unified social credit code", '申报单位统一社会信用代码'),
  element('DecHead/BillNo', 'The number of the bill or waybill', '提运单号'),
  element('DecHead/CustomMaster', 'The customs office of declaration', '申报地海关'),
  element('DecHead/CutMode', 'The nature of duty levy or exemption', '征免性质'),
  element('DecHead/DistinatePort', 'The port of call or destination', '经停港或指运港'),
  element('DecHead/GrossWet', 'The gross mass', '毛重'),
  element('DecHead/IEDate', 'The date of import', '进口日期', ofImport),
  element('DecHead/IEPort', 'The customs office of entry or exit', '进出境关别'),
  element('DecHead/NetWt', 'The net mass', '净重'),
  element('DecHead/OwnerName', 'The consuming or producing enterprise', '消费使用单位或生产销售单位'),
  element('DecHead/PackNo', 'The number of packages', '件数'),
  element('DecHead/TradeCode', "The Chinese trader's number at customs", '境内收发货人海关编码'),
  element('DecHead/TradeCountry', 'The country of departure or arrival', '启运国或运抵国'),
  element('DecHead/TradeMode', 'The supervision mode', '监管方式'),
  element('DecHead/TradeName', "The Chinese trader's Chinese name", '境内收发货人名称'),
  element('DecHead/TrafName', 'The means of transport', '运输工具名称'),
  element('DecHead/TransMode', 'The terms of the transaction', '成交方式'),
  element('DecHead/WrapType', "The kind of packages by customs' codes", '包装种类'),
  element('DecHead/EntryType', 'How the declaration is handed in', '报关单提交方式'),
  element('DecHead/CopCode', 'Who enters the declaration', '录入单位'),
  element('DecHead/TradeCoScc', "The Chinese trader's unified social credit code", '境内收发货人统一社会信用代码'),
  element('DecHead/PromiseItmes', 'The statements on special relations and prices', '承诺事项'),
  element('DecHead/TradeAreaCode', 'The trading country', '贸易国'),
  element('DecHead/DespPortCode', 'The port of departure', '启运港', ofImport),
  element('DecHead/EntyPortCode', 'The port of entry or exit', '入境或离境口岸'),
  element('DecHead/GoodsPlace', 'Where the goods are kept', '货物存放地点', ofImport),
  element('DecHead/OverseasConsignorEname', 'The foreign consignor', '境外发货人', ofImport),
  element('DecHead/OverseasConsigneeEname', 'The foreign consignee', '境外收货人', ofExport),
  element('DecLists/DecList/CodeTS', 'The tariff number', '商品编号'),
  element('DecLists/DecList/DeclPrice', 'The unit price', '单价'),
  element('DecLists/DecList/DutyMode', 'The duty mode', '征免方式'),
  element('DecLists/DecList/GModel', 'The specification by the elements of declaration', '规格型号（申报要素）'),
  element('DecLists/DecList/GName', 'The Chinese name of the goods', '商品名称'),
  element('DecLists/DecList/OriginCountry', 'The country of origin', '原产国'),
  element('DecLists/DecList/TradeCurr', 'The currency', '币制'),
  element('DecLists/DecList/DeclTotal', 'The total price', '总价'),
  element('DecLists/DecList/GQty', 'The quantity sold', '成交数量'),
  element('DecLists/DecList/FirstQty', 'The quantity in the first statutory unit', '法定第一数量'),
  element('DecLists/DecList/GUnit', 'The unit of the quantity sold', '成交计量单位'),
  element('DecLists/DecList/FirstUnit', 'The first statutory unit', '法定第一计量单位'),
  element('DecLists/DecList/DestinationCountry', 'The country of final destination', '最终目的国'),
  element('DecLists/DecList/DangName', 'The name of the dangerous goods', '危险货物名称', ofDangerousGoods),
  element('DecLists/DecList/DangPackType', 'The packing group', '危包类别', ofDangerousGoods),
  element('DecLists/DecList/DangPackSpec', 'The packaging of the dangerous goods', '危包规格', ofDangerousGoods),
  element('DecLists/DecList/DistrictCode', 'The Chinese place of destination or source', '境内目的地或境内货源地'),
  element('DecContainers/Container/ContainerMd', "The kind of container by customs' codes", '集装箱规格', inContainers),
  element(
    'DecContainers/Container/LclFlag',
    'Whether the container holds goods of several shippers',
    '拼箱标识',
    inContainers,
  ),
  element('DecContainers/Container/ContainerWt', 'The tare of the container', '集装箱自重', inContainers),
  element('DecFreeTxt/VoyNo', 'The number of the voyage', '航次号'),
  element('DecSign/Sign', "The signature with the declarant's card", '操作员卡签名'),
];

/** What is lacking in the message, each element once, and tariff numbers that are not complete. */
export function leftToDeclarant(message: XmlMembers, declaration: Declaration): Finding[] {
  const lacking = NEEDED.filter(({ isNeeded, place }) => isNeeded(declaration) && isLacking(message, place.split('/')));
  const short = declaration.goodsItems.flatMap(({ hsCode }, index) =>
    hsCode !== undefined && hsCode.length < TARIFF_DIGITS ? [shortTariffNumber(index, hsCode)] : [],
  );
  return [...lacking.map(({ place, name }) => toBeCompleted(`/DecMessage/${place}`, name)), ...short];
}

/** Of what repeats: in one of them. */
function isLacking(part: XmlMembers[string], [name, ...inside]: readonly string[]): boolean {
  if (part === undefined || name === undefined) return part === undefined;
  const groups = (Array.isArray(part) ? part : [part]) as readonly XmlMembers[];
  return groups.some((group) => isLacking(group[name], inside));
}

const toBeCompleted = (path: string, { en, zh }: Bilingual): Finding =>
  warning({
    code: 'DECLARATION.TO_BE_COMPLETED',
    path,
    en: `${en} is for the declarant to complete: the declaration does not say it.`,
    zh: `${zh}请由申报单位补填：报关单内容中没有此项。`,
  });

const shortTariffNumber = (index: number, hsCode: string): Finding =>
  warning({
    code: 'DECLARATION.TO_BE_COMPLETED',
    path: `/goodsItems/${index}/hsCode`,
    en: `The tariff number is for the declarant to complete: customs takes ${TARIFF_DIGITS} digits, ${hsCode} is known.`,
    zh: `商品编号请由申报单位补填：海关要求 ${TARIFF_DIGITS} 位，目前已知 ${hsCode}。`,
  });
