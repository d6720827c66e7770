/** Parties to the trade. What a route does not say of roles is for all of these. */
export const TRADE_ROLES = ['forwarder', 'broker', 'rail', 'ocean-carrier', 'port', 'customs'] as const;

/** An operator looks after the installation and sees no document. */
export const ROLES = [...TRADE_ROLES, 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** Who is calling, as the token says. */
export interface Caller {
  /** Party code: a string, leading zeros included. */
  readonly party: string;
  readonly role: Role;
  /** Who it is at the party, where the token's issuer says so. */
  readonly person?: string;
}
