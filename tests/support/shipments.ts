import { hasValidCheckDigit } from '#domain';
import { samples } from './samples.js';

/** Texts of a document and what stands in their place. */
export type Replacements = Readonly<Record<string, string>>;

/** The document with every occurrence of each text replaced, all at once. Throws where one does not occur: the test would send something else than it says. */
export function withTexts(document: Buffer, replacements: Replacements): Buffer {
  const text = document.toString('utf8');
  const sought = Object.keys(replacements);
  const missing = sought.filter((one) => !text.includes(one));
  if (missing.length > 0) throw new Error(`Not in the document: ${missing.join(', ')}`);
  if (sought.length === 0) return document;
  const anyOf = new RegExp(sought.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return Buffer.from(text.replace(anyOf, (found) => replacements[found] as string));
}

/** A JSON document whose tree was changed. Only for documents whose numbers a float keeps: SMGS notes write theirs as texts. */
export function withTree(document: Buffer, change: (tree: any) => void): Buffer {
  const tree: unknown = JSON.parse(document.toString('utf8'));
  change(tree);
  return Buffer.from(JSON.stringify(tree));
}

let drawn = 0;

/** A number that no other document of the test has. */
export function freshNumber(prefix: string): string {
  drawn += 1;
  return `${prefix}${String(drawn).padStart(6, '0')}`;
}

/** A container number of its own with a check digit that fits (ISO 6346). */
export function freshContainer(): string {
  const withoutCheckDigit = freshNumber('YDAU');
  return DIGITS.map((digit) => withoutCheckDigit + digit).find(hasValidCheckDigit) as string;
}

/** The same container number with the last digit mistyped. */
export const mistyped = (container: string): string =>
  container.slice(0, -1) + String((Number(container.slice(-1)) + 1) % 10);

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));

/** The engines from Chongqing under numbers of their own, so that many such shipments live in one installation. */
export interface EnginesShipment {
  readonly waybillNumber: string;
  readonly billNumber: string;
  readonly booking: string;
  /** The first is in both documents' goods items, the second in the parts' only. */
  readonly containers: readonly [string, string];
  /** SMGS note, version 1. */
  waybill(replacements?: Replacements): Buffer;
  /** Version 2: seal CQ771209 in place of CQ771202. */
  replacement(replacements?: Replacements): Buffer;
  /** Version 3 cancels the note. */
  cancellation(replacements?: Replacements): Buffer;
  /** DCSA bill of lading. */
  bill(replacements?: Replacements): Buffer;
  /** The bill without the note's booking: only the containers tie it to the note. */
  billOfContainers(replacements?: Replacements): Buffer;
}

export function enginesShipment(): EnginesShipment {
  const waybillNumber = freshNumber('CQ26');
  const billNumber = freshNumber('HBLQZH');
  const booking = freshNumber('HBL2611');
  const containers = [freshContainer(), freshContainer()] as const;
  const own = { YDAU2004174: containers[0], YDAU2004180: containers[1], HBL26110881: booking };
  const numbered = (sample: Buffer, number: Replacements, replacements: Replacements = {}) =>
    withTexts(withTexts(sample, { ...own, ...number }), replacements);
  const note = (sample: () => Buffer) => (replacements?: Replacements) =>
    numbered(sample(), { CQ26110417: waybillNumber }, replacements);
  const bill = (replacements?: Replacements) =>
    numbered(samples.enginesBill(), { HBLQZH2611042: billNumber }, replacements);
  return {
    waybillNumber,
    billNumber,
    booking,
    containers,
    waybill: note(samples.enginesWaybill),
    replacement: note(samples.enginesReplacement),
    cancellation: note(samples.enginesCancellation),
    bill,
    billOfContainers: (replacements) => bill({ [booking]: freshNumber('HBL2612'), ...replacements }),
  };
}

/** Paint (UN 1263) and tableware from Chengdu, likewise: China waybill in XML, DCSA bill of lading, one container; the bill as an IFTMCS message too. */
export interface PaintShipment {
  readonly waybillNumber: string;
  readonly billNumber: string;
  readonly container: string;
  waybill(replacements?: Replacements): Buffer;
  bill(replacements?: Replacements): Buffer;
  message(replacements?: Replacements): Buffer;
}

export function paintShipment(): PaintShipment {
  const waybillNumber = freshNumber('CDQ2611');
  const billNumber = freshNumber('HBLQZH');
  const container = freshContainer();
  const own = { YDAU2005308: container, HBL26110904: freshNumber('HBL2611') };
  const numbered =
    (sample: () => Buffer, number: Replacements) =>
    (replacements: Replacements = {}) =>
      withTexts(withTexts(sample(), { ...own, ...number }), replacements);
  return {
    waybillNumber,
    billNumber,
    container,
    waybill: numbered(samples.paintWaybill, { CDQ2611080093: waybillNumber }),
    bill: numbered(samples.paintBill, { HBLQZH2611057: billNumber }),
    message: numbered(samples.paintMessage, { HBLQZH2611057: billNumber }),
  };
}
