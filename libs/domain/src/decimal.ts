import { Decimal } from 'decimal.js';
import type { DecimalText } from './consignment.js';

/** Wide enough that no sum of masses or quantities is ever rounded. */
const Exact = Decimal.clone({ precision: 200, toExpNeg: -1000, toExpPos: 1000 });

/** Whether the text is a plain decimal number, as documents write them. */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** The exact sum, with as many decimal places as the most precise summand: `20000.000 + 1.10 = 20001.100`. Absent when nothing is summed. */
export function sumOf(texts: readonly (DecimalText | undefined)[]): DecimalText | undefined {
  const summands = texts.filter((text): text is DecimalText => text !== undefined && isDecimal(text));
  if (summands.length === 0) return undefined;
  const places = Math.max(...summands.map(decimalPlaces));
  const sum = summands.reduce((units, text) => units + inUnits(text, places), 0n);
  return places === 0 ? String(sum) : withPoint(sum, places);
}

/** How many of the smallest units, 10^-places, the number is. */
const inUnits = (text: DecimalText, places: number): bigint =>
  BigInt(text.replace('.', '') + '0'.repeat(places - decimalPlaces(text)));

function withPoint(units: bigint, places: number): DecimalText {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Equal as numbers: `1.10` and `1.1`. */
export const sameNumber = (one: DecimalText, other: DecimalText): boolean =>
  one === other || new Exact(one).equals(other);

/** Whether the two differ by more than `percent` of the first. */
export function differsByMoreThan(percent: DecimalText, reference: DecimalText, other: DecimalText): boolean {
  const allowed = new Exact(reference).abs().times(percent).dividedBy(100);
  return new Exact(reference).minus(other).abs().greaterThan(allowed);
}

function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
