import type { Finding } from '#domain';
import { answerTo, type AnswerDetails } from './answer.js';
import { charsetOf, firstForeign } from './charsets.js';
import { writeInterchange, type WrittenInterchange, type Writing } from './write-interchange.js';
import type { WrittenSegment } from './write-segments.js';

export interface RefusedDocument extends AnswerDetails {
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

/**
 * APERAK D.00B: the exchange read the message and does not take the document in. Each finding is an ERC with an FTX that holds its code, its place
 * and what to do, in English and, where the character set carries it, in Chinese.
 */
export function writeApplicationError(refused: RefusedDocument): Writing {
  const { reference, preparedAt, messageReference, documentNumber, findings } = refused;
  const answer = answerTo(refused, { reference, type: 'APERAK', directory: 'D.00B', segments: [] });
  const references: WrittenSegment[] = [['RFF', ['ACW', messageReference]]];
  if (documentNumber !== undefined) references.push(['RFF', ['AGO', documentNumber]]);
  const segments: WrittenSegment[] = [
    ['BGM', BEGINNING.name, reference, BEGINNING.function, BEGINNING.response],
    ['DTM', ['137', preparedAt.slice(0, 16).replace(/\D/g, ''), '203']],
    ...references,
    ['NAD', 'MS', [answer.sender.id]],
    ['NAD', 'MR', [answer.recipient.id]],
    ...findings.flatMap((finding) => errorSegments(finding, answer)),
  ];
  return writeInterchange({ ...answer, messages: answer.messages.map((message) => ({ ...message, segments })) });
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
