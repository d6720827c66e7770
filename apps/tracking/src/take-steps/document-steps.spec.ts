import { topics, type DocumentAccepted } from '#contracts';
import { messageOf, RAIL_WAYBILL } from '../testing/record.js';
import { documentSteps } from './document-steps.js';

const accepted: DocumentAccepted = {
  documentId: RAIL_WAYBILL,
  sha256: 'a'.repeat(64),
  sender: '0002187',
  senderRole: 'rail',
  receivedAt: '2026-11-04T04:00:00.000Z',
  checkedAt: '2026-11-04T04:00:01.000Z',
  consignmentReference: '合同 7',
  format: 'rail/smgs-un-d23b',
  findings: [{ code: 'A.B', severity: 'warning', path: '', message: { en: 'e', zh: '中' } }],
  number: 'CQ26110417',
  references: [],
  oneDocumentId: 'r1',
};
const documents = [{ documentId: RAIL_WAYBILL, number: 'CQ26110417', sentBy: '0002187' }];

describe('steps of a document', () => {
  it('was received: when, from whom, which bytes; accepted: with its number and how many warnings', () => {
    const message = messageOf(topics.documentAccepted, accepted);
    const said = { room: 'documents', topic: topics.documentAccepted, messageId: message.id, documents };
    expect(documentSteps(message, accepted)).toEqual([
      {
        stepId: `document/${RAIL_WAYBILL}/received`,
        subjectId: RAIL_WAYBILL,
        kind: 'document.received',
        occursAt: '2026-11-04T04:00:00.000Z',
        sortsAt: '2026-11-04T04:00:00.000Z',
        recordedAt: '2026-11-04T04:00:00.000Z',
        position: 10_000,
        certainty: 'recorded',
        source: { ...said, party: '0002187' },
        details: { senderRole: 'rail', sha256: 'a'.repeat(64), consignmentReference: '合同 7' },
      },
      {
        stepId: `document/${RAIL_WAYBILL}/accepted`,
        subjectId: RAIL_WAYBILL,
        kind: 'document.accepted',
        occursAt: '2026-11-04T04:00:01.000Z',
        sortsAt: '2026-11-04T04:00:01.000Z',
        recordedAt: '2026-11-04T04:00:01.000Z',
        position: 10_001,
        certainty: 'recorded',
        source: said,
        details: { format: 'rail/smgs-un-d23b', number: 'CQ26110417', warnings: 1 },
      },
    ]);
  });

  it('are the same steps when it is said again of another record', () => {
    const { senderRole: _, ...again } = { ...accepted, oneDocumentId: 'r2' };
    const idsOf = (event: DocumentAccepted) =>
      documentSteps(messageOf(topics.documentAccepted, event), event).map(({ stepId }) => stepId);
    expect(idsOf(again)).toEqual(idsOf(accepted));
  });
});
