import type { ComponentRule } from './directories/segment-rule.js';
import type { FindingName } from './findings.js';
import { MARK } from './scanner.js';
import type { SegmentTable } from './segment-table.js';
import { BYTE, NONE } from './service-characters.js';

// As constants of this module: they are read at each value, and some at each byte.
const { any: ANY, invalid: INVALID, high: HIGH } = MARK;
const { zero: ZERO, nine: NINE, hyphen: HYPHEN } = BYTE;

/** What is wrong with the form of a value that is not empty: its characters, its length, its kind. The first fault only. */
export function formFault(table: SegmentTable, value: number, rule: ComponentRule): FindingName | undefined {
  if (rule.kind === 'n') return numberFault(table, value, rule);
  const mark = (table.marks[value] as number) & ANY;
  const bytes = (table.ends[value] as number) - (table.starts[value] as number);
  if (mark === 0 && rule.kind === 'an') return lengthFault(bytes, rule);
  if ((mark & INVALID) !== 0) return 'CONTROL_CHARACTER';
  const text = table.valueText(value);
  if (rule.kind === 'a' && /\d/.test(text)) return 'CHARACTER_TYPE';
  return lengthFault((mark & HIGH) === 0 ? text.length : [...text].length, rule);
}

function lengthFault(length: number, { min, max }: ComponentRule): FindingName | undefined {
  if (length > max) return 'TOO_LONG';
  return length < min ? 'TOO_SHORT' : undefined;
}

/** Digits, a hyphen in front, one decimal mark between digits; only digits count for the length (ISO 9735-1, numeric values). */
function numberFault(table: SegmentTable, value: number, rule: ComponentRule): FindingName | undefined {
  const { bytes } = table.spelling;
  const end = table.ends[value] as number;
  const first = table.starts[value] as number;
  const start = bytes[first] === HYPHEN ? first + 1 : first;
  if (start === end) return 'CHARACTER_TYPE';
  let mark = NONE;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte !== BYTE.point && byte !== BYTE.comma) return 'CHARACTER_TYPE';
    if (mark !== NONE) return 'DECIMAL';
    mark = at;
  }
  const fault = lengthFault(end - start - (mark === NONE ? 0 : 1), rule);
  if (fault ?? mark === NONE) return fault;
  return markFault(table, start, mark, end);
}

function markFault(table: SegmentTable, start: number, mark: number, end: number): FindingName | undefined {
  if (mark === start) return 'DECIMAL_START';
  if (mark === end - 1) return 'DECIMAL';
  const { bytes, characters } = table.spelling;
  return characters.decimalMark === NONE || bytes[mark] === characters.decimalMark ? undefined : 'DECIMAL_MARK';
}
