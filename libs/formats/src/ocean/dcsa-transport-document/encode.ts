import { LosslessNumber, stringify } from 'lossless-json';
import type { Finding, OneDocument, TransportDocument } from '#domain';
import type { Writing } from '../../format.js';
import { error, warning } from '../../findings.js';
import { fitted } from '../../writing/fitted.js';
import { given } from '../../mapping/given.js';
import { notCarried } from '../../writing/not-carried.js';
import { partOf, seaDocumentOf } from '../../writing/record-part.js';
import { readJson } from '../../syntax/json.js';
import { check } from './checks.js';
import { decode } from './codec.js';
import { checkStrictly } from './schema-check.js';
import { toConsignment } from './to-consignment.js';
import { withNumbers } from './with-numbers.js';
import { documentBlock } from './writing/document-block.js';
import { unsplit } from './writing/unsplit.js';

/**
 * The record's bill or sea waybill as DCSA has it: data about the document, not the document itself, which only its carrier can issue. Never one that the
 * standard's schema refuses: what it requires and the record can't say ends in an error with its place in the document, unless there is a word for "not stated".
 */
export function encode(record: OneDocument): Writing {
  const part = partOf(record, seaDocumentOf(record));
  if (!('document' in part)) return { findings: part };
  const tree = fitted(documentBlock(part.document), refusedValues);
  const missing = lackingIn(part.document, checkStrictly(asFloats(tree)));
  if (missing.length > 0) return { findings: missing };
  const bytes = Buffer.from(stringify(withNumbers(tree, (digits) => new LosslessNumber(digits))) as string);
  const reading = reread(bytes);
  const errors = reading.findings.filter(({ severity }) => severity === 'error');
  if (!reading.document || errors.length > 0) return { findings: errors };
  return { bytes, findings: [notStated(part.pointers.source), ...notCarried(part, reading.document)] };
}

/** What the goods lack is told of the record; what else is missing, by its place in the document. */
function lackingIn({ goods }: TransportDocument, missing: readonly Finding[]): Finding[] {
  const unknown = goods.flatMap(unsplit);
  const others = unknown.length > 0 ? missing.filter(({ path }) => !path.includes('/cargoItems/')) : missing;
  return [...unknown, ...others.map(notEnough)];
}

const asFloats = (tree: unknown): unknown => withNumbers(tree, Number);

/** What can be taken out; a member that is missing can't. */
const refusedValues = (tree: unknown): readonly Finding[] =>
  checkStrictly(asFloats(tree)).filter(({ code }) => code !== 'SCHEMA.REQUIRED');

/** As its receiver would read it. The number of containers has no member of its own, being that of those listed. */
function reread(bytes: Buffer): { readonly document?: TransportDocument; readonly findings: readonly Finding[] } {
  const json = readJson(bytes.toString());
  if (!('source' in json)) return json;
  const { tree, findings } = decode(json.source);
  if (!tree) return { findings };
  const document = toConsignment(tree);
  const totals = { ...document.totals, containers: String(document.containers.length) };
  return { document: { ...document, totals }, findings: [...findings, ...check(tree)] };
}

const notEnough = ({ path, rule }: Finding): Finding =>
  error({
    code: 'DCSA.RECORD_LACKS',
    path,
    en: 'The standard requires this, and the record does not say it for certain. Ask the carrier for the original.',
    zh: '标准要求填写此项，而记录中没有确切内容。请向承运人索取原件。',
    ...given({ rule }),
  });

const notStated = (path: string): Finding =>
  warning({
    code: 'DCSA.NOT_STATED',
    path,
    en: 'The standard requires terms, contacts, places of payment and movement types, which a record does not hold: they are written empty, as "-", or as CY and FCL. Take them from the original.',
    zh: '标准要求填写条款、联系方式、付款地点及运输条款类型，而记录中没有这些内容：已留空、填“-”，或填 CY 与 FCL。请以原件为准。',
    rule: 'DCSA EBL 3.0.4, TransportDocument',
  });
