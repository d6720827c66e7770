import { Decimal } from 'decimal.js';
import { isDecimal, type Finding } from '#domain';
import type { JsonSource } from '../../syntax/json.js';

/** The document twice: as the schema wants to see it, and with every number as the decimal the sender wrote. */
export interface Tidied {
  readonly document: unknown;
  readonly decimals: unknown;
  /** `DCSA.EMPTY_FIELD` for every member left out because it says nothing; the error `DCSA.NUMBER_TOO_LARGE`. */
  readonly findings: readonly Finding[];
}

/** Blank space around texts is removed, and so are members that are null or empty: real senders write both for "not given". */
export function tidy(source: JsonSource, document: object): Tidied {
  const findings: Finding[] = [];
  const copy = copyOf(document, '');
  return { document: copy.plain, decimals: copy.decimal, findings };

  function copyOf(value: unknown, path: string): Copy {
    if (typeof value === 'string') return same(value.trim());
    if (typeof value !== 'object' || value === null) return same(value);
    const copies = Object.keys(value).flatMap((key) => memberCopy(value, key, path));
    if (Array.isArray(value))
      return { plain: copies.map(([, { plain }]) => plain), decimal: copies.map(([, { decimal }]) => decimal) };
    return {
      plain: Object.fromEntries(copies.map(([key, { plain }]) => [key, plain])),
      decimal: Object.fromEntries(copies.map(([key, { decimal }]) => [key, decimal])),
    };
  }

  function memberCopy(holder: object, key: string, path: string): [string, Copy][] {
    const value = (holder as Record<string, unknown>)[key];
    const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) findings.push(numberTooLarge(place));
      return [[key, { plain: value, decimal: decimalOf(value, source.numberText(holder, key)) }]];
    }
    if (!Array.isArray(holder) && saysNothing(value)) {
      findings.push(emptyField(place, key));
      return [];
    }
    return [[key, copyOf(value, place)]];
  }
}

interface Copy {
  readonly plain: unknown;
  readonly decimal: unknown;
}

const same = (value: unknown): Copy => ({ plain: value, decimal: value });

const saysNothing = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

/** JSON also allows `1.2e4`, which is no decimal as documents write them: its digits are spelled out, unless it is beyond a float's range. */
function decimalOf(value: number, written = String(value)): string {
  if (isDecimal(written)) return written;
  return Number.isFinite(value) && value !== 0 ? new Decimal(written).toFixed() : String(value);
}

const emptyField = (path: string, name: string): Finding => ({
  code: 'DCSA.EMPTY_FIELD',
  severity: 'warning',
  path,
  message: {
    en: `The field ${name} is empty and is taken as not given. Leave it out, or fill it in.`,
    zh: `字段 ${name} 为空，按未提供处理。请删除该字段或填写内容。`,
  },
  rule: 'DCSA EBL 3.0.4',
});

const numberTooLarge = (path: string): Finding => ({
  code: 'DCSA.NUMBER_TOO_LARGE',
  severity: 'error',
  path,
  message: { en: 'No quantity is as large as this number. Correct it.', zh: '数值过大，不可能是真实数量。请更正。' },
  rule: 'DCSA EBL 3.0.4',
});
