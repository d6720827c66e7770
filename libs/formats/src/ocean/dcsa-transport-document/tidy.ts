import { Decimal } from 'decimal.js';
import { isDecimal, LONGEST_DECIMAL, type Finding } from '#domain';
import type { JsonSource } from '../../syntax/json.js';

/** The document twice: as the schema wants to see it, and with every number as the decimal the sender wrote. */
export interface Tidied {
  readonly document: unknown;
  readonly decimals: unknown;
  /** `DCSA.EMPTY_FIELD` for every member left out because it says nothing; the errors `DCSA.NUMBER_TOO_LARGE` and `DCSA.NUMBER_TOO_LONG`. */
  readonly findings: readonly Finding[];
}

/**
 * Blank space around texts is removed, and so are members that are null or empty: real senders write both for "not given". An object or array in which
 * nothing changes is not copied.
 */
export function tidy(source: JsonSource, document: object): Tidied {
  const findings: Finding[] = [];
  const steps: string[] = [];
  const { plain, decimal } = copyOf(document);
  return { document: plain, decimals: decimal, findings };

  function copyOf(holder: object): Copy {
    let [plain, decimal] = [holder, holder];
    for (const key of Object.keys(holder)) {
      steps.push(key);
      const member = memberCopy(holder, key);
      plain = withMember(plain, holder, key, member.plain);
      decimal = withMember(decimal, holder, key, member.decimal);
      steps.pop();
    }
    return { plain, decimal };
  }

  function memberCopy(holder: object, key: string): Copy<unknown> {
    const written = (holder as Members)[key];
    const value = typeof written === 'string' ? written.trim() : written;
    if (typeof value === 'number') {
      const digits = source.numberText(holder, key);
      if (!Number.isFinite(value)) findings.push(numberTooLarge(pointerTo(steps)));
      else if (digits !== undefined && digits.length > LONGEST_DECIMAL) findings.push(numberTooLong(pointerTo(steps)));
      return { plain: value, decimal: decimalOf(value, digits) };
    }
    if ((value === null || value === '') && !Array.isArray(holder)) {
      findings.push(emptyField(pointerTo(steps), key));
      return { plain: undefined, decimal: undefined };
    }
    return typeof value === 'object' && value !== null ? copyOf(value) : { plain: value, decimal: value };
  }
}

interface Copy<Value = object> {
  readonly plain: Value;
  readonly decimal: Value;
}

type Members = Record<string, unknown>;

/** The copy with this member, or without it where it is undefined; `original` itself is copied first. */
function withMember(copy: object, original: object, key: string, value: unknown): object {
  if ((copy as Members)[key] === value) return copy;
  const own = (
    copy !== original ? copy : Array.isArray(original) ? [...(original as unknown[])] : { ...original }
  ) as Members;
  if (value === undefined) delete own[key];
  else own[key] = value;
  return own;
}

const pointerTo = (steps: readonly string[]): string =>
  steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

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

const numberTooLong = (path: string): Finding => ({
  code: 'DCSA.NUMBER_TOO_LONG',
  severity: 'error',
  path,
  message: {
    en: `No quantity needs more than ${LONGEST_DECIMAL} digits. Write the number shorter.`,
    zh: `任何数量都不需要超过 ${LONGEST_DECIMAL} 位数字。请缩短该数值。`,
  },
  rule: 'DCSA EBL 3.0.4',
});
