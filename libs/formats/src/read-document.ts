import { hasErrors, type EventReport, type Finding, type TransportDocument } from '#domain';
import { catalogue } from './catalogue.js';
import type { AnyFormat, Source } from './format.js';
import { checkLegOffsets } from './checks/offset-checks.js';
import { readSource } from './reading/read-source.js';
import type { PartnerProfile } from './syntax/edifact/partner-profile.js';

/** What Yidan makes of a document's bytes: accepted with a document to join or with events, or rejected with the reasons. */
export interface DocumentReading {
  /** Id of the format it was read in; absent when no format knows it. */
  readonly format?: string;
  readonly findings: readonly Finding[];
  /** One of these two is present exactly when no finding is an error. */
  readonly document?: TransportDocument;
  readonly events?: EventReport;
}

/** Bytes → syntax → format → tree → consignment or events. Never throws for what a document contains; at most `MAX_FINDINGS` findings. `profile` is what was agreed with the sender. */
export function readDocument(
  bytes: Buffer,
  formats: readonly AnyFormat[] = catalogue,
  profile?: PartnerProfile,
): DocumentReading {
  const reading = readSource(bytes, profile);
  if ('findings' in reading) return { findings: atMost(MAX_FINDINGS, reading.findings) };
  const [format, ...others] = formats.filter(
    (candidate) => candidate.syntax === reading.source.syntax && candidate.detect(reading.source as never),
  );
  if (!format)
    return { findings: [isAnswer(reading.source) ? answerNotTaken : unknownFormat(reading.source, formats)] };
  if (others.length > 0) return { findings: [ambiguousFormat([format, ...others])] };
  return readAs(format, reading.source);
}

/** The bytes are in a syntax that is read here, what they say is not. */
export const UNKNOWN_FORMAT = 'DOCUMENT.UNKNOWN_FORMAT';

const MAX_FINDINGS = 200;

function readAs(format: AnyFormat, source: Source): DocumentReading {
  const { tree, findings: schemaFindings } = format.decode(source as never);
  const findings = [...schemaFindings];
  if (tree !== undefined && !hasErrors(findings)) findings.push(...format.check(tree));
  const read = { format: format.id, findings: atMost(MAX_FINDINGS, findings) };
  if (tree === undefined || hasErrors(findings)) return read;
  if ('toEvents' in format) return { ...read, events: format.toEvents(tree) };
  const document = format.toConsignment(tree);
  return { ...read, findings: atMost(MAX_FINDINGS, [...findings, ...checkLegOffsets(document.legs)]), document };
}

/** The first so many, errors before warnings when some have to go. */
function atMost(limit: number, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const errorsFirst = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity !== 'error'),
  ];
  return errorsFirst.slice(0, limit);
}

function unknownFormat({ syntax }: Source, formats: readonly AnyFormat[]): Finding {
  const name = syntax.toUpperCase();
  const known = formats
    .filter((format) => format.syntax === syntax)
    .map(({ edition }) => edition)
    .join('; ');
  return {
    code: UNKNOWN_FORMAT,
    severity: 'error',
    path: '',
    message: {
      en: `This is well-formed ${name}, but none of the formats read here. Send it in one of them, as its standard has it: ${known}.`,
      zh: `文件是格式良好的 ${name}，但不属于可读取的任何格式。请按下列标准之一发送：${known}。`,
    },
  };
}

/** What a receiver's system answers a document of ours with. */
const isAnswer = (source: Source): boolean => source.syntax === 'edifact' && ANSWERS.has(source.messageType);

const ANSWERS: ReadonlySet<string> = new Set(['CONTRL', 'APERAK']);

const answerNotTaken: Finding = {
  code: UNKNOWN_FORMAT,
  severity: 'error',
  path: '',
  message: {
    en: 'Acknowledgements (CONTRL, APERAK) are not taken in. Keep them; send documents and events only.',
    zh: '不接收回执（CONTRL、APERAK）。请自行留存，只发送单证和事件。',
  },
};

function ambiguousFormat(candidates: readonly AnyFormat[]): Finding {
  const editions = candidates.map(({ edition }) => edition).join('; ');
  return {
    code: 'DOCUMENT.AMBIGUOUS_FORMAT',
    severity: 'error',
    path: '',
    message: {
      en: `The document could be in several formats, and which one is not guessed: ${editions}. State its type, and leave out what belongs to the other.`,
      zh: `文件可能属于多种格式，系统不作猜测：${editions}。请注明单证类型，并删去属于其他格式的内容。`,
    },
  };
}
