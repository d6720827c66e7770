const LETTER_VALUES = new Map<string, number>();
for (let letter = 65, value = 10; letter <= 90; letter += 1, value += 1) {
  if (value % 11 === 0) value += 1;
  LETTER_VALUES.set(String.fromCharCode(letter), value);
}

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
  for (let position = 0; position < 10; position += 1) {
    const character = number.charAt(position);
    sum += (LETTER_VALUES.get(character) ?? Number(character)) * (1 << position);
  }
  return (sum % 11) % 10 === Number(number.charAt(10));
}
