import { Refusal } from '#domain';

/** Parties to the trade. What a route does not say of roles is for all of these. */
export const TRADE_ROLES = ['forwarder', 'broker', 'rail', 'ocean-carrier', 'port', 'customs'] as const;

/** An operator looks after the installation and sees no document. */
export const ROLES = [...TRADE_ROLES, 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** As tokens name parties: 1 to 64 characters, none of them a control character, no space at the ends. As JSON Schema, for bodies. */
export const PARTY_CODE = {
  type: 'string',
  pattern: '^[^\\s\\p{Cc}\\p{Cs}]([^\\p{Cc}\\p{Cs}]{0,62}[^\\s\\p{Cc}\\p{Cs}])?$',
} as const;

const FORM = new RegExp(PARTY_CODE.pattern, 'u');

export const isPartyCode = (code: string): boolean => FORM.test(code);

/** The party code in a path. Refuses (400) what cannot be one, with the route's own code. */
export function readPartyCode(code: string, refusal: string): string {
  if (isPartyCode(code)) return code;
  throw new Refusal(refusal, 'invalid', {
    en: 'The path does not name a party code: 1 to 64 characters without control characters.',
    zh: '路径中不是单位代码：应为 1 至 64 个字符，不含控制字符。',
  });
}

/** Who is calling, as the token says. */
export interface Caller {
  /** Party code: a string, leading zeros included. */
  readonly party: string;
  readonly role: Role;
  /** Who it is at the party, where the token's issuer says so. */
  readonly person?: string;
}
