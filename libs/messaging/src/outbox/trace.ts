import { randomBytes } from 'node:crypto';

/** W3C Trace Context, `traceparent` version 00: the same trace with a parent id of our own, or a new trace. */
export function continueTrace(traceparent: string | undefined): string {
  const trace = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/.exec(traceparent ?? '');
  return `00-${trace?.[1] ?? randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-${trace?.[2] ?? '00'}`;
}
