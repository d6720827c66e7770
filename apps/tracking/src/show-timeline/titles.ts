import type { Bilingual, Place, SchemedCode, TransportEventKind, TransportMode } from '#domain';
import type { Step, StepKind } from '../take-steps/step.js';

const TITLES: Readonly<Record<Exclude<StepKind, `leg.${string}` | `event.${string}`>, Bilingual>> = {
  'document.received': { en: 'Document received', zh: '收到单证' },
  'document.accepted': { en: 'Document checked and accepted', zh: '单证审核通过' },
  'record.documentAdded': { en: 'Document joined to the record', zh: '单证归入一单记录' },
  'record.documentReplaced': { en: 'Document replaced by a newer one', zh: '单证已由新版替换' },
  'record.documentCancelled': { en: 'Document cancelled', zh: '单证已作废' },
  'record.sharingChanged': {
    en: 'Sharing of a document with other records changed',
    zh: '与其他记录共用单证的情况已变更',
  },
  'record.candidatesChanged': {
    en: 'The records that it may belong to changed',
    zh: '可能归入的记录有变更',
  },
  'record.joinConfirmed': { en: 'Join confirmed by a party', zh: '单证归并已由当事方确认' },
  'record.merged': { en: 'Records merged', zh: '一单记录已合并' },
  'record.goodsNamed': { en: 'Goods named', zh: '货物品名已确定' },
  'record.mandateGiven': { en: 'Broker mandated to declare', zh: '已委托报关行报关' },
  'record.mandateRevoked': { en: "Broker's mandate revoked", zh: '报关委托已撤销' },
  'manifest.sent': { en: 'Manifest sent to customs', zh: '舱单已向海关发送' },
  'manifest.accepted': { en: 'Manifest accepted by customs', zh: '海关已接受舱单' },
  'manifest.manualReview': { en: 'Manifest under manual review by customs', zh: '舱单待海关人工审核' },
  'manifest.rejected': { en: 'Manifest rejected by customs', zh: '海关不接受舱单' },
  'manifest.released': { en: 'Bill released by customs', zh: '提（运）单放行' },
  'manifest.loadingRefused': { en: 'Loading refused by customs', zh: '海关拒绝装载' },
  'manifest.unloadingForbidden': { en: 'Unloading forbidden by customs', zh: '海关禁止卸货' },
  'manifest.withdrawn': { en: 'Manifest taken back, with customs’ consent', zh: '舱单已删除，海关已接受' },
  'declaration.lodged': { en: 'Declaration lodged with customs', zh: '已向海关申报' },
  'declaration.accepted': { en: 'Declaration accepted by customs', zh: '海关已接受申报' },
  'declaration.rejected': { en: 'Declaration rejected by customs', zh: '海关退单' },
  'declaration.inspection': { en: 'Inspection ordered by customs', zh: '海关要求查验' },
  'declaration.released': { en: 'Goods released by customs', zh: '海关放行' },
  'declaration.cancelled': { en: 'Declaration cancelled by customs', zh: '海关已撤销报关单' },
  'declaration.outdated': { en: 'The record is no longer what was declared', zh: '记录与已申报内容不再一致' },
  'declaration.amendmentRequested': { en: 'Amendment of the declaration asked for', zh: '已申请修改报关单' },
  'declaration.cancellationRequested': { en: 'Cancellation of the declaration asked for', zh: '已申请撤销报关单' },
  'declaration.requestRefused': { en: 'Request refused by customs', zh: '海关不予批准申请' },
  'declaration.amended': { en: 'Declaration amended with customs’ consent', zh: '海关已批准修改报关单' },
  'declaration.noted': { en: 'Receipt of customs', zh: '海关回执' },
};

const LEG_TITLES: Readonly<Record<'leg.departure' | 'leg.arrival', Readonly<Record<TransportMode, Bilingual>>>> = {
  'leg.departure': {
    rail: { en: 'Departure by rail', zh: '铁路发车' },
    sea: { en: 'Departure by sea', zh: '船舶离港' },
    road: { en: 'Departure by road', zh: '公路发运' },
    inlandWaterway: { en: 'Departure by inland waterway', zh: '内河船离港' },
  },
  'leg.arrival': {
    rail: { en: 'Arrival by rail', zh: '铁路到达' },
    sea: { en: 'Arrival by sea', zh: '船舶抵港' },
    road: { en: 'Arrival by road', zh: '公路到达' },
    inlandWaterway: { en: 'Arrival by inland waterway', zh: '内河船抵港' },
  },
};

const EVENT_TITLES: Readonly<Record<TransportEventKind, Bilingual>> = {
  gateIn: { en: 'Gate in', zh: '进场(进闸)' },
  gateOut: { en: 'Gate out', zh: '出场(出闸)' },
  loaded: { en: 'Loaded', zh: '装载' },
  discharged: { en: 'Discharged', zh: '卸下' },
  departed: { en: 'Departed', zh: '离开' },
  arrived: { en: 'Arrived', zh: '到达' },
  stuffed: { en: 'Stuffed', zh: '装箱' },
  stripped: { en: 'Stripped', zh: '拆箱' },
  pickedUp: { en: 'Picked up', zh: '提箱' },
  droppedOff: { en: 'Dropped off', zh: '还箱' },
  received: { en: 'Received for carriage', zh: '承运人收货' },
  delivered: { en: 'Delivered', zh: '交付收货人' },
  inspected: { en: 'Inspected', zh: '查验' },
  resealed: { en: 'Resealed', zh: '重新施封' },
  customsHold: { en: 'Held by customs', zh: '海关暂扣' },
  customsReleased: { en: 'Released by customs', zh: '海关放行' },
  documentStatus: { en: 'Document status', zh: '单证状态' },
  other: { en: 'Status reported', zh: '状态报告' },
};

export const STEP_KINDS = [
  ...Object.keys(TITLES),
  ...Object.keys(LEG_TITLES),
  ...Object.keys(EVENT_TITLES).map((own) => `event.${own}`),
] as readonly StepKind[];

/** What a step is called, in both languages; a departure, arrival or reported event with its place, a step of a declaration with the words of customs' receipt and customs' number. */
export function titleOf({ kind, details }: Pick<Step, 'kind' | 'details'>): Bilingual {
  if (isEvent(kind)) return eventTitle(kind, details);
  if (kind !== 'leg.departure' && kind !== 'leg.arrival') return withWords(TITLES[kind], details);
  const { mode, place } = details as { mode: TransportMode; place: Place };
  const title = LEG_TITLES[kind][mode];
  return { en: `${title.en}: ${placeName(place, 'en')}`, zh: `${title.zh}:${placeName(place, 'zh')}` };
}

const CUSTOMS_NUMBER: Bilingual = { en: "customs' number", zh: '海关编号' };

function withWords({ en, zh }: Bilingual, details: Step['details']): Bilingual {
  const { channel, customsNumber } = details as {
    readonly channel?: { readonly text: Bilingual };
    readonly customsNumber?: string;
  };
  const about = (language: keyof Bilingual): string[] => [
    ...(channel ? [channel.text[language]] : []),
    ...(customsNumber === undefined ? [] : [`${CUSTOMS_NUMBER[language]} ${customsNumber}`]),
  ];
  return { en: titled(en, ': ', about('en')), zh: titled(zh, ':', about('zh')) };
}

const isEvent = (kind: StepKind): kind is `event.${TransportEventKind}` => kind.startsWith('event.');

/** `Gate in: CNQZH, YDAU2005308`; a status that has no words of ours with its code. */
function eventTitle(kind: `event.${TransportEventKind}`, details: Step['details']): Bilingual {
  const { place, equipment, code } = details as {
    readonly place?: Place;
    readonly equipment?: { readonly number: string };
    readonly code: SchemedCode;
  };
  const own = kind.slice('event.'.length) as TransportEventKind;
  const { en, zh } = EVENT_TITLES[own];
  const status = own === 'other' || own === 'documentStatus' ? ` ${code.code}` : '';
  const about = (language: keyof Bilingual): string[] => [
    ...(place ? [placeName(place, language)] : []),
    ...(equipment ? [equipment.number] : []),
  ];
  return { en: titled(`${en}${status}`, ': ', about('en')), zh: titled(`${zh}${status}`, ':', about('zh')) };
}

const titled = (title: string, colon: string, about: readonly string[]): string =>
  about.length === 0 ? title : `${title}${colon}${about.join(', ')}`;

/** In the language if the place has a name in it, else the code that everybody reads. */
const placeName = ({ names, unLocode, stationCode }: Place, language: keyof Bilingual): string =>
  names.find((name) => name.language === language)?.text ?? unLocode ?? names[0]?.text ?? stationCode ?? '?';
