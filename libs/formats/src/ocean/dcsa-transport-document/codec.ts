import { hasErrors } from '#domain';
import type { Reading } from '../../format.js';
import type { JsonSource } from '../../syntax/json.js';
import { checkSchema } from './schema-check.js';
import { tidy } from './tidy.js';
import type { DcsaTransportDocument, TransportDocumentTree } from './tree.types.js';

/** Where a transport document stands: alone, in a PINT envelope, in an issuance request, in a notification with full state transfer. */
const ENVELOPES: readonly (readonly string[])[] = [
  [],
  ['transportDocument'],
  ['document'],
  ['data', 'transportDocument'],
];

/** Two of these make a transport document: other documents of DCSA (booking, shipping instructions, surrender request) have at most one. */
const TELLING = [
  'transportDocumentReference',
  'transportDocumentStatus',
  'transportDocumentTypeCode',
  'carrierCodeListProvider',
  'transports',
];

export const detect = (source: JsonSource): boolean => locate(source.root) !== undefined;

/**
 * The document found in its envelope, checked against the schema of EBL 3.0.4, its numbers turned to the decimals the sender wrote.
 * Findings are `SCHEMA.*`, those a careful clerk lives with as warnings, and `DCSA.UNKNOWN_FIELD`, `DCSA.NO_HS_CODE`, `DCSA.EMPTY_FIELD`.
 */
export function decode(source: JsonSource): Reading<DcsaTransportDocument> {
  const located = locate(source.root);
  if (!located) return { findings: [] };
  const { document, decimals, findings } = tidy(source, located.document);
  const placed = [...findings, ...checkSchema(document)].map((finding) => ({
    ...finding,
    path: located.pointer + finding.path,
  }));
  if (hasErrors(placed)) return { findings: placed };
  return { tree: { pointer: located.pointer, document: decimals as TransportDocumentTree }, findings: placed };
}

interface Located {
  readonly pointer: string;
  readonly document: object;
}

function locate(root: unknown): Located | undefined {
  for (const members of ENVELOPES) {
    const document = members.reduce(memberOf, root);
    if (isTransportDocument(document)) return { pointer: members.map((member) => `/${member}`).join(''), document };
  }
  return undefined;
}

const memberOf = (value: unknown, member: string): unknown =>
  isObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;

const isTransportDocument = (value: unknown): value is object =>
  isObject(value) && TELLING.filter((member) => Object.hasOwn(value, member)).length >= 2;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
