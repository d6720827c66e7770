import type { Finding, OneDocument } from '#domain';
import { catalogue } from '#formats';
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
];

const whole = (body: OneDocument | Buffer): Rendered => ({ body, findings: [] });

/**
 * The record's part that a format is for, as its encoder writes it. UN/CEFACT and DCSA have registered no media types, so ours says by its profile (RFC 6906)
 * which format it is.
 */
function written(format: string): Rendering {
  const known = catalogue.find(({ id }) => id === format);
  if (!known || !('encode' in known) || !known.encode) throw new Error(`The format ${format} is not written.`);
  const encode = known.encode.bind(known);
  return {
    format,
    mediaType: `application/vnd.yidan.document+json; profile="urn:yidan:format:${format}"`,
    ending: `${format}.json`,
    render(record) {
      const { bytes, findings } = encode(record);
      return { ...(bytes && { body: bytes }), findings };
    },
  };
}
