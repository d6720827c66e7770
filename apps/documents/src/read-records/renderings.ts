import type { OneDocument } from '#domain';
import { catalogue, encodeIftmcsBill } from '#formats';
import { tradeForm, whole, type Forms, type Rendering } from '#room';
import { showRecordAsPdf } from '../show-record-as-pdf/show-record-as-pdf.js';
import { linkedData } from './linked-data.js';

/** The forms in which a record is given out. */
export const RECORD_FORMS: Forms<OneDocument> = {
  renderings: [
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
    tradeForm('edifact-iftmcs-bill', 'edifact', encodeIftmcsBill),
    written('edifact-iftmin'),
    written('edifact-cuscar'),
  ],
  name: { en: 'A record', zh: '记录' },
  refusals: { unknown: 'ONE_DOCUMENT.FORMAT_UNKNOWN', notWritable: 'ONE_DOCUMENT.NOT_WRITABLE' },
  path: ({ id }) => `/v1/one-documents/${id}`,
  findingsPath: ({ id, version }) => `/v1/one-documents/${id}/versions/${version}/findings`,
  fileName: ({ id, version }) => `one-document-${id}-v${version}`,
};

/** What a format is for, the record's part or the whole journey, as its encoder writes it. */
function written(format: string): Rendering<OneDocument> {
  const known = catalogue.find(({ id }) => id === format);
  if (!known || !('encode' in known) || !known.encode) throw new Error(`The format ${format} is not written.`);
  return tradeForm(format, known.syntax, known.encode.bind(known));
}
