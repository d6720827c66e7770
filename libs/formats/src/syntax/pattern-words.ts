import type { Bilingual } from '#domain';

/** What each pattern of the standards' schemas asks for: who sends a waybill reads no regular expressions. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  '^[+-]?(\\d+|(0|[1-9]\\d*)?\\.\\d+)$': {
    en: 'a number in digits with a decimal point and nothing between thousands, for example 9600.500',
    zh: '数字，小数点用“.”，不加千位分隔符，例如 9600.500',
  },
  '^\\S(?:.*\\S)?$': { en: 'a text that neither begins nor ends with a space', zh: '首尾没有空格的文本' },
  '^\\S+$': { en: 'a text without spaces', zh: '不含空格的文本' },
  '^[A-Z]{2}[A-Z2-9]{3}$': {
    en: 'a UN/LOCODE in capital letters, for example CNQZH',
    zh: '大写的 UN/LOCODE，例如 CNQZH',
  },
  '^[A-Z]{2}$': {
    en: 'a country’s two capital letters (ISO 3166-1), for example CN',
    zh: '两位大写国家代码（ISO 3166-1），例如 CN',
  },
  '^[A-Z]{3}$': {
    en: 'a currency’s three capital letters (ISO 4217), for example CNY',
    zh: '三位大写货币代码（ISO 4217），例如 CNY',
  },
  '^\\d{4}$': { en: 'four digits', zh: '4 位数字' },
  '^\\d{6,10}$': { en: '6 to 10 digits without points or spaces', zh: '6 至 10 位数字，不含点或空格' },
  '^\\d{6,12}$': { en: '6 to 12 digits without points or spaces', zh: '6 至 12 位数字，不含点或空格' },
  '^[0-9](\\.[0-9])?$': { en: 'a class or division, for example 3 or 6.1', zh: '类别或项别，例如 3 或 6.1' },
  '^\\d{2}[0-9A-Z]{2}[NEWSR]$': {
    en: 'a voyage as two digits, two digits or capital letters, and one of N, E, W, S, R, for example 2103N',
    zh: '通用航次：2 位数字、2 位数字或大写字母，加 N、E、W、S、R 之一，例如 2103N',
  },
  '^[0-3][0-9A-Z]{3}$': {
    en: 'a digit from 0 to 3 and three digits or capital letters',
    zh: '0 至 3 的一位数字，加 3 位数字或大写字母',
  },
  '^[A-Z0-9]{2}$': { en: 'two capital letters or digits', zh: '2 位大写字母或数字' },
  '^[A-Z0-9]{1,5}$': { en: '1 to 5 capital letters or digits', zh: '1 至 5 位大写字母或数字' },
  '^.+@\\S+$': { en: 'an e-mail address', zh: '电子邮件地址' },
};

/** Undefined for a pattern that has no words yet. */
export const wordsOfPattern = (pattern: string): Bilingual | undefined => WORDS[pattern];
