import { Decimal } from 'decimal.js';
import type { DecimalText } from './consignment.js';

/** No quantity is written longer. A document may be nothing but digits: to add up hundreds of thousands of them takes many seconds. */
export const LONGEST_DECIMAL = 100;

/** Wide enough that no sum of masses or quantities is ever rounded. */
const Exact = Decimal.clone({ precision: 200, toExpNeg: -1000, toExpPos: 1000 });

/** Whether the text is a plain decimal number, as documents write them. */
export function isDecimal(text: string): boolean {
  const first = text.startsWith('-') ? 1 : 0;
  let point = NOWHERE;
  for (let at = first; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character >= ZERO && character <= NINE) continue;
    if (character !== POINT || point !== NOWHERE) return false;
    point = at;
  }
  return text.length > first && point !== first && point !== text.length - 1;
}

const NOWHERE = -1;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * The exact sum, with as many decimal places as the most precise summand: `20000.000 + 1.10 = 20001.100`. Absent when nothing is summed, and when a
 * summand is missing or no number: a sum of the others would pass for the whole.
 */
export function sumOf(texts: readonly (DecimalText | undefined)[]): DecimalText | undefined {
  const summands: DecimalText[] = [];
  let places = 0;
  for (const text of texts) {
    if (text === undefined || !isDecimal(text)) return undefined;
    summands.push(text);
    places = Math.max(places, decimalPlaces(text));
  }
  if (summands.length === 0) return undefined;
  const sum = smallSum(summands, places) ?? largeSum(summands, places);
  return places === 0 ? String(sum) : withPoint(sum, places);
}

/** In units of 10^-places, which are whole numbers; undefined beyond those that a number holds exactly. */
function smallSum(texts: readonly DecimalText[], places: number): number | undefined {
  let sum = 0;
  for (const text of texts) {
    const units = inUnits(text, places);
    sum += units;
    if (!Number.isSafeInteger(units) || !Number.isSafeInteger(sum)) return undefined;
  }
  return sum;
}

function inUnits(text: DecimalText, places: number): number {
  let units = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0) units = units * 10 + digit;
  }
  for (let missing = places - decimalPlaces(text); missing > 0; missing -= 1) units *= 10;
  return text.startsWith('-') ? -units : units;
}

const largeSum = (texts: readonly DecimalText[], places: number): bigint =>
  texts.reduce((sum, text) => sum + BigInt(text.replace('.', '') + '0'.repeat(places - decimalPlaces(text))), 0n);

function withPoint(units: number | bigint, places: number): DecimalText {
  const digits = String(units)
    .replace('-', '')
    .padStart(places + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Equal as numbers: `1.10` and `1.1`. */
export const sameNumber = (one: DecimalText, other: DecimalText): boolean =>
  one === other || new Exact(one).equals(other);

/** Whether the two differ by more than `percent` of the first. */
export function differsByMoreThan(percent: DecimalText, reference: DecimalText, other: DecimalText): boolean {
  if (reference === other) return false;
  const allowed = new Exact(reference).abs().times(percent).dividedBy(100);
  return new Exact(reference).minus(other).abs().greaterThan(allowed);
}

/** Whether one number is larger than so many times the other. */
export const isMoreThan = (one: DecimalText, other: DecimalText, times: DecimalText = '1'): boolean =>
  new Exact(one).greaterThan(new Exact(other).times(times));

function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
