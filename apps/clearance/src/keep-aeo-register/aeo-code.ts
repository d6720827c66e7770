import type { Bilingual } from '#domain';

/** What a refusal says of the shape (GACC notice 2018-131, whose example is SG123456789012; WCO TIN). */
export const AEO_CODE_RULE: Bilingual = {
  en:
    'An AEO code is the country code and the enterprise code: AEOCN and 10 digits for China, SG and 12 letters or digits for Singapore; ' +
    'elsewhere the ISO country code and a unique number, together at most 17 letters and digits. Outside China it stands with or without AEO ' +
    'in front. Its country is the one given in country.',
  zh:
    'AEO 编码由国家代码和企业编码组成：中国为 AEOCN 加 10 位数字，新加坡为 SG 加 12 位字母或数字；其他国家或地区为 ISO 国家代码加唯一编号，' +
    '合计至多 17 位字母和数字。除中国外，前面可带或不带 AEO。其国家即 country 所填的国家。',
};

const TIN = /^[A-Z]{2}[0-9A-Z]{1,15}$/;

/** Whether the code has its country's shape. `country` is ISO 3166-1 alpha-2. */
export function isAeoCode(code: string, country: string): boolean {
  if (country === 'CN') return /^AEOCN\d{10}$/.test(code);
  const tin = withoutPrefix(code);
  if (country === 'SG') return /^SG[0-9A-Z]{12}$/.test(tin);
  return TIN.test(tin) && tin.startsWith(country);
}

/** Documents write the same code with AEO in front and without. Both name one company. */
export const isSameAeoCode = (one: string, other: string): boolean => withoutPrefix(one) === withoutPrefix(other);

/** The ways in which a code is written. */
export const writingsOf = (code: string): string[] => [withoutPrefix(code), `AEO${withoutPrefix(code)}`];

const withoutPrefix = (code: string): string => code.replace(/^AEO/, '');
