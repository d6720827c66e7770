import type { DecimalText, Finding } from '#domain';
import { error } from '../findings.js';

/** Whether a mass, a volume or a number of things is less than nothing. */
export const isBelowZero = (amount: DecimalText | undefined): boolean => amount?.charCodeAt(0) === MINUS;

const MINUS = 0x2d;

const SENTENCES = {
  MASS: { en: 'A mass cannot be below zero. Correct it.', zh: '重量不能为负数，请更正。' },
  VOLUME: { en: 'A volume cannot be below zero. Correct it.', zh: '体积不能为负数，请更正。' },
  COUNT: {
    en: 'A number of packages or containers cannot be below zero. Correct it.',
    zh: '件数或箱数不能为负数，请更正。',
  },
} as const;

/** `family`: first part of the code, `SMGS`. */
export const belowZero = (family: string, what: keyof typeof SENTENCES, path: string, rule: string): Finding =>
  error({ code: `${family}.NEGATIVE_${what}`, path, rule, ...SENTENCES[what] });
