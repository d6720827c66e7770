import type { DocumentAccepted, DocumentRejected } from '#contracts';
import { outcomesOf } from './outcomes.js';

const accepted: DocumentAccepted = {
  documentId: 'd1',
  sha256: 'a'.repeat(64),
  sender: '0002187',
  receivedAt: '2026-11-04T03:00:00.000Z',
  checkedAt: '2026-11-04T03:00:01.000Z',
  format: 'rail/smgs-un-d23b',
  findings: [],
  number: 'CQ26110417',
  references: [{ type: 'booking', value: 'HBL26110881' }],
  oneDocumentId: 'r1',
};

describe('outcomesOf', () => {
  it('keeps the last word on a document that went on into another record', () => {
    const events = [accepted, { ...accepted, documentId: 'd2' }, { ...accepted, oneDocumentId: 'r2' }];
    expect(outcomesOf(events).map(({ documentId, oneDocumentId }) => [documentId, oneDocumentId])).toEqual([
      ['d1', 'r2'],
      ['d2', 'r1'],
    ]);
  });

  it('leaves open what a rejected document cannot have', () => {
    const rejected: DocumentRejected = {
      documentId: 'd1',
      sender: '0002187',
      receivedAt: '2026-11-04T03:00:00.000Z',
      checkedAt: '2026-11-04T03:00:01.000Z',
      findings: [
        { code: 'FORMAT.UNKNOWN', severity: 'error', path: '', message: { en: 'Unknown format.', zh: '格式未知。' } },
      ],
    };
    expect(outcomesOf([rejected])).toEqual([
      {
        documentId: 'd1',
        format: null,
        findings: rejected.findings,
        number: null,
        references: [],
        oneDocumentId: null,
        alsoIn: [],
        checkedAt: '2026-11-04T03:00:01.000Z',
        edifactProfileVersion: null,
      },
    ]);
  });
});
