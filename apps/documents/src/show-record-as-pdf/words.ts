import type {
  BillLevel,
  Bilingual,
  Change,
  DocumentKind,
  JoinEvidence,
  Join,
  Naming,
  OneDocumentState,
  PartyRole,
  ReferenceType,
  SourceDocument,
  TransportMode,
} from '#domain';

type Words<Code extends string> = Readonly<Record<Code, Bilingual>>;

export const STATES: Words<OneDocumentState> = {
  open: { zh: '有效', en: 'Open' },
  unjoined: { zh: '待确认归并', en: 'Waits to be joined' },
  merged: { zh: '已并入他单', en: 'Merged into another' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
};

export const CHANGES: Words<Change['kind']> = {
  documentAdded: { zh: '新增单证', en: 'Document added' },
  documentReplaced: { zh: '单证更新', en: 'Document replaced' },
  documentCancelled: { zh: '单证撤销', en: 'Document cancelled' },
  candidatesChanged: { zh: '可归并的记录变更', en: 'Other records that it may belong to' },
  sharingChanged: { zh: '共用单证变更', en: 'Sharing of a document changed' },
  joinConfirmed: { zh: '归并已确认', en: 'Join confirmed' },
  merged: { zh: '记录归并', en: 'Records merged' },
  goodsNamed: { zh: '品名已确定', en: 'Goods named' },
  mandateGiven: { zh: '委托报关', en: 'Broker mandated' },
  mandateRevoked: { zh: '撤销报关委托', en: "Broker's mandate revoked" },
};

export const JOINS: Words<Join['result']> = {
  single: { zh: '单程单证', en: 'Stands alone' },
  joined: { zh: '已归并', en: 'Joined' },
  unjoined: { zh: '未归并', en: 'Not joined' },
};

export const EVIDENCE: Words<JoinEvidence['by']> = {
  container: { zh: '箱号', en: 'Container' },
  booking: { zh: '订舱号', en: 'Booking' },
  transportDocument: { zh: '运输单证号', en: 'Transport document' },
  throughDocument: { zh: '全程单证号', en: 'Through document' },
  consignmentReference: { zh: '托运参考号', en: 'Consignment reference' },
  confirmation: { zh: '人工确认', en: 'Confirmed by' },
};

export const KINDS: Words<DocumentKind> = {
  railWaybill: { zh: '铁路运单', en: 'Rail waybill' },
  billOfLading: { zh: '提单', en: 'Bill of lading' },
  seaWaybill: { zh: '海运单', en: 'Sea waybill' },
  multimodalDocument: { zh: '多式联运单证', en: 'Multimodal transport document' },
  shippingInstruction: { zh: '托运指示', en: 'Shipping instruction' },
  cargoReport: { zh: '舱单申报', en: 'Cargo report' },
};

export const BILL_LEVELS: Words<NonNullable<BillLevel['billLevel']>> = {
  master: { zh: '总提单', en: 'Master bill' },
  house: { zh: '分提单', en: 'House bill' },
};

export const STATUSES: Words<SourceDocument['status']> = {
  current: { zh: '有效', en: 'Current' },
  replaced: { zh: '已被替换', en: 'Replaced' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
};

export const MODES: Words<TransportMode> = {
  rail: { zh: '铁路', en: 'Rail' },
  sea: { zh: '海运', en: 'Sea' },
  road: { zh: '公路', en: 'Road' },
  inlandWaterway: { zh: '内河', en: 'Inland waterway' },
};

export const ROLES: Words<PartyRole> = {
  consignor: { zh: '发货人', en: 'Consignor' },
  consignee: { zh: '收货人', en: 'Consignee' },
  notify: { zh: '通知方', en: 'Notify party' },
  railCarrier: { zh: '铁路承运人', en: 'Rail carrier' },
  seaCarrier: { zh: '海运承运人', en: 'Sea carrier' },
  forwarder: { zh: '货运代理', en: 'Forwarder' },
  declarant: { zh: '申报人', en: 'Declarant' },
  consignorAgent: { zh: '发货人代理', en: "Consignor's agent" },
  other: { zh: '其他', en: 'Other' },
};

export const REFERENCES: Words<ReferenceType> = {
  booking: { zh: '订舱号', en: 'Booking' },
  transportDocument: { zh: '运输单证号', en: 'Transport document' },
  throughDocument: { zh: '全程单证号', en: 'Through document' },
  order: { zh: '订单号', en: 'Order' },
  contract: { zh: '合同号', en: 'Contract' },
  other: { zh: '其他', en: 'Other' },
};

export const CERTAINTIES: Words<Naming['certainty']> = {
  stated: { zh: '单证载明', en: 'stated' },
  exact: { zh: '唯一对应', en: 'exact' },
  candidate: { zh: '候选', en: 'candidate' },
  unmatched: { zh: '未对应', en: 'unmatched' },
};

export const NAMING_SOURCES: Words<Naming['source']> = {
  document: { zh: '据单证', en: 'by document' },
  table: { zh: '据对照表', en: 'by table' },
  resolution: { zh: '据人工裁定', en: 'by resolution' },
  none: { zh: '无依据', en: 'no source' },
};

export const TIMINGS: Words<'planned' | 'actual'> = {
  planned: { zh: '计划', en: 'planned' },
  actual: { zh: '实际', en: 'actual' },
};

/** Codes of `Discrepancy`; one that is not here is printed as it is. */
export const DISCREPANCIES: Readonly<Record<string, Bilingual | undefined>> = {
  GROSS_MASS: { zh: '毛重不一致', en: 'Gross mass differs' },
  GROSS_MASS_UNBELIEVABLE: { zh: '毛重超出集装箱承载', en: 'Gross mass more than containers carry' },
  PACKAGES: { zh: '件数不一致', en: 'Packages differ' },
  CONTAINER_GROSS_MASS: { zh: '箱内毛重不一致', en: 'Gross mass in the container differs' },
  CONTAINER_PACKAGES: { zh: '箱内件数不一致', en: 'Packages in the container differ' },
  SPLIT_GROSS_MASS: { zh: '各箱毛重之和与货物不符', en: 'Gross mass of the containers is not that of the goods' },
  SPLIT_PACKAGES: { zh: '各箱件数之和与货物不符', en: 'Packages of the containers are not those of the goods' },
  PACKAGE_TYPE: { zh: '包装种类不一致', en: 'Package type differs' },
  SEALS: { zh: '铅封不一致', en: 'Seals differ' },
  CONTAINER_NOT_ON_MASTER_BILL: { zh: '集装箱未列于总提单', en: 'Container not on the master bill' },
  VESSEL: { zh: '船名不一致', en: 'Vessel differs' },
  VOYAGE: { zh: '航次不一致', en: 'Voyage differs' },
  PORT_OF_LOADING: { zh: '装货港不一致', en: 'Port of loading differs' },
  PORT_OF_DISCHARGE: { zh: '卸货港不一致', en: 'Port of discharge differs' },
  MASTER_BILL: { zh: '总提单号不一致', en: 'Number of the master bill differs' },
  TARE: { zh: '箱自重不一致', en: 'Tare differs' },
  SIZE_TYPE: { zh: '箱型不一致', en: 'Size and type differ' },
  REEFER_SETTINGS: { zh: '冷藏箱设定不一致', en: 'Reefer settings differ' },
  HS_CODE: { zh: 'HS 编码不一致', en: 'HS code differs' },
  PARTY: { zh: '当事方不一致', en: 'Party differs' },
  CONTAINER_ONE_SIDE: { zh: '集装箱仅一方载明', en: 'Container on one side only' },
  CONTAINER_NOT_COUNTED: { zh: '箱内货物未计入', en: 'Goods of the container not counted' },
  GOODS_ONE_SIDE: { zh: '货物仅一方载明', en: 'Goods on one side only' },
  DG_ONE_SIDE: { zh: '危险货物仅一方载明', en: 'Dangerous goods on one side only' },
  DG_CLASS: { zh: '危险类别不一致', en: 'Dangerous goods class differs' },
  DG_PACKING_GROUP: { zh: '包装类别不一致', en: 'Packing group differs' },
  DG_LIMITED_QUANTITY: { zh: '限量运输不一致', en: 'Limited quantity differs' },
  DG_SUBSIDIARY_HAZARDS: { zh: '次要危险不一致', en: 'Subsidiary hazards differ' },
  DG_MARINE_POLLUTANT: { zh: '海洋污染物仅一方申报', en: 'Marine pollutant on one side only' },
  DG_NOT_DECLARED: { zh: '疑似未申报的危险货物', en: 'Dangerous goods perhaps not declared' },
  DG_NUMBER_NOT_LISTED: { zh: '联合国编号不在名录中', en: 'UN number not listed' },
  DG_PACKING_GROUP_MISSING: { zh: '缺包装类别', en: 'Packing group missing' },
  DG_PACKING_GROUP_NOT_LISTED: { zh: '包装类别不在名录中', en: 'Packing group not listed' },
  DG_CLASS_NOT_LISTED: { zh: '类别与联合国编号不符', en: 'Class does not fit the UN number' },
  DG_NAME_OF_OTHER_NUMBER: { zh: '名称属于其他联合国编号', en: 'Name of another UN number' },
  DG_EMS_NOT_LISTED: { zh: 'EmS 与名录不符', en: 'EmS not as listed' },
  DG_CHINA_RAIL_NUMBER: { zh: '铁危编号与联合国编号不符', en: 'China rail number does not fit the UN number' },
  DG_LISTING_AMBIGUOUS: { zh: '名录条目无法区分', en: 'Several rows of the list fit' },
  DG_PROHIBITED_BY_RAIL: { zh: '禁止铁路承运', en: 'Carriage by rail forbidden' },
  DG_SEGREGATION: { zh: '不得同箱', en: 'Not in one container' },
  DG_SEGREGATION_AWAY_FROM: { zh: '同箱须经批准', en: 'In one container only with approval' },
  DG_SEGREGATION_NOT_JUDGED: { zh: '同箱隔离待判定', en: 'Segregation not decided' },
  DG_LIST_SUBSIDIARY_HAZARDS: { zh: '两规则次要危险不一致', en: 'Subsidiary hazards differ between the lists' },
  DG_LIST_EXCEPTED_QUANTITY: { zh: '两规则例外数量不一致', en: 'Excepted quantity differs between the lists' },
  DG_LIST_CLASS: { zh: '两规则危险类别不一致', en: 'Class differs between the lists' },
  DG_LIST_PACKING_GROUP: { zh: '两规则包装类别不一致', en: 'Packing group differs between the lists' },
  DG_LIST_LIMITED_QUANTITY: { zh: '两规则限量不一致', en: 'Limited quantity differs between the lists' },
};

/** Schemes that customs and its authorised-operator programmes go by, in words. */
export const SCHEMES: Readonly<Record<string, Bilingual | undefined>> = {
  PARTY: { zh: '当事方代码', en: 'Party code' },
  AEO: { zh: 'AEO 编码', en: 'AEO code' },
  USCC: { zh: '统一社会信用代码', en: 'USCC' },
  'CUSTOMS-CN': { zh: '海关注册编码', en: 'China customs code' },
  TIN: { zh: '税号', en: 'TIN' },
};
