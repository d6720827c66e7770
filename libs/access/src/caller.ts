export const ROLES = ['forwarder', 'rail', 'ocean-carrier', 'port', 'customs'] as const;
export type Role = (typeof ROLES)[number];

/** Who is calling, as the token says. */
export interface Caller {
  /** Party code: a string, leading zeros included. */
  readonly party: string;
  readonly role: Role;
}

/** 1 to 64 characters, no blank at either end. */
export const isPartyCode = (party: unknown): party is string =>
  typeof party === 'string' && /^\S(.{0,62}\S)?$/u.test(party);
