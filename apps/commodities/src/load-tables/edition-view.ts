import type { TableEditionRow } from '../storage/table-edition.entity.js';
import { today } from './read-kept-table.service.js';

/** An edition as callers see it. */
export const editionView = (row: TableEditionRow) => ({
  id: row.id,
  scheme: row.scheme,
  edition: row.edition,
  validFrom: row.validFrom,
  validTo: row.validTo,
  source: row.source,
  exported: row.exported,
  sha256: row.sha256,
  sentBy: row.sentBy,
  sentAt: row.sentAt.toISOString(),
  state: row.state,
  ...(row.state === 'inForce' && { expired: row.validTo !== null && row.validTo < today() }),
  lines: row.lines,
  linesRead: row.linesRead,
  ...(row.inForceAt && { inForceAt: row.inForceAt.toISOString() }),
  ...(row.rolledBackBy !== null && { rolledBackBy: row.rolledBackBy, reason: row.rolledBackReason }),
  ...(row.reexamination && { reexamination: row.reexamination }),
  findingsCount: row.findingsCount,
});

export type EditionView = ReturnType<typeof editionView>;
