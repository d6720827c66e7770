import type { Finding } from '#domain';
import { checkLocations } from '../../checks/dcsa-locations.js';
import { checkCargo } from './cargo-checks.js';
import { checkEquipment } from './equipment-checks.js';
import { checkParties } from './party-checks.js';
import { checkReefers } from './reefer-checks.js';
import { NOT_YET_ISSUED, STATUSES } from './code-lists.js';
import type { DcsaTransportDocument, LocationTree, TransportDocumentTree } from './tree.types.js';

/** What EBL 3.0.4 and the trade ask for beyond the schema. Paths are from the root of the bytes. */
export function check({ pointer, document }: DcsaTransportDocument): Finding[] {
  const findings = [
    ...checkStatus(document),
    ...checkDates(document),
    ...checkPlaces(document),
    ...checkParties(document),
    ...checkLocations(document),
    ...checkCargo(document),
    ...checkEquipment(document),
    ...checkReefers(document),
  ];
  return findings.map((finding) => ({ ...finding, path: pointer + finding.path }));
}

function checkStatus({ transportDocumentStatus: status }: TransportDocumentTree): Finding[] {
  const place = {
    path: '/transportDocumentStatus',
    rule: 'DCSA EBL 3.0.4, TransportDocument.transportDocumentStatus',
    severity: 'warning' as const,
  };
  if (!STATUSES.has(status)) {
    return [
      {
        code: 'DCSA.UNKNOWN_STATUS',
        ...place,
        message: {
          en: 'The standard has no such status; the document is read as one in force. Use one of its statuses, VOIDED to cancel.',
          zh: '标准中没有此状态；本单证按有效处理。请使用标准状态，作废请用 VOIDED。',
        },
      },
    ];
  }
  if (!NOT_YET_ISSUED.has(status)) return [];
  return [
    {
      code: 'DCSA.NOT_ISSUED',
      ...place,
      message: {
        en: 'The carrier has not issued this document yet. Send it again once it is issued; the later one replaces this one.',
        zh: '承运人尚未签发本单证。签发后请重新发送，后发送的将替换本单证。',
      },
    },
  ];
}

function checkDates(document: TransportDocumentTree): Finding[] {
  const { plannedDepartureDate: departure, plannedArrivalDate: arrival } = document.transports;
  const {
    issueDate,
    shippedOnBoardDate: onBoard,
    receivedForShipmentDate: received,
    transportDocumentStatus,
  } = document;
  const issued = STATUSES.has(transportDocumentStatus) && !NOT_YET_ISSUED.has(transportDocumentStatus);
  const findings: Finding[] = [];
  if (day(arrival) < day(departure)) findings.push(arrivalBeforeDeparture);
  if (onBoard !== undefined && day(onBoard) > day(departure)) findings.push(loadedAfterDeparture);
  if (issued && issueDate === undefined) findings.push(noIssueDate);
  if (issued && (onBoard === undefined) === (received === undefined)) findings.push(noSingleReceiptDate);
  return findings;
}

/** Dates are local to their ports, so their days are compared as they stand. */
const day = (date: string): string => date.slice(0, 10);

const arrivalBeforeDeparture: Finding = {
  code: 'DCSA.ARRIVAL_BEFORE_DEPARTURE',
  severity: 'error',
  path: '/transports/plannedArrivalDate',
  message: {
    en: 'The planned arrival is before the planned departure. Correct one of the two dates.',
    zh: '计划到港日期早于计划离港日期。请更正其中一个日期。',
  },
  rule: 'DCSA EBL 3.0.4, Transports',
};

const loadedAfterDeparture: Finding = {
  code: 'DCSA.LOADED_AFTER_DEPARTURE',
  severity: 'warning',
  path: '/shippedOnBoardDate',
  message: {
    en: 'The cargo was loaded after the planned departure. Bring the planned departure up to date.',
    zh: '货物装船日期晚于计划离港日期。请更新计划离港日期。',
  },
  rule: 'DCSA EBL 3.0.4, TransportDocument.shippedOnBoardDate',
};

const noIssueDate: Finding = {
  code: 'DCSA.NO_ISSUE_DATE',
  severity: 'warning',
  path: '/issueDate',
  message: { en: 'An issued document has an issue date. Add it.', zh: '已签发的单证应有签发日期。请补充。' },
  rule: 'DCSA EBL 3.0.4, TransportDocument.issueDate',
};

const noSingleReceiptDate: Finding = {
  code: 'DCSA.SHIPPED_OR_RECEIVED',
  severity: 'warning',
  path: '/shippedOnBoardDate',
  message: {
    en: 'An issued document gives either the date shipped on board or the date received for shipment. Give exactly one.',
    zh: '已签发的单证应填写装船日期或收货待运日期之一。请只填写其中一个。',
  },
  rule: 'DCSA EBL 3.0.4, TransportDocument.shippedOnBoardDate and receivedForShipmentDate',
};

function checkPlaces({ transports }: TransportDocumentTree): Finding[] {
  const ports = (['portOfLoading', 'portOfDischarge'] as const).flatMap((name) =>
    checkPort(transports[name], `/transports/${name}`),
  );
  if (transports.preCarriageBy !== undefined && !transports.placeOfReceipt)
    ports.push(noInlandPlace('placeOfReceipt', 'preCarriageBy'));
  if (transports.onCarriageBy !== undefined && !transports.placeOfDelivery)
    ports.push(noInlandPlace('placeOfDelivery', 'onCarriageBy'));
  return ports;
}

function checkPort({ UNLocationCode, city, locationName }: LocationTree, path: string): Finding[] {
  if (UNLocationCode !== undefined || city?.city !== undefined) return [];
  const named = locationName !== undefined;
  return [
    {
      code: named ? 'DCSA.PORT_WITHOUT_CODE' : 'DCSA.NO_PORT',
      severity: named ? 'warning' : 'error',
      path,
      message: {
        en: 'The port is given neither by UN/LOCODE nor by city and country. Add its UN/LOCODE.',
        zh: '港口既未给出 UN/LOCODE，也未给出城市和国家。请补充 UN/LOCODE。',
      },
      rule: 'DCSA EBL 3.0.4, PortOfLoading and PortOfDischarge',
    },
  ];
}

const noInlandPlace = (place: string, by: string): Finding => ({
  code: 'DCSA.NO_INLAND_PLACE',
  severity: 'warning',
  path: `/transports/${place}`,
  message: {
    en: `With ${by} the document also names the ${place}. Add it.`,
    zh: `填写了 ${by} 时还应填写 ${place}。请补充。`,
  },
  rule: `DCSA EBL 3.0.4, Transports.${by}`,
});
