/** What a refusal says of the shape (customs notice 2018-131; WCO TIN). */
export const AEO_CODE_RULE =
  'An AEO code is the country code and the enterprise code: AEOCN and 10 digits for China, AEOSG and 12 letters or digits for Singapore; ' +
  'elsewhere the ISO country code and a unique number, together at most 17 letters and digits, with or without AEO in front. ' +
  'Its country is the one given in country.';

const TIN = /^[A-Z]{2}[0-9A-Z]{1,15}$/;

/** Whether the code has its country's shape. `country` is ISO 3166-1 alpha-2. */
export function isAeoCode(code: string, country: string): boolean {
  if (country === 'CN') return /^AEOCN\d{10}$/.test(code);
  if (country === 'SG') return /^AEOSG[0-9A-Z]{12}$/.test(code);
  const tin = code.startsWith('AEO') ? code.slice(3) : code;
  return TIN.test(tin) && tin.startsWith(country);
}
