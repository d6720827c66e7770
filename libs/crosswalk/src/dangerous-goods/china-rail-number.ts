import { lazily, readTable } from '../reference-table.js';

/** What the digits of a China rail number (铁危编号) say. */
export interface ChinaRailClass {
  /** UN class or division (GB 6944): `3`, `2.1`. */
  readonly hazardClass: string;
  /** Whether the number lies in a published range; otherwise only its first two digits, class and division, are read. */
  readonly inPublishedRange: boolean;
}

const ranges = lazily(() =>
  readTable<'hazardClass' | 'grade' | 'from' | 'to' | 'basis'>('cn-rail-dangerous-numbers.csv'),
);

/** The class of a five-digit China rail number; undefined when its first two digits name none. */
export function classOfChinaRailNumber(number: string): ChinaRailClass | undefined {
  if (!/^\d{5}$/.test(number)) return undefined;
  const published = ranges().find(({ from, to, basis }) => basis === 'published' && from <= number && number <= to);
  const range = published ?? ranges().find(({ from }) => from.slice(0, 2) === number.slice(0, 2));
  return range && { hazardClass: range.hazardClass, inPublishedRange: published !== undefined };
}
