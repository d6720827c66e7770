import type { Finding, OneDocument } from '#domain';
import { catalogue, encodeIftmcsBill, type Writing } from '#formats';
import { showRecordAsPdf } from '../show-record-as-pdf/show-record-as-pdf.js';
import { linkedData } from './linked-data.js';

/** A record in a form, and what of it the form cannot carry. No body when the findings say why there can be none. */
export interface Rendered {
  readonly body?: OneDocument | Buffer;
  readonly findings: readonly Finding[];
}

/** A form in which a record is given out. */
export interface Rendering {
  /** What `?format=` calls it. */
  readonly format: string;
  readonly mediaType: string;
  /** How a file of it ends. */
  readonly ending: string;
  /** `address`: where the record is. */
  render(record: OneDocument, address: string): Rendered | Promise<Rendered>;
}

const SYNTAXES = {
  json: { mediaType: 'application/vnd.yidan.document+json', ending: 'json' },
  xml: { mediaType: 'application/vnd.yidan.document+xml', ending: 'xml' },
  edifact: { mediaType: 'application/EDIFACT', ending: 'edi' },
};

/** The first is given to whoever has no wish. */
export const RENDERINGS: readonly [Rendering, ...Rendering[]] = [
  { format: 'json', mediaType: 'application/json', ending: 'json', render: (record) => whole(record) },
  {
    format: 'pdf',
    mediaType: 'application/pdf',
    ending: 'pdf',
    render: async (...of) => whole(await showRecordAsPdf(...of)),
  },
  {
    format: 'json-ld',
    mediaType: 'application/ld+json',
    ending: 'jsonld',
    render: (...of) => whole(linkedData(...of)),
  },
  written('unece-smgs-d23b'),
  written('unece-bl-d23b'),
  written('dcsa-ebl-3.0'),
  written('edifact-iftmcs'),
  form('edifact-iftmcs-bill', 'edifact', encodeIftmcsBill),
  written('edifact-iftmin'),
  written('edifact-cuscar'),
];

const whole = (body: OneDocument | Buffer): Rendered => ({ body, findings: [] });

/** What a format is for, the record's part or the whole journey, as its encoder writes it. */
function written(format: string): Rendering {
  const known = catalogue.find(({ id }) => id === format);
  if (!known || !('encode' in known) || !known.encode) throw new Error(`The format ${format} is not written.`);
  return form(format, known.syntax, known.encode.bind(known));
}

/** Neither UN/CEFACT nor DCSA has registered a media type for a form, so each says by its profile (RFC 6906) which it is. */
function form(format: string, syntax: keyof typeof SYNTAXES, encode: (record: OneDocument) => Writing): Rendering {
  const { mediaType, ending } = SYNTAXES[syntax];
  return {
    format,
    mediaType: `${mediaType}; profile="urn:yidan:format:${format}"`,
    ending: `${format}.${ending}`,
    render(record) {
      const { bytes, findings } = encode(record);
      return { ...(bytes && { body: bytes }), findings };
    },
  };
}
