import { topics, type ManifestStep } from '#contracts';
import { messageOf, record } from '../testing/record.js';
import { manifestStep } from './manifest-step.js';

const said: ManifestStep = {
  messageId: 'YUXIN_20261110_0001',
  messageType: 'MT2101',
  functionCode: '9',
  oneDocumentId: record.id,
  oneDocumentVersion: 2,
  mode: 'sea',
  type: 'export',
  status: 'accepted',
  sender: 'FWD-YUXIN',
  by: 'CUSTOMS-7216',
  at: '2026-11-10T10:15:00+08:00',
  receiptCode: '01',
  receiptText: '海关接受申报',
};

const step = (change: Partial<ManifestStep> = {}) =>
  manifestStep(messageOf(topics.manifestAnswered, { ...said, ...change }));

describe('manifestStep', () => {
  it('says who took the step, on which message, and what customs said', () => {
    expect(step()).toMatchObject({
      subjectId: record.id,
      kind: 'manifest.accepted',
      occursAt: '2026-11-10T10:15:00+08:00',
      certainty: 'actual',
      source: { room: 'clearance', topic: topics.manifestAnswered, party: 'CUSTOMS-7216', documents: [] },
      details: {
        messageId: 'YUXIN_20261110_0001',
        sender: 'FWD-YUXIN',
        receiptCode: '01',
        receiptText: '海关接受申报',
      },
    });
  });

  it('a receipt was learned of when it was taken; a message was sent by Yidan itself', () => {
    const taken = '2026-11-28T18:40:00.000Z';
    expect(manifestStep({ ...messageOf(topics.manifestAnswered, said), time: taken })).toMatchObject({
      recordedAt: taken,
    });
    expect(step({ status: 'sent' })).toMatchObject({ recordedAt: said.at, certainty: 'recorded' });
  });

  it('a deletion that is accepted takes the manifest back; one that is rejected does not', () => {
    expect(step({ functionCode: '3' }).kind).toBe('manifest.withdrawn');
    expect(step({ functionCode: '3', status: 'rejected' }).kind).toBe('manifest.rejected');
  });
});
