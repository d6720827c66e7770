/** The texts of the form; each is a simple type of the published XSD, without its `Type`. */

const pattern = <const Pattern extends string>(form: Pattern, en: string, zh: string) => ({
  pattern: form,
  says: { en, zh },
});

const upTo = (maxLength: number) => ({
  maxLength,
  says: { en: `a text of 1 to ${maxLength} characters`, zh: `1 至 ${maxLength} 个字符的文字` },
});

const oneOf = <const Value extends string>(...values: Value[]) => ({
  values,
  says: { en: `one of ${values.join(', ')}`, zh: `以下之一：${values.join('、')}` },
});

export const ShortText = upTo(70);
export const Text = upTo(512);
export const LongText = upTo(4000);

export const WaybillNumber = pattern(
  '[0-9A-Z]{6,30}',
  '6 to 30 digits and capital letters',
  '6 至 30 位数字或大写字母',
);
export const Version = pattern('[0-9]{1,9}', 'a whole number', '整数');
export const WaybillFunction = oneOf('original', 'replacement', 'cancellation');
export const Time = pattern(
  '[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+\\-][0-9]{2}:[0-9]{2}))?',
  'a day or a time with its offset, for example 2026-11-08T09:20:00+08:00',
  '日期，或带时区的时间，例如 2026-11-08T09:20:00+08:00',
);

export const TmisCode = pattern('[0-9]{5}', 'five digits', '5 位数字');
export const TelegraphCode = pattern('[A-Z]{3}', 'three capital letters', '3 位大写字母');
export const UnLocode = pattern('[A-Z]{2}[A-Z2-9]{3}', 'a UN/LOCODE, for example CNQZH', 'UN/LOCODE 代码，例如 CNQZH');

export const PartyCode = pattern(
  '[0-9A-Za-z._\\-]{1,35}',
  '1 to 35 letters, digits, points, hyphens',
  '1 至 35 位字母、数字、点或连字符',
);
export const UnifiedSocialCreditCode = pattern(
  '[0-9A-HJ-NPQRTUWXY]{18}',
  '18 digits and capital letters without I, O, S, V, Z',
  '18 位数字或大写字母（不含 I、O、S、V、Z）',
);
export const CustomsRegistrationCode = pattern('[0-9A-Z]{10}', 'ten digits and capital letters', '10 位数字或大写字母');
export const AeoCode = pattern('[0-9A-Z]{5,35}', '5 to 35 digits and capital letters', '5 至 35 位数字或大写字母');
export const CountryCode = pattern(
  '[A-Z]{2}',
  'an ISO 3166-1 code of two capital letters',
  '2 位大写字母的 ISO 3166-1 国家代码',
);

export const WagonNumber = pattern('[0-9]{5,12}', '5 to 12 digits', '5 至 12 位数字');
export const ContainerNumber = pattern(
  '[A-Z]{4}[0-9]{7}',
  'four capital letters and seven digits, without spaces',
  '4 位大写字母加 7 位数字，不含空格',
);
export const SizeType = pattern(
  '[0-9A-Z]{4}',
  'an ISO 6346 size and type code, for example 22G1',
  'ISO 6346 尺寸箱型代码，例如 22G1',
);

export const Count = pattern(
  '[0-9]{1,12}',
  'a whole number of at most 12 digits, without a sign',
  '不超过 12 位的整数，不带正负号',
);
export const Quantity = pattern(
  '[0-9]{1,15}(\\.[0-9]{1,6})?',
  'a decimal number of at most 15 digits before the point and 6 after it, without a sign, for example 8800.00',
  '十进制数，整数部分不超过 15 位，小数部分不超过 6 位，不带正负号，例如 8800.00',
);

export const Temperature = pattern(
  '-?[0-9]{1,3}(\\.[0-9]{1,2})?',
  'a temperature in degrees Celsius, for example -18.0',
  '摄氏温度，例如 -18.0',
);

export const RailCommodityCode = pattern('[0-9]{7}', 'seven digits', '7 位数字');
export const HsCode = pattern('[0-9]{6,10}', '6 to 10 digits', '6 至 10 位数字');
export const PackagingCode = pattern(
  '[0-9A-Z]{2}',
  'a UN/ECE Recommendation 21 code, for example DR',
  'UN/ECE 第 21 号建议书包装代码，例如 DR',
);

export const UnNumber = pattern('[0-9]{4}', 'four digits, without UN', '4 位数字，不带 UN');
export const RailDangerousNumber = pattern('[0-9]{5}', 'five digits', '5 位数字');
export const HazardClass = pattern(
  '[1-9](\\.[1-6][A-Z]?)?',
  'a class or division, for example 3, 2.1 or 1.4S',
  '类别或项别，例如 3、2.1 或 1.4S',
);
export const PackingGroup = oneOf('I', 'II', 'III');
export const Indicator = oneOf('true', 'false');
