import { topics } from '#contracts';
import { BILL_OF_LADING, messageOf, record } from '../testing/record.js';
import { versionStep } from './version-step.js';

const message = messageOf(topics.oneDocumentChanged, {});

describe('versionStep', () => {
  it('says which version was made, by which document, and how many discrepancies it has', () => {
    expect(versionStep(record, message)).toMatchObject({
      stepId: `record/${record.id}/version/2`,
      subjectId: record.id,
      kind: 'record.documentAdded',
      occursAt: record.changedAt,
      sortsAt: record.changedAt,
      certainty: 'recorded',
      source: { documents: [{ documentId: BILL_OF_LADING, number: 'HBLQZH2611042', sentBy: 'HBLX' }] },
      details: { recordId: record.id, version: 2, state: 'open', discrepancies: 1 },
    });
  });

  it('says into which record it was merged', () => {
    const merged = { ...record, state: 'merged', mergedInto: 'survivor', change: { kind: 'merged' } } as const;
    expect(versionStep(merged, message)).toMatchObject({
      kind: 'record.merged',
      source: { documents: [] },
      details: { state: 'merged', mergedInto: 'survivor' },
    });
  });
});
