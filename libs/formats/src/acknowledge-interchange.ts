import { hasErrors, type Finding, type TradeTime } from '#domain';
import { UNKNOWN_FORMAT } from './read-document.js';
import { answerCharset, type AnswerDetails } from './syntax/edifact/answer.js';
import { writeApplicationError, type RefusedMessage } from './syntax/edifact/application-error.js';
import { writeControlReport } from './syntax/edifact/control-report.js';
import { looksLikeEdifact } from './syntax/edifact/envelope.js';
import { edifactFinding, isOfSyntax } from './syntax/edifact/findings.js';
import { openInterchange, type CutMessage } from './syntax/edifact/interchange.js';
import { readPath } from './syntax/edifact/segment.js';
import type { Writing } from './syntax/edifact/write-interchange.js';

export const ACKNOWLEDGEMENT_TYPES = ['CONTRL', 'APERAK'] as const;
export type AcknowledgementType = (typeof ACKNOWLEDGEMENT_TYPES)[number];

/** A document and what was found in it when it was read. */
export interface CheckedBytes {
  readonly bytes: Buffer;
  readonly findings: readonly Finding[];
  /** Of an interchange of several messages: what was found in those that are answered for, by position. */
  readonly messages?: ReadonlyMap<number, readonly Finding[]>;
  /** The answer's own, up to 14 characters. */
  readonly reference: string;
  readonly preparedAt: TradeTime;
}

/** An interchange back to the sender. */
export interface Acknowledgement {
  readonly bytes: Buffer;
  /** As media types call it: `iso-8859-1`. */
  readonly charset: string;
}

/** Why there is no such answer: not EDIFACT; nothing but CONTRL, which is not answered by CONTRL; a UNB that no answer can repeat; no APERAK without a refusal for what the message says. */
export type Unacknowledged = 'notEdifact' | 'isControl' | 'unanswerable' | 'notRefused';

/**
 * CONTRL says what became of the interchange's syntax, APERAK why a message that is right in its syntax was not taken in. Both repeat what was found
 * then and find nothing anew, so that they stay the same when rules change.
 */
export function acknowledgeInterchange(
  type: AcknowledgementType,
  { bytes, findings, messages, reference, preparedAt }: CheckedBytes,
): Acknowledgement | Unacknowledged {
  if (!looksLikeEdifact(bytes)) return 'notEdifact';
  const interchange = openInterchange(bytes);
  const isOpen = 'messages' in interchange;
  const header = isOpen ? interchange.header : interchange.header?.segment(0);
  if (!header) return 'unanswerable';
  if (holdsControlOnly(bytes)) return 'isControl';
  const details = { header, reference, preparedAt };
  const cut = isOpen ? interchange.messages() : [];
  const writing = messages ? answerSeveral(type, details, cut, messages) : answerOne(type, details, cut, findings);
  if (!writing) return 'notRefused';
  return 'bytes' in writing ? { bytes: writing.bytes, charset: answerCharset(header).mediaName } : 'unanswerable';
}

/** ISO 9735-4: CONTRL is not answered by CONTRL, else two systems would answer each other without end. */
function holdsControlOnly(bytes: Buffer): boolean {
  const interchange = openInterchange(bytes);
  if (!('messages' in interchange)) return false;
  let hasMessages = false;
  for (const { type } of interchange.messages()) {
    if (type !== 'CONTRL') return false;
    hasMessages = true;
  }
  return hasMessages;
}

function answerOne(
  type: AcknowledgementType,
  details: AnswerDetails,
  [message]: Iterable<CutMessage>,
  findings: readonly Finding[],
): Writing | undefined {
  if (type === 'CONTRL') return controlReport(details, message, findings);
  const refused = message && refusedMessage(message, findings);
  return refused && writeApplicationError({ ...details, refused: [refused] });
}

/** CONTRL names every message with what became of it; APERAK answers each that was refused for what it says. */
function answerSeveral(
  type: AcknowledgementType,
  details: AnswerDetails,
  cut: Iterable<CutMessage>,
  found: ReadonlyMap<number, readonly Finding[]>,
): Writing | undefined {
  const examined = [...cut].map((message, index) => ({ message, findings: found.get(index + 1) ?? [] }));
  if (type === 'CONTRL') {
    const messages = examined.map(({ message, findings }) => ({
      message,
      findings: syntaxFindings(message, findings),
    }));
    return writeControlReport({ ...details, findings: [], messages, namesAll: true });
  }
  const [first, ...others] = examined.flatMap(({ message, findings }) => refusedMessage(message, findings) ?? []);
  return first && writeApplicationError({ ...details, refused: [first, ...others] });
}

/** A message whose UNH has what no UCM can repeat is answered for with its whole interchange. */
function controlReport(details: AnswerDetails, message: CutMessage | undefined, all: readonly Finding[]): Writing {
  const findings = syntaxFindings(message, all);
  const whole = { ...details, findings, messages: [] };
  if (!message) return writeControlReport(whole);
  const inside = findings.filter(({ path }) => readPath(path)?.number !== undefined);
  const around = findings.filter((finding) => !inside.includes(finding));
  const writing = writeControlReport({ ...details, findings: around, messages: [{ message, findings: inside }] });
  return 'bytes' in writing ? writing : writeControlReport(whole);
}

function refusedMessage(message: CutMessage, findings: readonly Finding[]): RefusedMessage | undefined {
  if (!hasErrors(findings) || hasErrors(syntaxFindings(message, findings))) return undefined;
  const beginning = message.table.segment(1);
  const documentNumber = beginning.tag === 'BGM' ? beginning.given(2, 1) : undefined;
  return {
    messageReference: message.reference,
    ...(documentNumber !== undefined && { documentNumber }),
    findings,
  };
}

/** A message that no format here reads was refused for its type, before its contents. */
const syntaxFindings = (message: CutMessage | undefined, findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => {
    if (finding.code === UNKNOWN_FORMAT) return [edifactFinding('MESSAGE_TYPE', '1:UNH/2/1', message?.type)];
    return isOfSyntax(finding) ? [finding] : [];
  });
