import { isKeyOfRecords, type TransportEvent } from '#domain';

/** What an event and a record can have in common. */
export interface EventKey {
  readonly type: 'container' | 'booking' | 'transportDocument' | 'throughDocument';
  readonly value: string;
}

/** Its references, and the container it is about. */
export function eventKeysOf({ references, equipment }: TransportEvent): EventKey[] {
  const keys = references.flatMap(({ type, value }): EventKey[] => (isKeyOfRecords(type) ? [{ type, value }] : []));
  if (equipment?.checkDigitValid) keys.push({ type: 'container', value: equipment.number });
  return [...new Map(keys.map((key) => [`${key.type} ${key.value}`, key])).values()];
}
