import type { OneDocument, TransportDocument } from '#domain';
import { catalogue } from '../catalogue.js';
import type { Writing } from '../format.js';
import { readDocument } from '../read-document.js';

/** Written, valid by the official schema where that is at hand, and read again by whichever format knows it. */
export function writeAndRead(
  record: OneDocument,
  encode: (record: OneDocument) => Writing,
  official: ((tree: unknown) => boolean) | undefined,
) {
  const { bytes, findings } = encode(record);
  if (!bytes) throw new Error(JSON.stringify(findings));
  const valid = official?.(JSON.parse(bytes.toString())) ?? true;
  const { format, document } = readDocument(bytes, catalogue);
  return { format, valid, document, lost: findings.map(({ path }) => path) };
}

/** As read: without the places in the document and its purpose, which a record does not hold. */
export const told = ({ purpose: _purpose, ...document }: TransportDocument) =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'path' ? undefined : value))) as unknown;
