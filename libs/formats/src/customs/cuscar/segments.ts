import type { Container, GoodsLine, Leg, Party, Place, ReeferSettings, TradeTime, TransportDocument } from '#domain';
import { PACKING_GROUPS, REGULATIONS } from '../../edifact-transport/code-lists.js';
import { setPoint } from '../../edifact-transport/writing/equipment.js';
import { temperatureRange } from '../../edifact-transport/writing/goods.js';
import { segmentsIn } from '../../edifact-transport/writing/message-tree.js';
import { reportedParty } from '../../edifact-transport/writing/parties.js';
import { codeFor, inPieces, linesOf, listed } from '../../edifact-transport/writing/texts.js';
import { TRANSPORT_TEMPERATURE } from '../../syntax/edifact/temperatures.js';
import { writtenTime } from '../../syntax/edifact/trade-time.js';
import type { WrittenSegment } from '../../syntax/edifact/write-segments.js';
import {
  BILL,
  BY_SEA,
  CONTAINER,
  CUBIC_METRES,
  CUSTOMS_MANIFEST,
  DOCUMENT_TIME,
  KILOGRAMS,
  MAIN_CARRIAGE,
  PLACES,
  REFERENCE_TYPES,
  REPORTED,
  TOTALS,
} from './code-lists.js';

/** A report of one bill, from BGM on, in the order of D.00B. */
export function segmentsOf(document: TransportDocument): WrittenSegment[] {
  const { number, version, issuedAt, references, parties, goods, containers, legs, totals } = document;
  const bill = billNumberOf(document);
  const others = references.filter(({ type, value }) => type !== 'transportDocument' || value !== bill);
  return [
    ['BGM', CUSTOMS_MANIFEST, [number, version], '9'],
    ...dateTime(DOCUMENT_TIME, issuedAt),
    ...others.map(({ type, value }): WrittenSegment => ['RFF', [codeFor(REFERENCE_TYPES, type), value]]),
    ...legs.flatMap((leg) => stage(leg, legs.length > 1)),
    ...containers.flatMap(equipment),
    ['CNI', '1'],
    ['RFF', [BILL, bill]],
    ...control(TOTALS.grossMassKg, totals.grossMassKg, KILOGRAMS),
    ...control(TOTALS.packages, totals.packages),
    ...control(TOTALS.containers, totals.containers),
    ...(legs.length === 1 ? legs.flatMap(ends) : []),
    ...parties.flatMap(party),
    ...goods.flatMap(item),
  ];
}

/** A report names its bill; a bill's own report is of itself. */
const billNumberOf = ({ kind, number, references }: TransportDocument): string =>
  (kind === 'cargoReport' ? references.find(({ type }) => type === 'transportDocument')?.value : undefined) ?? number;

const control = (code: string, value: string | undefined, unit?: string): WrittenSegment[] =>
  value === undefined ? [] : [['CNT', [code, value, unit]]];

/** A bill carried in several stages has its places with each of them. */
function stage(leg: Leg, isOneOfSeveral: boolean): WrittenSegment[] {
  const vessel = [leg.vesselImo, undefined, leg.vesselImo === undefined ? undefined : '11', leg.vessel];
  return [
    ['TDT', MAIN_CARRIAGE, leg.voyage, BY_SEA, undefined, undefined, undefined, undefined, vessel],
    ...(isOneOfSeveral ? ends(leg) : []),
    ...dateTime(leg.departure === 'actual' ? '136' : '133', leg.departsAt),
    ...dateTime(leg.arrival === 'actual' ? '178' : '132', leg.arrivesAt),
  ];
}

const ends = ({ from, to }: Leg): WrittenSegment[] => [place(PLACES.from, from), place(PLACES.to, to)];

const place = (code: string, { unLocode, names }: Place): WrittenSegment => [
  'LOC',
  code,
  [unLocode, undefined, unLocode === undefined ? undefined : '6', names[0]?.text],
];

const dateTime = (code: string, time: TradeTime | undefined): WrittenSegment[] =>
  time === undefined ? [] : [['DTM', [code, ...writtenTime(time)]]];

const equipment = ({ number, sizeType, tareKg, grossMassKg, seals, reeferSettings }: Container): WrittenSegment[] => [
  ['EQD', CONTAINER, [number], sizeType === undefined ? undefined : [sizeType, '102', '5']],
  ...measure('T', tareKg),
  ...measure('G', grossMassKg),
  ...seals.map((seal): WrittenSegment => ['SEL', seal]),
  ...temperatures(reeferSettings),
];

/** A range stands under a TMP, be it without a set point. */
function temperatures(settings: ReeferSettings = {}): WrittenSegment[] {
  const set = segmentsIn(setPoint(settings.setPoint));
  const range = segmentsIn(temperatureRange(settings));
  const unset: WrittenSegment[] = range.length > 0 ? [['TMP', TRANSPORT_TEMPERATURE]] : [];
  return [...(set.length > 0 ? set : unset), ...range];
}

const measure = (attribute: string, value: string | undefined, unit = KILOGRAMS): WrittenSegment[] =>
  value === undefined ? [] : [['MEA', 'AAE', attribute, [unit, value]]];

/** Who customs has no use for is not reported. */
const party = (one: Party): WrittenSegment[] => (REPORTED.has(one.role) ? segmentsIn([reportedParty(one)]) : []);

const item = (line: GoodsLine): WrittenSegment[] => [
  ['GID', line.sequence, [line.packages, line.packageType, undefined, undefined, line.packageText]],
  ...descriptionOf(line),
  ...measure('G', line.grossMassKg),
  ...measure('N', line.netMassKg),
  ...measure('AAW', line.volumeM3, CUBIC_METRES),
  ...line.stowage.map(({ containerNumber, packages }): WrittenSegment => ['SGP', [containerNumber], packages]),
  ...line.dangerousGoods.map(
    ({ unNumber, hazardClass, packingGroup, emergencySchedule, subsidiaryHazards, regulation }): WrittenSegment => [
      'DGS',
      codeFor(REGULATIONS, regulation) ?? 'ZZZ',
      hazardClass,
      unNumber,
      undefined,
      packingGroup && codeFor(PACKING_GROUPS, packingGroup),
      emergencySchedule?.replace(',', ''),
      undefined,
      undefined,
      undefined,
      listed(subsidiaryHazards ?? []),
    ],
  ),
  ...inPieces(line.marks ?? [], 10).map((marks): WrittenSegment => ['PCI', undefined, marks]),
  ...(line.hsCodes.length === 0 ? [] : [['CST', line.sequence, ...line.hsCodes.slice(0, 5)] satisfies WrittenSegment]),
];

const descriptionOf = ({ names }: GoodsLine): WrittenSegment[] =>
  names[0] === undefined ? [] : [['FTX', 'AAA', undefined, undefined, linesOf(names[0].text, 5, 512)]];
