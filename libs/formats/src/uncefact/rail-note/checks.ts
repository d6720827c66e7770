import type { Finding, TradeTime } from '#domain';
import { error, warning } from '../../findings.js';
import type { CommodityReading } from '../commodity-codes.js';
import { checkDocument, isBefore } from '../document-checks.js';
import { checkEquipment } from '../equipment-checks.js';
import { ANY_FORM, ruleOf } from '../form.js';
import { checkGoods } from '../goods-checks.js';
import { checkLocode, isNamed } from '../places.js';
import { readCommodityCodes } from './commodity-codes.js';
import { acceptedAt, arrivedAt } from './legs.js';
import { CANCELLATION, CHANGES, isLaterVersion, refersToItself } from './revision.js';
import type { ExchangedDocument, NoteConsignment, RailNote, TransportEvent, TransportMovement } from './tree.types.js';

/** What the schema cannot say. Errors: what the record could not be made of without guessing; the rest are warnings. */
export function checkNote({ exchangedDocument = {}, specifiedConsignment = [] }: RailNote): Finding[] {
  const [consignment] = specifiedConsignment;
  return [
    ...checkDocument(exchangedDocument.id, consignment),
    ...checkVersion(exchangedDocument),
    ...(consignment ? checkConsignment(consignment) : []),
  ];
}

const checkConsignment = (consignment: NoteConsignment): Finding[] => [
  ...checkJourney(consignment),
  ...checkGoods(consignment, readCommodityCodes(consignment), missingRailCode),
  ...checkEquipment(consignment),
];

function checkVersion(document: ExchangedDocument): Finding[] {
  if (document.versionId && !/^\d{1,18}$/.test(document.versionId.content)) return [unreadableVersion];
  const amendment = document.amendmentPurposeCode?.[0]?.content;
  if (amendment === CANCELLATION) return isCompleteCancellation(document) ? [] : [incompleteCancellation];
  if (amendment === undefined || (CHANGES.has(amendment) && isLaterVersion(document))) return [];
  return [uncertainAmendment];
}

const isCompleteCancellation = (document: ExchangedDocument): boolean =>
  isLaterVersion(document) &&
  (document.referenceReferencedDocument ?? []).some((reference) => refersToItself(document, reference));

function checkJourney(consignment: NoteConsignment): Finding[] {
  const movements = consignment.mainCarriageLogisticsTransportMovement ?? [];
  return [
    ...(consignment.carrierAcceptanceDateTime === undefined ? [noAcceptanceDate] : []),
    ...(movements.length === 0 ? [noStation(MOVEMENTS)] : []),
    ...movements.flatMap((movement, index) =>
      checkMovement(movement, `${MOVEMENTS}/${index}`, acceptedAt(consignment)),
    ),
  ];
}

const MOVEMENTS = '/specifiedConsignment/0/mainCarriageLogisticsTransportMovement';

function checkMovement(
  { departureEvent, arrivalEvent }: TransportMovement,
  path: string,
  accepted: TradeTime | undefined,
): Finding[] {
  return [
    ...checkStation(departureEvent?.[0], `${path}/departureEvent`),
    ...checkStation(arrivalEvent?.[0], `${path}/arrivalEvent`),
    ...(isBefore(arrivedAt(arrivalEvent), accepted)
      ? [arrivedBeforeAccepted(`${path}/arrivalEvent/0/actualOccurrenceDateTime`)]
      : []),
  ];
}

function checkStation(event: TransportEvent | undefined, path: string): Finding[] {
  const location = event?.occurrenceLogisticsLocation;
  return isNamed(location) ? checkLocode(location, `${path}/0/occurrenceLogisticsLocation`) : [noStation(path)];
}

/** An item without a rail code; the HS code alone does not name the goods for the railway. */
const missingRailCode = ({ codes }: CommodityReading, path: string): Finding[] =>
  codes.some(({ scheme }) => scheme !== 'HS') ? [] : [noCommodityCode(path)];

const unreadableVersion = error({
  code: `${ANY_FORM}.VERSION`,
  path: '/exchangedDocument/versionId/content',
  en: 'The version must be a whole number counted from 1, so that it is certain which version is the later one.',
  zh: '版本号必须是从 1 开始的整数，以便确定哪一版较新。',
});

const incompleteCancellation = error({
  code: `${ANY_FORM}.CANCELLATION_INCOMPLETE`,
  path: '/exchangedDocument/amendmentPurposeCode/0/content',
  en: 'To cancel the note, give it a higher version than the one before and a reference of type WY to its own number.',
  zh: '作废运单时，版本号须高于前一版，并须有一条类型为 WY、指向本运单号码的引用。',
});

const uncertainAmendment = warning({
  code: `${ANY_FORM}.AMENDMENT`,
  path: '/exchangedDocument/amendmentPurposeCode/0/content',
  en: 'This amendment code was not used; the version number alone decides whether the note replaces an earlier one. Use 1 to cancel.',
  zh: '此变更代码未被采用，是否替换前一版仅由版本号决定。如需作废请用代码 1。',
  rule: 'UNTDID 1225',
});

const noAcceptanceDate = warning({
  code: `${ANY_FORM}.NO_ACCEPTANCE_DATE`,
  path: '/specifiedConsignment/0/carrierAcceptanceDateTime',
  en: 'The day on which the contract of carriage was concluded is missing, so the departure is not known. Give it.',
  zh: '缺少缔结运输合同的日期，无法得知发运时间。请填写该日期。',
  rule: ruleOf('departure'),
});

const noStation = (path: string): Finding =>
  error({
    code: `${ANY_FORM}.NO_STATION`,
    path,
    en: 'The station is missing. Give the departure station and the destination station with name or code.',
    zh: '缺少车站。请填写发站和到站的名称或代码。',
    rule: ruleOf('places'),
  });

const arrivedBeforeAccepted = (path: string): Finding =>
  error({
    code: `${ANY_FORM}.DATE_ORDER`,
    path,
    en: 'The goods arrive before the carrier accepted them. Correct the arrival or the acceptance.',
    zh: '到达时间早于承运人接收货物的时间。请更正到达日期或缔约日期。',
    rule: ruleOf('arrival'),
  });

const noCommodityCode = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.NO_COMMODITY_CODE`,
    path,
    en: 'The item has no rail commodity code. Add its GNG code (eight digits).',
    zh: '该项货物没有铁路货物代码。请补充 GNG 代码（8 位数字）。',
    rule: ruleOf('goods'),
  });
