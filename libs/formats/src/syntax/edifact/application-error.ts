import type { Finding, TradeTime } from '#domain';
import { answerTo, type AnswerDetails } from './answer.js';
import { charsetOf, firstForeign } from './charsets.js';
import { writeInterchange, type WrittenInterchange, type WrittenMessage, type Writing } from './write-interchange.js';
import type { WrittenSegment } from './write-segments.js';

/** A message that is right in its syntax and was not taken in. */
export interface RefusedMessage {
  /** Of its UNH. */
  readonly messageReference: string;
  /** The document's own number, if it could be read. */
  readonly documentNumber?: string;
  /** What speaks against it: errors, and warnings beside them. */
  readonly findings: readonly Finding[];
}

/** 1001, 1225, 4343: an application error message; not accepted; rejected. */
const BEGINNING = { name: '313', function: '27', response: 'RE' } as const;

/** ERC 9321 is a list of the parties' own: an error keeps the document out, a warning does not. */
const ERROR_CODES = { error: 'E', warning: 'W' } as const;

/** What is answered: the messages of one interchange that were refused. */
export interface RefusedDocument extends AnswerDetails {
  readonly refused: readonly [RefusedMessage, ...RefusedMessage[]];
}

/**
 * APERAK D.00B, a message for each that is answered: the exchange read the message and does not take the document in. Each finding is an ERC with an FTX that holds its code, its place
 * and what to do, in English and, where the character set carries it, in Chinese.
 */
export function writeApplicationError(document: RefusedDocument): Writing {
  const { reference, refused } = document;
  const answer = answerTo(document, { reference, type: 'APERAK', directory: 'D.00B', segments: [] });
  const messages = refused.map((message, index): WrittenMessage => {
    const [own, number] =
      refused.length === 1 ? [reference, reference] : [String(index + 1), `${reference}-${index + 1}`];
    const segments = errorMessage(message, number, document.preparedAt, answer);
    return { reference: own, type: 'APERAK', directory: 'D.00B', segments };
  });
  return writeInterchange({ ...answer, messages });
}

function errorMessage(
  { messageReference, documentNumber, findings }: RefusedMessage,
  number: string,
  preparedAt: TradeTime,
  answer: WrittenInterchange,
): WrittenSegment[] {
  const references: WrittenSegment[] = [['RFF', ['ACW', messageReference]]];
  if (documentNumber !== undefined) references.push(['RFF', ['AGO', documentNumber]]);
  return [
    ['BGM', BEGINNING.name, number, BEGINNING.function, BEGINNING.response],
    ['DTM', ['137', preparedAt.slice(0, 16).replace(/\D/g, ''), '203']],
    ...references,
    ['NAD', 'MS', [answer.sender.id]],
    ['NAD', 'MR', [answer.recipient.id]],
    ...findings.flatMap((finding) => errorSegments(finding, answer)),
  ];
}

function errorSegments({ severity, code, path, message }: Finding, answer: WrittenInterchange): WrittenSegment[] {
  const charset = charsetOf(answer.charset);
  const texts = [code, path, message.en, message.zh].map((text) =>
    charset && firstForeign(text, charset) === undefined ? text.slice(0, LONGEST_TEXT) : '',
  );
  return [
    ['ERC', [ERROR_CODES[severity], undefined, 'ZZZ']],
    ['FTX', 'AAO', undefined, undefined, texts],
  ];
}

/** Data element 4440 in D.00B. */
const LONGEST_TEXT = 512;
