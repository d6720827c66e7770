import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser } from 'fast-xml-parser';
import { projectRoot } from '#contracts';
import { catalogue, readDocument, type AnyFormat } from '#formats';
import { billOfLading } from './edifact-documents.js';
import { readWithEdifactReused } from './edifact-peers.js';
import { measure } from './measure.js';

/** One format beside the parser that everybody has for its syntax, and beside ajv, in documents a CPU-second. */
export interface Row {
  readonly document: string;
  readonly 'parser alone': number;
  readonly 'ajv alone'?: number;
  readonly 'read and decoded': number;
  readonly '… checked and mapped': number;
}

const FORMATS = 'libs/formats/src/';
const file = (path: string): Buffer => readFileSync(new URL(FORMATS + path, projectRoot));

/** A document of each format without findings, and the schema it is held against. */
const documents: Readonly<Record<string, { readonly bytes: Buffer; readonly schema?: string }>> = {
  'unece-smgs-d23b': {
    bytes: file('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json'),
    schema: 'rail/smgs-consignment-note/schema/smgs-consignment-note.schema.json',
  },
  'unece-cim-smgs-d23b': {
    bytes: file('rail/cim-smgs-consignment-note/samples/valid/duisburg-xian-pumps.cim-smgs.json'),
    schema: 'rail/cim-smgs-consignment-note/schema/cim-smgs-consignment-note.schema.json',
  },
  'unece-bl-d23b': {
    bytes: file('ocean/uncefact-bill-of-lading/samples/valid/qinzhou-singapore-engines-and-paint.bl.json'),
    schema: 'ocean/uncefact-bill-of-lading/schema/bill-of-lading.schema.json',
  },
  'dcsa-ebl-3.0': {
    bytes: file('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json'),
    schema: 'ocean/dcsa-transport-document/schema/transport-document.schema.json',
  },
  'yidan-china-rail-waybill-1': {
    bytes: file('rail/china-rail-waybill/samples/valid/chengdu-qinzhou-paint.waybill.xml'),
  },
  'edifact-iftmcs': { bytes: billOfLading() },
};

type TransportFormat = Extract<AnyFormat, { toConsignment: unknown }>;

export const sideBySide = (): Row[] =>
  catalogue.flatMap((format) => {
    const measured = documents[format.id];
    return measured && !('toEvents' in format) ? [row(format, measured.bytes, measured.schema)] : [];
  });

function row(format: TransportFormat, bytes: Buffer, schema: string | undefined): Row {
  const name = `${format.id} (${format.syntax}, ${bytes.length} bytes)`;
  if (!readDocument(bytes).document) throw new Error(`${name} was not read.`);
  const decodedOnly: TransportFormat = { ...format, check: () => [], toConsignment: () => NOTHING };
  return {
    document: name,
    'parser alone': measure(name, () => PARSERS[format.syntax](bytes)).perCpuSecond,
    ...(schema !== undefined && { 'ajv alone': ajvAlone(name, bytes, schema) }),
    'read and decoded': measure(name, () => readDocument(bytes, [decodedOnly])).perCpuSecond,
    '… checked and mapped': measure(name, () => readDocument(bytes)).perCpuSecond,
  };
}

/** What reading looks at after mapping: the times of its legs. */
const NOTHING = { legs: [] } as unknown as ReturnType<TransportFormat['toConsignment']>;

/** Texts in their order, as the formats need them; without that fast-xml-parser is slower still. */
const xmlParser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
});

const PARSERS: Readonly<Record<AnyFormat['syntax'], (bytes: Buffer) => unknown>> = {
  json: (bytes) => JSON.parse(bytes.toString()) as unknown,
  xml: (bytes) => xmlParser.parse(bytes.toString()) as unknown,
  edifact: readWithEdifactReused,
};

function ajvAlone(name: string, bytes: Buffer, schema: string): number {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(file(schema).toString()) as object);
  const tree: unknown = JSON.parse(bytes.toString());
  if (!validate(tree)) throw new Error(`${name} does not fit its schema.`);
  return measure(name, () => validate(tree)).perCpuSecond;
}
