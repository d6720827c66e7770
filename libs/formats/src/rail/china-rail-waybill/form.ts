import type { Occurs, RecordForm, TextForm } from './form-language.js';
import * as texts from './text-forms.js';

/** The form as one table, in the order of its elements: what the published XSD says, for the codec. */

const text =
  <O extends Occurs>(occurs: O) =>
  <Form extends TextForm>(form: Form) => ({ occurs, text: form });
const record =
  <O extends Occurs>(occurs: O) =>
  <Form extends RecordForm>(form: Form) => ({ occurs, record: form });

const one = text('1');
const optional = text('?');
const list = text('*');
const oneRecord = record('1');
const optionalRecord = record('?');
const records = record('*');
const someRecords = record('+');

export const WAYBILL_DOCUMENT = {
  WaybillNumber: one(texts.WaybillNumber),
  Version: one(texts.Version),
  Function: one(texts.WaybillFunction),
  IssueTime: one(texts.Time),
  AcceptanceTime: optional(texts.Time),
  DemandNumber: optional(texts.ShortText),
  ReservationNumber: optional(texts.ShortText),
};

export const STATION = {
  Name: one(texts.Text),
  NameEn: optional(texts.Text),
  TmisCode: optional(texts.TmisCode),
  TelegraphCode: optional(texts.TelegraphCode),
  UnLocode: optional(texts.UnLocode),
  Bureau: optional(texts.ShortText),
  PrivateSiding: optional(texts.Text),
};

export const ADDRESS = {
  Line: list(texts.Text),
  City: optional(texts.ShortText),
  Region: optional(texts.ShortText),
  Postcode: optional(texts.ShortText),
  CountryCode: optional(texts.CountryCode),
};

export const PARTY = {
  Name: one(texts.Text),
  NameEn: optional(texts.Text),
  PartyCode: optional(texts.PartyCode),
  UnifiedSocialCreditCode: optional(texts.UnifiedSocialCreditCode),
  CustomsRegistrationCode: optional(texts.CustomsRegistrationCode),
  AeoCode: optional(texts.AeoCode),
  Address: optionalRecord(ADDRESS),
  Handler: optional(texts.ShortText),
  Phone: optional(texts.ShortText),
  Email: optional(texts.Text),
};

export const TRANSPORT = {
  TrainNumber: optional(texts.ShortText),
  PlannedDepartureTime: optional(texts.Time),
  ActualDepartureTime: optional(texts.Time),
  PlannedArrivalTime: optional(texts.Time),
  ActualArrivalTime: optional(texts.Time),
};

export const WAGON = {
  Number: one(texts.WagonNumber),
  Type: optional(texts.ShortText),
  LoadLimitTonnes: optional(texts.Quantity),
  SealNumber: list(texts.ShortText),
  TarpaulinNumber: list(texts.ShortText),
  ContainerNumber: list(texts.ContainerNumber),
};

export const CONTAINER = {
  Number: one(texts.ContainerNumber),
  SizeType: optional(texts.SizeType),
  SealNumber: list(texts.ShortText),
  TareKg: optional(texts.Quantity),
  GrossMassKg: optional(texts.Quantity),
  SetPointCelsius: optional(texts.Temperature),
  MinimumCelsius: optional(texts.Temperature),
  MaximumCelsius: optional(texts.Temperature),
};

export const DANGEROUS_GOODS = {
  UnNumber: one(texts.UnNumber),
  RailNumber: optional(texts.RailDangerousNumber),
  ProperShippingName: optional(texts.Text),
  Class: optional(texts.HazardClass),
  SubsidiaryClass: list(texts.HazardClass),
  PackingGroup: optional(texts.PackingGroup),
  LimitedQuantity: optional(texts.Indicator),
};

export const SPLIT = {
  ContainerNumber: one(texts.ContainerNumber),
  Packages: optional(texts.Count),
  MassKg: optional(texts.Quantity),
};

export const GOODS_ITEM = {
  Sequence: optional(texts.Count),
  Name: one(texts.Text),
  NameEn: optional(texts.Text),
  RailCode: optional(texts.RailCommodityCode),
  Packages: optional(texts.Count),
  PackagingText: optional(texts.ShortText),
  PackagingCode: optional(texts.PackagingCode),
  ConsignorMassKg: one(texts.Quantity),
  CarrierMassKg: optional(texts.Quantity),
  VolumeM3: optional(texts.Quantity),
  DeclaredValueCny: optional(texts.Quantity),
  InsuredValueCny: optional(texts.Quantity),
  Marks: list(texts.Text),
  HsCode: optional(texts.HsCode),
  CustomsName: optional(texts.Text),
  DangerousGoods: records(DANGEROUS_GOODS),
  Split: records(SPLIT),
};

export const TOTALS = {
  Packages: optional(texts.Count),
  ConsignorMassKg: optional(texts.Quantity),
  CarrierMassKg: optional(texts.Quantity),
  Containers: optional(texts.Count),
  ChargesCny: optional(texts.Quantity),
};

export const REFERENCES = {
  BookingNumber: list(texts.ShortText),
  ThroughDocumentNumber: list(texts.ShortText),
  ContractNumber: list(texts.ShortText),
};

export const CHARGE = {
  Name: one(texts.ShortText),
  AmountCny: one(texts.Quantity),
};

export const RAIL_WAYBILL = {
  Document: oneRecord(WAYBILL_DOCUMENT),
  DispatchStation: oneRecord(STATION),
  ArrivalStation: oneRecord(STATION),
  Consignor: oneRecord(PARTY),
  Consignee: oneRecord(PARTY),
  Agent: records(PARTY),
  Carrier: optionalRecord(PARTY),
  Transport: optionalRecord(TRANSPORT),
  Wagon: records(WAGON),
  Container: records(CONTAINER),
  GoodsItem: someRecords(GOODS_ITEM),
  Totals: optionalRecord(TOTALS),
  References: optionalRecord(REFERENCES),
  Charge: records(CHARGE),
  ConsignorRemarks: optional(texts.LongText),
  CarrierRemarks: optional(texts.LongText),
};
