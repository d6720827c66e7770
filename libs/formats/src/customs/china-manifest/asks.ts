import type { Bilingual } from '#domain';

const said = (en: string, zh: string): Bilingual => ({ en, zh });

/** What to do about each thing that a manifest can lack. */
export const ASKS = {
  messageId: said(
    'Give the message a number of your own: letters, digits, - _ . @, never used before.',
    '请为报文编一个未曾使用的编号，仅限字母、数字及 - _ . @。',
  ),
  senderId: said(
    'Give senderId, the code under which customs knows you.',
    '请填写 senderId，即您在海关备案的发送方代码。',
  ),
  receiverId: said('Give receiverId, the customs system that receives it.', '请填写 receiverId，即接收方代码。'),
  customsOffice: said(
    'No customs office is named. Give customsOffice, four digits.',
    '未填写关区代码。请在 customsOffice 中填写四位关区代码。',
  ),
  transmitter: said(
    'The transmitter of the manifest is not named. Give transmitterId as registered with customs.',
    '未填写舱单传输人。请在 transmitterId 中填写其海关备案代码。',
  ),
  carrier: said(
    'The carrier has no code in the record. Send a document that gives it, or give carrierId.',
    '记录中没有承运人代码。请发送写明该代码的单证，或填写 carrierId。',
  ),
  journey: said(
    'The voyage or train over the border is not known. Send a document that gives it.',
    '出入境航次或车次不明。请发送写明航次或车次的单证。',
  ),
  leg: said(
    'No leg of this mode crosses the border of China in this direction. Choose another mode or type, or send the document of that leg.',
    '没有以此运输方式按此方向出入境的运输段。请改选运输方式或进出口，或发送该段的单证。',
  ),
  transportDocument: said(
    'The leg over the border rests on no single document in force. Send its bill of lading or waybill.',
    '出入境运输段没有唯一的有效单证。请发送该段的提单或运单。',
  ),
  sharedDocument: said(
    'The waybill over the border is over the goods of other records too, and this record knows its part alone. Send its manifest from the record of its own, which consolidates this one.',
    '出入境运输段的运单还涵盖其他记录的货物，本记录只含其中一部分。请以该运单自身的记录（其 consolidates 含本记录）发送舱单。',
  ),
  houseBill: said(
    'The bill over the border is a house bill, and the message has no place for the number of its master bill. Send the manifest from the master bill itself.',
    '出入境运输段的提单为分提单，而本报文没有填写总提单号的位置。请依据总提单原件发送其舱单。',
  ),
  packages: said(
    'The number of packages is not known. Send a document that gives it.',
    '总件数不明。请发送写明件数的单证。',
  ),
  grossMass: said('The gross mass is not known. Send a document that gives it.', '总毛重不明。请发送写明毛重的单证。'),
  goods: said('The record has no goods. Send the document that lists them.', '记录中没有货物。请发送列明货物的单证。'),
  cargoDescription: said(
    'The goods are not described. Send a document that names them, or let a broker settle the name.',
    '缺少货物描述。请发送写明品名的单证，或由报关人员确定。',
  ),
  itemMass: said(
    'The gross mass of a goods item is not known. Send a document that gives it.',
    '该项货物毛重不明。请发送写明毛重的单证。',
  ),
  itemPackages: said(
    'The packages of a goods item are not known. Send a document that gives them.',
    '该项货物件数不明。请发送写明件数的单证。',
  ),
  consignor: said(
    'No document names the consignor. Send one that does.',
    '各单证均未写明发货人。请发送写明发货人的单证。',
  ),
  consignee: said(
    'No document names a consignee or says TO ORDER. Send one that does.',
    '各单证均未写明收货人，也未注明“凭指示”。请发送写明收货人的单证。',
  ),
  partyName: said('The party has no name. Send a document that names it.', '当事方没有名称。请发送写明其名称的单证。'),
  notifyParty: said(
    'The goods are to order, so customs needs a notify party. Send a document that names one.',
    '收货人为凭指示，须有通知人。请发送写明通知人的单证。',
  ),
  dangerousGoodsContact: said(
    'The goods are dangerous and nobody is named to answer for them. Send a document with a contact of the consignor.',
    '货物为危险品，但没有联系人。请发送写明发货人联系人的单证。',
  ),
  loadingPlace: said(
    'The place of loading has no UN/LOCODE. Send a document that gives it.',
    '装货地没有 UN/LOCODE。请发送写明该代码的单证。',
  ),
  unloadingPlace: said(
    'The place of unloading has no UN/LOCODE. Send a document that gives it.',
    '卸货地没有 UN/LOCODE。请发送写明该代码的单证。',
  ),
} as const satisfies Record<string, Bilingual>;
