import { instantOf, type Finding, type TradeTime } from '#domain';
import { CANCELLATION, CHANGES } from './code-lists.js';
import { checkEquipment } from './equipment-checks.js';
import { error, warning } from '../../findings.js';
import { checkGoods } from './goods-checks.js';
import { acceptedAt, arrivedAt, isBrokenLocode, isNamed } from './legs.js';
import { isLaterVersion, refersToItself } from './revision.js';
import type { ExchangedDocument, SmgsConsignment, SmgsNote, TransportEvent, TransportMovement } from './tree.types.js';

/** What the schema cannot say. Errors: what the record could not be made of without guessing; the rest are warnings. */
export function check({ exchangedDocument = {}, specifiedConsignment = [] }: SmgsNote): Finding[] {
  const [consignment] = specifiedConsignment;
  return [
    ...checkNumber(exchangedDocument),
    ...checkVersion(exchangedDocument),
    ...(consignment
      ? [...checkJourney(consignment), ...checkGoods(consignment), ...checkEquipment(consignment)]
      : [noConsignment]),
  ];
}

const checkNumber = ({ id }: ExchangedDocument): Finding[] => (id && id.content.trim() !== '' ? [] : [noNumber]);

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

function checkJourney(consignment: SmgsConsignment): Finding[] {
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

function isBefore(one: TradeTime | undefined, other: TradeTime | undefined): boolean {
  const [earlier, later] = [instantOf(one), instantOf(other)];
  return earlier !== undefined && later !== undefined && earlier < later;
}

function checkStation(event: TransportEvent | undefined, path: string): Finding[] {
  const location = event?.occurrenceLogisticsLocation;
  if (!isNamed(location)) return [noStation(path)];
  const identifier = location?.id?.[0];
  return identifier && isBrokenLocode(identifier)
    ? [brokenLocode(`${path}/0/occurrenceLogisticsLocation/id/0/content`)]
    : [];
}

const noNumber = error({
  code: 'SMGS.NO_NUMBER',
  path: '/exchangedDocument/id',
  en: 'The consignment note has no number. Give the dispatch number of box 29.',
  zh: '运单没有号码。请填写第 29 栏的批号。',
  rule: 'SMGS consignment note, box 29',
});

const noConsignment = error({
  code: 'SMGS.NO_CONSIGNMENT',
  path: '/specifiedConsignment',
  en: 'The note describes no consignment. Give exactly one.',
  zh: '运单未描述任何托运货物。请填写且只填写一批。',
});

const unreadableVersion = error({
  code: 'SMGS.VERSION',
  path: '/exchangedDocument/versionId/content',
  en: 'The version must be a whole number counted from 1, so that it is certain which version is the later one.',
  zh: '版本号必须是从 1 开始的整数，以便确定哪一版较新。',
});

const incompleteCancellation = error({
  code: 'SMGS.CANCELLATION_INCOMPLETE',
  path: '/exchangedDocument/amendmentPurposeCode/0/content',
  en: 'To cancel the note, give it a higher version than the one before and a reference of type WY to its own number.',
  zh: '作废运单时，版本号须高于前一版，并须有一条类型为 WY、指向本运单号码的引用。',
});

const uncertainAmendment = warning({
  code: 'SMGS.AMENDMENT',
  path: '/exchangedDocument/amendmentPurposeCode/0/content',
  en: 'This amendment code was not used; the version number alone decides whether the note replaces an earlier one. Use 1 to cancel.',
  zh: '此变更代码未被采用，是否替换前一版仅由版本号决定。如需作废请用代码 1。',
  rule: 'UNTDID 1225',
});

const noAcceptanceDate = warning({
  code: 'SMGS.NO_ACCEPTANCE_DATE',
  path: '/specifiedConsignment/0/carrierAcceptanceDateTime',
  en: 'The day on which the contract of carriage was concluded is missing, so the departure is not known. Give the date of box 26.',
  zh: '缺少缔结运输合同的日期，无法得知发运时间。请填写第 26 栏的日期。',
  rule: 'SMGS consignment note, box 26',
});

const noStation = (path: string): Finding =>
  error({
    code: 'SMGS.NO_STATION',
    path,
    en: 'The station is missing. Give the departure station (box 2) and the destination station (box 5) with name or code.',
    zh: '缺少车站。请填写发站（第 2 栏）和到站（第 5 栏）的名称或代码。',
    rule: 'SMGS consignment note, boxes 2 and 5',
  });

const brokenLocode = (path: string): Finding =>
  warning({
    code: 'SMGS.UN_LOCODE',
    path,
    en: 'This is marked as a UN/LOCODE but cannot be one. Give the five characters, or mark a railway station code with agency 12.',
    zh: '此处标为 UN/LOCODE，但格式不符。请填写五位代码；如为铁路车站代码，请将机构代码标为 12。',
    rule: 'UN/ECE Recommendation 16',
  });

const arrivedBeforeAccepted = (path: string): Finding =>
  error({
    code: 'SMGS.DATE_ORDER',
    path,
    en: 'The goods arrive before the carrier accepted them. Correct the arrival (box 27) or the acceptance (box 26).',
    zh: '到达时间早于承运人接收货物的时间。请更正到达日期（第 27 栏）或缔约日期（第 26 栏）。',
    rule: 'SMGS consignment note, boxes 26 and 27',
  });
