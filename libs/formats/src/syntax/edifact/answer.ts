import type { TradeTime } from '#domain';
import { charsetOf, type Charset } from './charsets.js';
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
  const version = header.text(1, 2);
  return {
    charset: answerCharset(header).id,
    syntaxVersion: isVersion(version) ? version : '3',
    sender: correspondentOf(header, 3),
    recipient: correspondentOf(header, 2),
    reference,
    preparedAt,
    messages: [message],
  };
}

/** The character set that an answer to an interchange is written in. */
export function answerCharset(header: Segment): Charset {
  const own = charsetOf(header.text(1, 1));
  return own && !NARROW.has(own.id) ? own : LATIN_1;
}

/** Without small letters or `_`, which codes of findings have. Their bytes are the same in UNOC. */
const NARROW: ReadonlySet<string> = new Set(['UNOA', 'UNOB', 'UNOX']);

const LATIN_1 = charsetOf('UNOC') as Charset;

const isVersion = (version: string): version is WrittenInterchange['syntaxVersion'] => /^[1-4]$/.test(version);

function correspondentOf(header: Segment, element: number): Correspondent {
  const qualifier = header.given(element, 2);
  return { id: header.text(element, 1), ...(qualifier !== undefined && { qualifier }) };
}
