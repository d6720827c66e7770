import type { Bilingual } from '#domain';

const said = (en: string, zh: string): Bilingual => ({ en, zh });

/** What to do about each thing a declaration can lack. */
export const MISSING_MESSAGES = {
  consignor: said(
    'No document names the consignor. Send one that does.',
    '各单证均未写明发货人。请发送写明发货人的单证。',
  ),
  consignee: said(
    'No document names a consignee or says TO ORDER. Send one that does.',
    '各单证均未写明收货人，也未注明“凭指示”。请发送写明收货人的单证。',
  ),
  borderCrossing: said(
    'No leg crosses the border in the direction declared: an export begins in China and leaves it, an import ends in China. Where a bill names a place of receipt or of delivery, the journey begins or ends there. Send the document of that leg; it gives the means of transport and the places of loading and discharge.',
    '没有按申报方向出入境的运输段：出口须从中国起运并出境，进口须以中国为目的地；提单载明收货地或交货地的，以其为起讫地。请发送该段的运输单证，其中载明运输工具、装货地和卸货地。',
  ),
  borderMeansOfTransport: said(
    'The means of transport over the border is not known. Send a document that gives vessel and voyage, or the train or wagons.',
    '出入境运输工具不明。请发送载明船名航次或车次、车号的单证。',
  ),
  borderTransportDocument: said(
    'The leg over the border rests on no document in force. Send its bill of lading or consignment note.',
    '出入境运输段没有有效单证。请发送该段的提单或运单。',
  ),
  placeOfLoading: said(
    'The place of loading of the leg over the border is not named. Send a document that names it.',
    '出入境运输段的装货地不明。请发送写明装货地的单证。',
  ),
  placeOfDischarge: said(
    'The place of discharge of the leg over the border is not named. Send a document that names it.',
    '出入境运输段的卸货地不明。请发送写明卸货地的单证。',
  ),
  goodsItems: said(
    'The record has no goods. Send the document that lists them.',
    '记录中没有货物。请发送列明货物的单证。',
  ),
  railName: said(
    'The goods have no rail name yet; a declaration carries both names. Send the rail waybill, or let a broker settle it.',
    '货物尚无铁路品名；申报须一货两标。请发送铁路运单，或由报关人员确定。',
  ),
  customsName: said(
    'The goods have no customs name. Send a document that gives one, or let a broker settle it.',
    '货物没有报关品名。请发送写明报关品名的单证，或由报关人员确定。',
  ),
  hsCode: said(
    'The HS code is not certain. Send a document that states it, or let a broker choose among the candidates.',
    'HS 编码未确定。请发送写明 HS 编码的单证，或由报关人员在候选编码中确定。',
  ),
  packages: said(
    'The number of packages is not known. Send a document that gives it.',
    '件数不明。请发送写明件数的单证。',
  ),
  grossMassKg: said('The gross mass is not known. Send a document that gives it.', '毛重不明。请发送写明毛重的单证。'),
} as const satisfies Record<string, Bilingual>;

/** Instead of that for `borderCrossing` where a leg begins or ends nobody knows in which country. */
export const CODE_PLACES = said(
  'A leg begins or ends at a place whose country no document tells, so it is not known whether the goods leave China, enter it or only pass through. Send a document that gives the UN/LOCODE of that place.',
  '有运输段的起点或终点未载明所属国家，无法判断货物是出境、入境还是过境。请发送载明该地点 UN/LOCODE 的单证。',
);

/** Instead of that for `hsCode` where the crosswalk is sure of its first candidate. */
export const ACCEPT_HS_CODE = said(
  'The HS code is not settled, and one candidate is sure enough to work with. Let a forwarder, broker or customs accept it in the queue (POST /v1/commodities/queue/{record}/{item}/accept), or send a document that states the code.',
  'HS 编码尚未确定，但已有足够可靠的候选。请由货代、报关行或海关在待确认列表中采纳（POST /v1/commodities/queue/{记录}/{货物项}/accept），或发送写明编码的单证。',
);

/** Instead of that for `railName` where the crosswalk is sure of the name it found. */
export const ACCEPT_RAIL_NAME = said(
  'The rail name is not settled, and the one in the record is sure enough to work with. Let a forwarder, broker or customs accept it in the queue (POST /v1/commodities/queue/{record}/{item}/accept), or send the rail waybill.',
  '铁路品名尚未确定，但记录中的品名已足够可靠。请由货代、报关行或海关在待确认列表中采纳（POST /v1/commodities/queue/{记录}/{货物项}/accept），或发送铁路运单。',
);

export type MissingField = keyof typeof MISSING_MESSAGES;
