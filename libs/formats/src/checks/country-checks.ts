import type { Finding } from '#domain';
import { warning } from '../findings.js';

/** Regions that CLDR names beside the countries of ISO 3166-1: reserved codes, groups of countries, and what is made up for tests. */
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** A withdrawn code (SU, YU) is one that stands for another today. */
const isAssigned = (code: string): boolean =>
  NAMES.of(code) !== undefined &&
  !NO_COUNTRIES.has(code) &&
  Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Asked for once: countries and territories as the runtime knows them, Kosovo (XK) among them. */
const COUNTRIES: ReadonlySet<string> = new Set(
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isAssigned),
);

/** A country may be newer than the runtime, so nothing is refused for it. */
export const isCountry = (code: string): boolean => COUNTRIES.has(code);

export const checkCountry = (country: string, path: string): Finding[] =>
  isCountry(country) ? [] : [unknownCountry(country, path)];

const unknownCountry = (country: string, path: string): Finding =>
  warning({
    code: 'COUNTRY.UNKNOWN',
    path,
    en: `No country has the code ${country} today. Give the two letters that ISO 3166-1 has for it.`,
    zh: `现无国家或地区使用代码 ${country}。请填写 ISO 3166-1 的两位字母代码。`,
    rule: 'ISO 3166-1',
  });
