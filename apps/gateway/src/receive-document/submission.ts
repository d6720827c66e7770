import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#access';
import { Refusal, type Bilingual } from '#domain';
import { currentTraceparent } from '#room';

/** One document as a party hands it in, before it is known whether it came before. */
export interface Submission {
  /** The id it gets if it is new. */
  readonly documentId: string;
  readonly caller: Caller;
  readonly bytes: Buffer;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly contentType: string;
  readonly idempotencyKey?: string;
  /** A reference the sender gives to join documents by. */
  readonly consignmentReference?: string;
  /** W3C Trace Context of the request: submissions that share a commit stay each in its own trace. */
  readonly traceparent?: string;
}

/**
 * A request as a submission. `body` is what the raw body parser gave: a Buffer, or nothing when there was no body.
 * Refuses (400) an empty body and headers out of bounds.
 */
export function readSubmission(caller: Caller, headers: IncomingHttpHeaders, body: unknown): Submission {
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new Refusal('DOCUMENT.EMPTY', 'invalid', {
      en: 'The body is empty. Send the bytes of one document.',
      zh: '请求正文为空。请发送一份单证的内容。',
    });
  }
  const idempotencyKey = readHeader(headers, IDEMPOTENCY_KEY);
  const consignmentReference = readHeader(headers, CONSIGNMENT_REFERENCE);
  const traceparent = currentTraceparent();
  return {
    documentId: uuidv7(),
    caller,
    bytes: body,
    sha256: createHash('sha256').update(body).digest('hex'),
    receivedAt: new Date(),
    contentType: readHeader(headers, CONTENT_TYPE) ?? 'application/octet-stream',
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(consignmentReference !== undefined && { consignmentReference }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

interface HeaderRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly code: string;
  readonly messages: Bilingual;
}

const IDEMPOTENCY_KEY: HeaderRule = {
  name: 'idempotency-key',
  pattern: /^[\x21-\x7e]{1,255}$/,
  code: 'IDEMPOTENCY.KEY_MALFORMED',
  messages: {
    en: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
    zh: 'Idempotency-Key 应为 1 至 255 个可见 ASCII 字符。',
  },
};

const CONSIGNMENT_REFERENCE: HeaderRule = {
  name: 'consignment-reference',
  pattern: /^\P{C}{1,70}$/u,
  code: 'DOCUMENT.CONSIGNMENT_REFERENCE',
  messages: {
    en: 'Consignment-Reference must be 1 to 70 printable characters in UTF-8.',
    zh: 'Consignment-Reference 应为 1 至 70 个可打印字符，以 UTF-8 编码。',
  },
};

const CONTENT_TYPE: HeaderRule = {
  name: 'content-type',
  pattern: /^[\x20-\x7e]{1,255}$/,
  code: 'DOCUMENT.CONTENT_TYPE',
  messages: {
    en: 'Content-Type must be 1 to 255 ASCII characters. Leave it out if it is not known.',
    zh: 'Content-Type 应为 1 至 255 个 ASCII 字符；不清楚时请不要填写。',
  },
};

function readHeader(headers: IncomingHttpHeaders, { name, pattern, code, messages }: HeaderRule): string | undefined {
  const value = headers[name];
  if (value === undefined) return undefined;
  const text = decodeUtf8(String(value));
  if (text === undefined || !pattern.test(text)) throw new Refusal(code, 'invalid', messages);
  return text;
}

/** Node hands header bytes over as Latin-1; senders write UTF-8. Undefined when the bytes are not UTF-8. */
function decodeUtf8(header: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return undefined;
  }
}
