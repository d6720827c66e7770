import type { OneDocument } from '#domain';
import { showRecordAsPdf } from '../show-record-as-pdf/show-record-as-pdf.js';

/** A form in which a record is given out. */
export interface Rendering {
  /** What `?format=` calls it; also how a file of it ends. */
  readonly format: string;
  readonly mediaType: string;
  /** `address`: where the record is. */
  render(record: OneDocument, address: string): OneDocument | Promise<Buffer>;
}

/** The first is given to whoever has no wish. */
export const RENDERINGS: readonly [Rendering, ...Rendering[]] = [
  { format: 'json', mediaType: 'application/json', render: (record) => record },
  { format: 'pdf', mediaType: 'application/pdf', render: showRecordAsPdf },
];
