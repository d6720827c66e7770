import { DocumentRow } from '../storage/document.entity.js';
import { viewOf } from './document-view.js';

const ONE_DOCUMENT = '0193a1b2-0000-7000-8000-000000000002';

const row: DocumentRow = Object.assign(new DocumentRow(), {
  documentId: '0193a1b2-0000-7000-8000-000000000001',
  party: '0002187',
  role: 'forwarder',
  sha256: 'ab'.repeat(32),
  receivedAt: new Date('2026-11-04T03:00:00.000Z'),
  contentType: 'application/json',
  size: 12,
  consignmentReference: null,
  status: 'accepted',
  format: 'rail/smgs-un-d23b',
  findings: [
    {
      code: 'EQUIPMENT.CHECK_DIGIT',
      severity: 'warning',
      path: '/a/0',
      message: { en: 'Check the container number.', zh: '请核对箱号。' },
      rule: 'ISO 6346:2022 §4.2',
    },
  ],
  number: 'CQ26110417',
  references: [{ type: 'booking', value: 'HBL26110881' }],
  oneDocumentId: ONE_DOCUMENT,
  alsoIn: [],
  interchangeId: null,
  position: null,
  messages: null,
  edifactProfileVersion: null,
  mayComeAgain: false,
  checkedAt: new Date('2026-11-04T03:00:01.000Z'),
} satisfies DocumentRow);

describe('viewOf', () => {
  it.each([
    ['en', 'Check the container number.'],
    ['zh', '请核对箱号。'],
  ] as const)('says findings in %s and gives both', (language, message) => {
    expect(viewOf(row, language).findings).toEqual([
      {
        code: 'EQUIPMENT.CHECK_DIGIT',
        severity: 'warning',
        path: '/a/0',
        message,
        messages: { en: 'Check the container number.', zh: '请核对箱号。' },
        rule: 'ISO 6346:2022 §4.2',
      },
    ]);
  });

  it('links to the record it went into', () => {
    expect(viewOf(row, 'en').links).toEqual({
      self: `/v1/documents/${row.documentId}`,
      original: `/v1/documents/${row.documentId}/original`,
      oneDocument: `/v1/one-documents/${ONE_DOCUMENT}`,
      timeline: `/v1/one-documents/${ONE_DOCUMENT}/timeline`,
    });
  });

  it('leads to the profile it was checked with', () => {
    const checked = { ...row, party: 'LINE/1', edifactProfileVersion: 3 };
    expect(viewOf(checked, 'en')).toMatchObject({
      edifactProfileVersion: 3,
      links: { edifactProfile: '/v1/parties/LINE%2F1/edifact-profile/versions/3' },
    });
    expect(viewOf(row, 'en')).not.toHaveProperty('edifactProfileVersion');
  });

  it('shows what is not known yet as null', () => {
    const received = {
      ...row,
      status: 'received' as const,
      format: null,
      findings: [],
      number: null,
      oneDocumentId: null,
      checkedAt: null,
    };
    expect(viewOf(received, 'en')).toMatchObject({
      status: 'received',
      format: null,
      number: null,
      oneDocumentId: null,
      checkedAt: null,
    });
    expect(viewOf(received, 'en').links).not.toHaveProperty('oneDocument');
  });
});
