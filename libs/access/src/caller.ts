export const ROLES = ['forwarder', 'rail', 'ocean-carrier', 'port', 'customs'] as const;
export type Role = (typeof ROLES)[number];

/** Who is calling, as the token says. */
export interface Caller {
  /** Party code: a string, leading zeros included. */
  readonly party: string;
  readonly role: Role;
}
