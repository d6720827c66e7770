import { randomUUID } from 'node:crypto';

/** W3C Trace Context, `traceparent` version 00: the same trace with a parent id of our own, or a new trace. */
export function continueTrace(traceparent: string | undefined): string {
  const trace = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/.exec(traceparent ?? '');
  return `00-${trace?.[1] ?? randomHex(32)}-${randomHex(16)}-${trace?.[2] ?? '00'}`;
}

/** Of a UUID, since Node makes those many at a time. At most 32 digits. */
const randomHex = (digits: number): string => randomUUID().replaceAll('-', '').slice(0, digits);
