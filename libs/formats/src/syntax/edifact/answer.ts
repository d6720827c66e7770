import type { TradeTime } from '#domain';
import { charsetOf } from './charsets.js';
import type { Segment } from './segment.js';
import type { Correspondent, WrittenInterchange, WrittenMessage } from './write-interchange.js';

/** What an answer to an interchange needs besides its contents. */
export interface AnswerDetails {
  /** Of the interchange that is answered. */
  readonly header: Segment;
  /** The answer's own reference. */
  readonly reference: string;
  readonly preparedAt: TradeTime;
}

/** An interchange back to the sender, in its own syntax version and, where that carries the answer's words, in its character set. */
export function answerTo(
  { header, reference, preparedAt }: AnswerDetails,
  message: WrittenMessage,
): WrittenInterchange {
  const [charset, version] = [header.code(1, 1), header.text(1, 2)];
  return {
    charset: NARROW.has(charset) || !charsetOf(charset) ? 'UNOC' : charset,
    syntaxVersion: isVersion(version) ? version : '3',
    sender: correspondentOf(header, 3),
    recipient: correspondentOf(header, 2),
    reference,
    preparedAt,
    messages: [message],
  };
}

/** Without small letters or `_`, which codes of findings have. Their bytes are the same in UNOC. */
const NARROW: ReadonlySet<string> = new Set(['UNOA', 'UNOB', 'UNOX']);

const isVersion = (version: string): version is WrittenInterchange['syntaxVersion'] => /^[1-4]$/.test(version);

function correspondentOf(header: Segment, element: number): Correspondent {
  const qualifier = header.given(element, 2);
  return { id: header.text(element, 1), ...(qualifier !== undefined && { qualifier }) };
}
