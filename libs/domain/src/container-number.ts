const SHAPE = /^[A-Z]{3}[UJZ]\d{7}$/;

/** Removes what people put between the parts (`XQLU 305438-2`) and turns it to upper case. */
export const normaliseContainerNumber = (written: string): string =>
  isContainerNumber(written) ? written : written.replace(/[\s\-./]/g, '').toUpperCase();

/** ISO 6346: owner, category U, J or Z, six digits and one check digit. */
export const isContainerNumber = (number: string): boolean => SHAPE.test(number);

/** ISO 6346 annex A: letters 10…38 skipping multiples of 11, weighted 2^i, modulo 11, modulo 10. */
export function hasValidCheckDigit(number: string): boolean {
  if (!isContainerNumber(number)) return false;
  let sum = 0;
  for (let position = 0; position < 10; position += 1) sum += valueAt(number, position) << position;
  return (sum % 11) % 10 === valueAt(number, 10);
}

function valueAt(number: string, position: number): number {
  const character = number.charCodeAt(position);
  if (character < LETTER_A) return character - ZERO;
  const letter = character - LETTER_A;
  return 10 + letter + Math.ceil(letter / 10);
}

const ZERO = 0x30;
const LETTER_A = 0x41;
