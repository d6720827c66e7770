import { createHash } from 'node:crypto';
import type { Caller } from '#access';
import { readSubmission } from './submission.js';

const caller: Caller = { party: '0002187', role: 'forwarder' };
const body = Buffer.from('{"运单号":"CQ26110417"}');
/** What Node makes of UTF-8 bytes in a header. */
const asHeader = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('readSubmission', () => {
  it('keeps the bytes, their digest and the caller with leading zeros', () => {
    const submission = readSubmission(caller, { 'content-type': 'application/json' }, body);
    expect(submission.bytes).toBe(body);
    expect(submission.sha256).toBe(createHash('sha256').update(body).digest('hex'));
    expect(submission.caller.party).toBe('0002187');
    expect(submission.contentType).toBe('application/json');
    expect(submission).not.toHaveProperty('idempotencyKey');
    expect(submission).not.toHaveProperty('consignmentReference');
  });

  it('takes a document without a Content-Type', () => {
    expect(readSubmission(caller, {}, body).contentType).toBe('application/octet-stream');
  });

  it.each([[undefined], [null], [Buffer.alloc(0)]])('refuses the empty body %p', (empty) => {
    expect(() => readSubmission(caller, {}, empty)).toThrow(
      expect.objectContaining({ code: 'DOCUMENT.EMPTY', kind: 'invalid' }),
    );
  });

  it('reads a Chinese consignment reference', () => {
    expect(
      readSubmission(caller, { 'consignment-reference': asHeader('渝桂联运 0417') }, body).consignmentReference,
    ).toBe('渝桂联运 0417');
  });

  it('counts 70 characters, not bytes', () => {
    const longest = '单'.repeat(70);
    expect(readSubmission(caller, { 'consignment-reference': asHeader(longest) }, body).consignmentReference).toBe(
      longest,
    );
    expect(() => readSubmission(caller, { 'consignment-reference': asHeader(`${longest}单`) }, body)).toThrow(
      expect.objectContaining({ code: 'DOCUMENT.CONSIGNMENT_REFERENCE' }),
    );
  });

  it.each([
    ['consignment-reference', '', 'DOCUMENT.CONSIGNMENT_REFERENCE'],
    ['consignment-reference', 'a\tb', 'DOCUMENT.CONSIGNMENT_REFERENCE'],
    ['consignment-reference', '\xff', 'DOCUMENT.CONSIGNMENT_REFERENCE'],
    ['idempotency-key', '', 'IDEMPOTENCY.KEY_MALFORMED'],
    ['idempotency-key', 'two words', 'IDEMPOTENCY.KEY_MALFORMED'],
    ['idempotency-key', 'k'.repeat(256), 'IDEMPOTENCY.KEY_MALFORMED'],
    ['content-type', 'a'.repeat(256), 'DOCUMENT.CONTENT_TYPE'],
  ])('refuses the header %s: %j', (name, value, code) => {
    expect(() => readSubmission(caller, { [name]: value }, body)).toThrow(
      expect.objectContaining({ code, kind: 'invalid' }),
    );
  });

  it('takes an idempotency key of 255 visible characters', () => {
    const key = 'k'.repeat(255);
    expect(readSubmission(caller, { 'idempotency-key': key }, body).idempotencyKey).toBe(key);
  });
});
