import { validate, version } from 'uuid';
import { checkDocument } from '../check-document/check-document.js';
import type { Message } from '#messaging';
import { cutInterchanges } from './cut-interchanges.js';
import { messageId } from './message-id.js';

const interchangeId = '0193a1b2-c3d4-7000-8000-000000000001';
const received = (text: string): Message => ({
  id: '0193a1b2-c3d4-7000-8000-0000000000ff',
  source: 'gateway',
  type: 'gateway.document.received.v1',
  key: interchangeId,
  attributes: {
    documentid: interchangeId,
    sha256: 'a'.repeat(64),
    sender: 'LINE',
    senderrole: 'ocean-carrier',
    receivedat: '2026-11-26T08:00:00.000Z',
  },
  contentType: 'application/EDIFACT',
  data: Buffer.from(text),
  time: '2026-11-26T08:00:00.000Z',
});

const NOTHING_AGREED = new Map();
const SEVERAL =
  "UNB+UNOC:3+LINE+YIDAN+261126:0800+7'UNH+1+IFTMCS:D:00B:UN'BGM+705+A+9'UNT+3+1'UNH+2+IFTMCS:D:00B:UN'BGM+705+B+9'UNT+3+2'UNZ+2+7'";

describe('cutInterchanges', () => {
  it('makes of each message a document of its own with its place, and leaves other documents whole', () => {
    const other = received('{}');
    const { whole, messages } = cutInterchanges([received(SEVERAL), other], NOTHING_AGREED);
    expect(whole).toEqual([other]);
    expect(messages.map(({ key, attributes }) => [key, attributes])).toEqual(
      [1, 2].map((position) => [
        messageId(interchangeId, position),
        expect.objectContaining({
          interchange: interchangeId,
          position: String(position),
          messages: '2',
          sender: 'LINE',
        }),
      ]),
    );
  });

  it('says the same when it is done again', () => {
    const cut = () => cutInterchanges([received(SEVERAL)], NOTHING_AGREED);
    expect(cut()).toEqual(cut());
  });

  it('says messages that are read as documents, and know where they stood', async () => {
    const [, second] = cutInterchanges([received(SEVERAL)], NOTHING_AGREED).messages;
    const { received: known, format } = await checkDocument(second as Message, NOTHING_AGREED);
    expect(format).toBe('edifact-iftmcs');
    expect(known).toMatchObject({
      documentId: messageId(interchangeId, 2),
      interchange: { documentId: interchangeId, position: 2, messages: 2 },
    });
  });
});

describe('messageId', () => {
  it('is a UUID v7 of the same moment, another for each position', () => {
    const ids = [1, 2, 3].map((position) => messageId(interchangeId, position));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids)
      expect([validate(id), version(id), id.slice(0, 13)]).toEqual([true, 7, interchangeId.slice(0, 13)]);
  });
});
