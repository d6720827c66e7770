import type { TableScheme } from '#crosswalk';

/** How the codes of a scheme look, and whether they begin with a subheading of HS. */
interface Scheme {
  readonly code: RegExp;
  readonly digits: string;
  /** `always`: else the line is wrong. `mostly`: the railways have codes of their own, in chapter 99 and elsewhere. */
  readonly beginsWithHs: 'always' | 'mostly' | 'never';
}

export const SCHEMES: Readonly<Record<TableScheme, Scheme>> = {
  HS: { code: /^(\d{2}|\d{4}|\d{6})$/, digits: '2, 4 or 6', beginsWithHs: 'never' },
  'CN-TARIFF': { code: /^(\d{8}|\d{10})$/, digits: '8 or 10', beginsWithHs: 'always' },
  AHTN: { code: /^\d{8}$/, digits: '8', beginsWithHs: 'always' },
  GNG: { code: /^\d{8}$/, digits: '8', beginsWithHs: 'mostly' },
  ETSNG: { code: /^\d{6}$/, digits: '6', beginsWithHs: 'never' },
  'CN-RAIL': {
    code: /^(0[1-9]|1\d|2[0-5]|99)\d{5}$/,
    digits: '7, of the classes 01–25 and 99,',
    beginsWithHs: 'never',
  },
  NAMES: { code: /^[\w.-]{1,20}$/, digits: 'up to 20 letters or', beginsWithHs: 'never' },
};

export const isScheme = (name: string): name is TableScheme => Object.hasOwn(SCHEMES, name);
