import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import type { OneDocument } from '#domain';

let context: object | undefined;

/** The record as JSON-LD: the published context says which of its terms are UN/CEFACT's. It stands in the document, so that nobody need fetch it. */
export function linkedData(record: OneDocument, address: string): Buffer {
  context ??= readContext();
  return Buffer.from(JSON.stringify({ '@context': context, '@id': address, '@type': 'unece:Consignment', ...record }));
}

function readContext(): object {
  const file = new URL('schemas/one-document/v1/one-document.context.jsonld', projectRoot);
  return (JSON.parse(readFileSync(file, 'utf8')) as { '@context': object })['@context'];
}
