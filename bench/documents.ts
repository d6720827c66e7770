import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { hasValidCheckDigit } from '#domain';

/** The two documents of one consignment, and who sends which. */
export interface Pair {
  readonly waybill: Buffer;
  readonly bill: Buffer;
}

interface Shipment {
  readonly waybill: string;
  readonly bill: string;
  /** What must be another in each copy: document numbers, booking, containers. */
  readonly numbers: readonly string[];
  readonly containers: readonly string[];
}

const read = (path: string): string => readFileSync(new URL(path, projectRoot), 'utf8');

const shipments: readonly Shipment[] = [
  {
    waybill: read('libs/formats/src/rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json'),
    bill: read('libs/formats/src/ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json'),
    numbers: ['CQ26110417', 'HBLQZH2611042', 'HBL26110881'],
    containers: ['YDAU2004174', 'YDAU2004180'],
  },
  {
    waybill: read('libs/formats/src/rail/china-rail-waybill/samples/valid/chengdu-qinzhou-paint.waybill.xml'),
    bill: read('libs/formats/src/ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-paint.dcsa.json'),
    numbers: ['CDQ2611080093', 'HBLQZH2611057', 'HBL26110904'],
    containers: ['YDAU2005308'],
  },
];

/** The `index`-th consignment: every other one with an SMGS note, every other one with a China waybill, each with numbers of its own. */
export function pair(index: number): Pair {
  const shipment = shipments[index % shipments.length] as Shipment;
  const replacements = [
    ...shipment.numbers.map((number) => [number, number.slice(0, -6) + String(index).padStart(6, '0')] as const),
    ...shipment.containers.map((number, which) => [number, containerNumber(index * 2 + which)] as const),
  ];
  const renumber = (text: string) =>
    Buffer.from(replacements.reduce((done, [from, to]) => done.replaceAll(from, to), text));
  return { waybill: renumber(shipment.waybill), bill: renumber(shipment.bill) };
}

const STATED = /<HsCode>691110<\/HsCode>\s*<CustomsName>PORCELAIN TABLEWARE<\/CustomsName>/;

/** A China waybill without the HS code that tells of its tableware: a person has to say what it is called. */
export const unnamedWaybill = (index: number): string =>
  pair(2 * index + 1)
    .waybill.toString('utf8')
    .replace(STATED, '');

/** A regular expression for the numbers that `pair` gives consignments, in the syntax that JavaScript and PostgreSQL share. */
export const NUMBERS = `(${[...new Set(shipments.flatMap(({ numbers }) => numbers.map((number) => number.slice(0, -6))))].join('|')})[0-9]{6}|YDAU[0-9]{7}`;

/** A container number of the owner YDA with a fitting check digit (ISO 6346). */
function containerNumber(serial: number): string {
  const stem = `YDAU${String(serial).padStart(6, '0')}`;
  const digit = [...'0123456789'].find((candidate) => hasValidCheckDigit(stem + candidate));
  return stem + digit;
}
