import type { OneDocument, Place, RecordLeg } from '#domain';
import { cell, column, inBoth, moment, quiet, type Cell, type Section } from '../section.js';
import type { SourceLabels } from '../source-labels.js';
import { MODES, TIMINGS } from '../words.js';

export const legs = ({ legs: given }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '运输区段', en: 'Legs' },
  columns: [
    column('序号', 'No.', 0.9),
    column('方式', 'Mode', 1.4),
    column('起', 'From', 2.8),
    column('讫', 'To', 2.8),
    column('出发', 'Departs', 2.6),
    column('到达', 'Arrives', 2.6),
    column('车次或船舶航次', 'Train or vessel', 3),
    column('来源', 'Sources', 1.4),
  ],
  rows: given.map((leg) => [
    cell(String(leg.sequence)),
    cell(inBoth(MODES[leg.mode])),
    place(leg.from),
    place(leg.to),
    passage(leg.departsAt, leg.departure),
    passage(leg.arrivesAt, leg.arrival),
    carriage(leg),
    quiet(labels(leg.sources)),
  ]),
});

const place = ({ names, unLocode, stationCode, countryCode }: Place): Cell => [
  ...cell(...names.map(({ text }) => text)),
  ...quiet(
    unLocode && `UN/LOCODE ${unLocode}`,
    stationCode && `站码 Station ${stationCode}`,
    unLocode === undefined ? countryCode : undefined,
  ),
];

const passage = (time: string | undefined, timing: keyof typeof TIMINGS | undefined): Cell => [
  ...moment(time),
  ...quiet(timing && inBoth(TIMINGS[timing])),
];

const carriage = ({ train, vessel, vesselImo, voyage }: RecordLeg): Cell => [
  ...cell(train && `车次 Train ${train}`, vessel),
  ...quiet(vesselImo && `IMO ${vesselImo}`, voyage && `航次 Voyage ${voyage}`),
];
