import { ContractViolation } from '#contracts';
import { receivedMessage } from './received-message.js';
import { readSubmission } from './submission.js';

const bytes = Buffer.from([0xff, 0x00, 0xd6, 0xd0]);

describe('receivedMessage', () => {
  it('carries the bytes as they came and the envelope in attributes that fit the schema', () => {
    const reference = Buffer.from('合同 7').toString('latin1');
    const submission = readSubmission(
      { party: '0002187', role: 'forwarder' },
      { 'content-type': 'text/xml', 'consignment-reference': reference },
      bytes,
    );
    expect(receivedMessage(submission)).toEqual({
      type: 'gateway.document.received.v1',
      key: submission.documentId,
      attributes: {
        documentid: submission.documentId,
        sha256: submission.sha256,
        sender: '0002187',
        senderrole: 'forwarder',
        receivedat: submission.receivedAt.toISOString(),
        consignmentreference: '合同 7',
      },
      contentType: 'text/xml',
      data: bytes,
      time: submission.receivedAt.toISOString(),
    });
  });

  it('does not speak for customs, who send no documents', () => {
    const submission = readSubmission({ party: '7201', role: 'customs' }, {}, bytes);
    expect(() => receivedMessage(submission)).toThrow(ContractViolation);
  });
});
