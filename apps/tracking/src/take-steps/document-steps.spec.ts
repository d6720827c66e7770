import { topics } from '#contracts';
import { messageOf, RAIL_WAYBILL } from '../testing/record.js';
import { acceptedStep, receivedStep, rejectedStep } from './document-steps.js';

const checked = {
  documentId: RAIL_WAYBILL,
  sender: '0002187',
  receivedAt: '2026-11-04T04:00:00.000Z',
  checkedAt: '2026-11-04T04:00:01.000Z',
  findings: [{ code: 'A.B', severity: 'warning', path: '', message: { en: 'e', zh: '中' } }],
};

describe('steps of a document', () => {
  it('was received: from the attributes, whatever the bytes are', () => {
    const message = messageOf(
      topics.documentReceived,
      {},
      {
        documentid: RAIL_WAYBILL,
        sha256: 'a'.repeat(64),
        sender: '0002187',
        senderrole: 'rail',
        receivedat: '2026-11-04T04:00:00.000Z',
        consignmentreference: '合同 7',
      },
    );
    expect(receivedStep({ ...message, data: Buffer.from([0xff]) })).toEqual({
      stepId: `document/${RAIL_WAYBILL}/received`,
      subjectId: RAIL_WAYBILL,
      kind: 'document.received',
      occursAt: '2026-11-04T04:00:00.000Z',
      sortsAt: '2026-11-04T04:00:00.000Z',
      recordedAt: '2026-11-04T04:00:00.000Z',
      position: 10_000,
      certainty: 'recorded',
      source: {
        room: 'gateway',
        topic: topics.documentReceived,
        messageId: message.id,
        party: '0002187',
        documents: [{ documentId: RAIL_WAYBILL, sentBy: '0002187' }],
      },
      details: { senderRole: 'rail', sha256: 'a'.repeat(64), consignmentReference: '合同 7' },
    });
  });

  it('was accepted: with its number and how many warnings, said again as the same step', () => {
    const said = (oneDocumentId: string) =>
      acceptedStep(
        messageOf(topics.documentAccepted, {
          ...checked,
          format: 'rail/smgs-un-d23b',
          number: 'CQ26110417',
          references: [],
          oneDocumentId,
        }),
      );
    expect(said('r1')).toMatchObject({
      kind: 'document.accepted',
      occursAt: checked.checkedAt,
      source: { documents: [{ documentId: RAIL_WAYBILL, number: 'CQ26110417', sentBy: '0002187' }] },
      details: { format: 'rail/smgs-un-d23b', number: 'CQ26110417', warnings: 1 },
    });
    expect(said('r2')).toEqual(said('r1'));
  });

  it('was rejected, its format perhaps unknown', () => {
    const { kind, details } = rejectedStep(messageOf(topics.documentRejected, checked));
    expect({ kind, details }).toEqual({ kind: 'document.rejected', details: { findings: 1 } });
  });
});
