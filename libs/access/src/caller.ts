/** Parties to the trade. What a route does not say of roles is for all of these. */
export const TRADE_ROLES = ['forwarder', 'broker', 'rail', 'ocean-carrier', 'port', 'customs'] as const;

/** An operator looks after the installation and sees no document. */
export const ROLES = [...TRADE_ROLES, 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** As tokens name parties: 1 to 64 characters, none of them a control character, no space at the ends. */
export const isPartyCode = (code: string): boolean => /^[^\s\p{Cc}]([^\p{Cc}]{0,62}[^\s\p{Cc}])?$/u.test(code);

/** Who is calling, as the token says. */
export interface Caller {
  /** Party code: a string, leading zeros included. */
  readonly party: string;
  readonly role: Role;
  /** Who it is at the party, where the token's issuer says so. */
  readonly person?: string;
}
