import { isDecimal, type DecimalText } from '#domain';
import { Decimal } from 'decimal.js';
import { CUBIC_FOOT_M3, CUBIC_METRE_EXPONENTS, KILOGRAM_EXPONENTS } from './code-lists.js';
import type { Quantity, Volume, Weight } from './building-blocks.types.js';

/** Never rounds. */
const Exact = Decimal.clone({ precision: 1e9 });

/** A mass in kilograms: exactly as written if it is in KGM, else with the point moved (`43.344500 TNE` is `43344.500`). */
export const kilograms = ({ content, unitCode }: Weight): DecimalText => shifted(content, KILOGRAM_EXPONENTS[unitCode]);

/** A volume in cubic metres, exactly: as written if it is in MTQ. */
export const cubicMetres = ({ content, unitCode }: Volume): DecimalText =>
  unitCode === 'FTQ'
    ? new Exact(content).times(CUBIC_FOOT_M3).toFixed()
    : shifted(content, CUBIC_METRE_EXPONENTS[unitCode]);

/** A number as written; the schema also allows `+5` and `.5`, which become `5` and `0.5`. */
export const decimal = ({ content }: Quantity): DecimalText => shifted(content, 0);

/** The number with its point so many places further right: every digit written stays, zeros fill the gap. */
function shifted(written: string, exponent: number): DecimalText {
  if (exponent === 0 && isDecimal(written)) return written;
  const [whole = '', fraction = ''] = written.replace(/^[+-]/, '').split('.');
  const places = Math.max(0, fraction.length - exponent);
  const digits = (whole + fraction).padEnd(whole.length + exponent, '0').padStart(places + 1, '0');
  const point = digits.length - places;
  const number = digits.slice(0, point).replace(/^0+(?=\d)/, '') + (places > 0 ? `.${digits.slice(point)}` : '');
  return written.startsWith('-') && /[1-9]/.test(digits) ? `-${number}` : number;
}
