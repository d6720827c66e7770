import { isDecimal, type DecimalText } from '#domain';
import { Decimal } from 'decimal.js';
import { CUBIC_FOOT_M3, CUBIC_METRE_EXPONENTS, KILOGRAM_EXPONENTS } from './code-lists.js';
import type { Quantity, Volume, Weight } from './building-blocks.types.js';

/** Never rounds: shifting a decimal point and taking a sign away need no more digits than were written. */
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

function shifted(written: string, exponent: number): DecimalText {
  if (exponent === 0 && isDecimal(written)) return written;
  const places = written.split('.')[1]?.length ?? 0;
  return new Exact(written).times(new Exact(10).pow(exponent)).toFixed(Math.max(0, places - exponent));
}
