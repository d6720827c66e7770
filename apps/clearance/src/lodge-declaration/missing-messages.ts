import type { Bilingual, DeclarationType } from '#domain';

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
    'No leg crosses the border in the direction declared: an export begins in China and leaves it, an import enters China and ends there, a transit enters China and leaves it again. Where a bill names a place of receipt or of delivery, the journey begins or ends there. Send the document of that leg; it gives the means of transport and the places of loading and discharge.',
    '没有按申报方向出入境的运输段：出口须从中国起运并出境，进口须进境并以中国为目的地，过境须进境后再出境；提单载明收货地或交货地的，以其为起讫地。请发送该段的运输单证，其中载明运输工具、装货地和卸货地。',
  ),
  exitCrossing: said(
    'No leg leaves China after the one that enters it, though the journey ends abroad. Send a document that names the places of that leg.',
    '货物运往境外，但没有进境之后再出境的运输段。请发送载明该段装货地和卸货地的单证。',
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
  'A leg begins or ends at a place whose country no document tells, so it is not known whether this is an export, an import or a transit. Send a document that gives the UN/LOCODE of that place.',
  '有运输段的起点或终点未载明所属国家，无法判断货物是出口、进口还是过境。请发送载明该地点 UN/LOCODE 的单证。',
);

/** Instead of that for `borderCrossing` where the ends of the journey say that the goods go another way. */
export const DECLARE_AS: Readonly<Record<DeclarationType, Bilingual>> = {
  export: said(
    'As the documents have it, the journey begins in China and ends abroad: this is an export. Declare it with type export, or send the document by which the goods come from abroad.',
    '按现有单证，货物从中国起运，运往境外，属于出口。请以类型 export 申报；货物来自境外的，请发送其进境段的单证。',
  ),
  import: said(
    'As the documents have it, the journey begins abroad and ends in China: this is an import. Declare it with type import, or send the document by which the goods go on abroad.',
    '按现有单证，货物从境外起运，运至中国，属于进口。请以类型 import 申报；货物继续运往境外的，请发送其出境段的单证。',
  ),
  transit: said(
    'The journey begins and ends abroad: this is neither an export nor an import. Goods that pass through China by land are declared with type transit.',
    '货物从境外起运，运往境外，既非出口，也非进口。经中国境内陆路运输过境的，请以类型 transit 申报。',
  ),
};

/** Instead of that for `borderCrossing` where no leg between the ship that comes and the ship that goes is by land. */
export const TRANSSHIPMENT = said(
  'The goods come to China and leave it by water, with no carriage by land between: this is a transshipment (转运), not a transit (过境), and is not declared here. Its carrier reports it to customs with the manifests of the two voyages. If the goods do go by land in China, send the waybill of that leg.',
  '货物经水路进境，又经水路出境，其间没有境内陆路运输，属于转运，而非过境，不在此申报；由承运人以进出境两个航次的舱单向海关报告。货物确有境内陆路运输的，请发送该段的运单。',
);

/** Instead of that for `borderCrossing` where no leg begins or ends in China, and this is the first that may pass through it by land. */
export const PLACE_AT_THE_BORDER = said(
  'No document names a place in China, so it is not known where this leg enters China and leaves it. Send a document that divides it there: one leg ends at a place in China, and a later one begins there.',
  '各单证均未载明中国境内的地点，无法得知该运输段从何处进境、从何处出境。请发送在境内地点分段的单证：一段止于中国境内，其后一段从境内起运。',
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
