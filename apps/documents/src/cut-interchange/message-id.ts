import { createHash } from 'node:crypto';
import { parse, stringify } from 'uuid';

/**
 * The document id of a message: the same whenever its interchange is cut. A UUID v7 of the moment of receipt as the interchange's own (RFC 9562 §5.7), whose
 * random part is a digest of interchange and position.
 */
export function messageId(interchangeId: string, position: number): string {
  const id = createHash('sha256').update(`${interchangeId} ${position}`).digest().subarray(0, 16);
  id.set(parse(interchangeId).subarray(0, 6));
  id[6] = 0x70 | (id[6]! & 0x0f);
  id[8] = 0x80 | (id[8]! & 0x3f);
  return stringify(id);
}
