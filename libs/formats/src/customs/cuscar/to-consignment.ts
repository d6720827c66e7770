import {
  hasValidCheckDigit,
  normaliseContainerNumber,
  type Container,
  type Leg,
  type Place,
  type Reference,
  type Totals,
  type TransportDocument,
} from '#domain';
import { firstTime } from '../../edifact-transport/times.js';
import { given } from '../../mapping/given.js';
import { withSettings, type ReeferStatement } from '../../mapping/reefers.js';
import type { SegmentGroup } from '../../syntax/edifact.js';
import { unLocodeOf } from '../../syntax/edifact/locations.js';
import { statementsIn } from '../../syntax/edifact/temperatures.js';
import {
  ARRIVAL_TIMES,
  CONTAINER,
  DEPARTURE_TIMES,
  DOCUMENT_TIME,
  GROSS,
  KILOGRAMS,
  MAIN_CARRIAGE,
  PLACES,
  PURPOSES,
  REFERENCE_TYPES,
  TARE,
  TOTALS,
} from './code-lists.js';
import { goodsLineOf } from './goods.js';
import { partiesOf } from './parties.js';
import type { CuscarDocument } from './tree.types.js';
import { measured } from './values.js';

/** What the report says of its one bill. The checks have seen to it that bill, number and places are there. */
export function toConsignment(document: CuscarDocument): TransportDocument {
  const { message, beginning, bills } = document;
  const number = beginning.text(2, 1).trim();
  return given({
    kind: 'cargoReport',
    mode: 'sea',
    number,
    version: /^\d+$/.exec(beginning.text(2, 2))?.[0],
    purpose: PURPOSES.get(beginning.text(3)) ?? 'original',
    issuedAt: firstTime([message], [[DOCUMENT_TIME]])?.time,
    references: referencesOf(document, number),
    parties: partiesOf(document),
    goods: bills.flatMap((bill) => bill.groups('GID')).map(goodsLineOf),
    containers: containersOf(document),
    wagons: [],
    legs: mainStages(document).map((stage) => legOf(stage, document)),
    totals: totalsOf(document),
  });
}

/** The bill that is reported, by whatever code, and what the report refers to. */
function referencesOf({ message, bills }: CuscarDocument, number: string): Reference[] {
  const own = [...message.groups('RFF').map(({ opening }) => opening), ...message.segments('RFF')];
  const stated = [
    ...bills.map(({ opening }) => ({ type: 'transportDocument' as const, value: opening.given(1, 2) })),
    ...own.map((rff) => ({ type: REFERENCE_TYPES.get(rff.code(1, 1)) ?? 'other', value: rff.given(1, 2) })),
  ]
    .filter((one): one is Reference => one.value !== undefined)
    .filter(({ type, value }) => type !== 'transportDocument' || value !== number);
  return [...new Map(stated.map((one) => [`${one.type} ${one.value}`, one])).values()];
}

/** The means that brings or takes the goods; stages before and after it are others' affair. */
export const mainStages = ({ stages }: CuscarDocument): SegmentGroup[] =>
  stages.filter(({ opening }) => opening.text(1) === MAIN_CARRIAGE);

/** Where the bill says so, else where the means of transport does; of several means each says it itself. */
export const placeSegment = (stage: SegmentGroup, document: CuscarDocument, code: string) =>
  (mainStages(document).length > 1 ? [stage] : [...document.bills, stage])
    .map((group) => group.segment('LOC', code))
    .find((loc) => loc !== undefined);

function legOf(stage: SegmentGroup, document: CuscarDocument): Leg {
  const tdt = stage.opening;
  const imo = tdt.text(8, 1);
  const departure = firstTime([stage], DEPARTURE_TIMES);
  const arrival = firstTime([stage], ARRIVAL_TIMES);
  return given({
    mode: 'sea',
    from: placeOf(stage, document, PLACES.from),
    to: placeOf(stage, document, PLACES.to),
    departsAt: departure?.time,
    departure: departure?.certainty,
    arrivesAt: arrival?.time,
    arrival: arrival?.certainty,
    vessel: tdt.given(8, 4),
    vesselImo: /^\d{7}$/.test(imo) ? imo : undefined,
    voyage: tdt.given(2),
    path: tdt.path(),
  });
}

function placeOf(stage: SegmentGroup, document: CuscarDocument, code: string): Place {
  const loc = placeSegment(stage, document, code);
  const unLocode = loc && unLocodeOf(loc);
  const name = loc?.given(2, 4);
  return given({
    unLocode,
    stationCode: unLocode === undefined ? loc?.given(2, 1) : undefined,
    names: name === undefined ? [] : [{ text: name }],
  });
}

export const containersIn = (equipment: readonly SegmentGroup[]): SegmentGroup[] =>
  equipment.filter(({ opening }) => opening.code(1) === CONTAINER);

/** What a report says of how reefers are to be run. */
export const reeferStatements = ({ message, equipment }: CuscarDocument): ReeferStatement[] =>
  containersIn(equipment).flatMap((group) => statementsIn(group, containerNumberOf(group), message.directory));

export const containersOf = (document: CuscarDocument): readonly Container[] =>
  withSettings(containersIn(document.equipment).map(containerOf), reeferStatements(document), []);

export const containerNumberOf = ({ opening }: SegmentGroup): string => normaliseContainerNumber(opening.text(2, 1));

function containerOf(group: SegmentGroup): Container {
  const number = containerNumberOf(group);
  return given({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    sizeType: group.opening.given(3, 1),
    tareKg: measured(group, TARE),
    grossMassKg: measured(group, GROSS),
    seals: group.segments('SEL').flatMap((seal) => seal.given(1) ?? []),
    path: group.opening.path(),
  });
}

/** CNT of the bill, else of the report. */
export const controlIn = ({ message, bills }: CuscarDocument, code: string) =>
  [...bills, message].map((group) => group.segment('CNT', code)).find((cnt) => cnt !== undefined);

export function totalsOf(document: CuscarDocument): Totals {
  const mass = controlIn(document, TOTALS.grossMassKg);
  return given({
    packages: controlIn(document, TOTALS.packages)?.decimal(1, 2),
    grossMassKg: mass?.code(1, 3) === KILOGRAMS ? mass.decimal(1, 2) : undefined,
    containers: controlIn(document, TOTALS.containers)?.decimal(1, 2),
  });
}
