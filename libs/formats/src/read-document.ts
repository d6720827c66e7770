import { hasErrors, type Finding, type TransportDocument } from '#domain';
import { catalogue } from './catalogue.js';
import type { AnyFormat, Source } from './format.js';
import { readSource } from './read-source.js';
import type { PartnerProfile } from './syntax/edifact/partner-profile.js';

/** What Yidan makes of a document's bytes: accepted with a document to join, or rejected with the reasons. */
export interface DocumentReading {
  /** Id of the format it was read in; absent when no format knows it. */
  readonly format?: string;
  readonly findings: readonly Finding[];
  /** Present exactly when no finding is an error. */
  readonly document?: TransportDocument;
}

/** Bytes → syntax → format → tree → consignment. Never throws for what a document contains; at most `MAX_FINDINGS` findings. `profile` is what was agreed with the sender. */
export function readDocument(
  bytes: Buffer,
  formats: readonly AnyFormat[] = catalogue,
  profile?: PartnerProfile,
): DocumentReading {
  const reading = readSource(bytes, profile);
  if ('findings' in reading) return { findings: reading.findings };
  const format = formats.find(
    (candidate) => candidate.syntax === reading.source.syntax && candidate.detect(reading.source as never),
  );
  if (!format) return { findings: [unknownFormat(reading.source, formats)] };
  return readAs(format, reading.source);
}

/** The bytes are in a syntax that is read here, what they say is not. */
export const UNKNOWN_FORMAT = 'DOCUMENT.UNKNOWN_FORMAT';

const MAX_FINDINGS = 200;

function readAs(format: AnyFormat, source: Source): DocumentReading {
  const { tree, findings: schemaFindings } = format.decode(source as never);
  const findings = [...schemaFindings];
  if (tree !== undefined && !hasErrors(findings)) findings.push(...format.check(tree));
  const kept = atMost(MAX_FINDINGS, findings);
  if (tree === undefined || hasErrors(findings)) return { format: format.id, findings: kept };
  return { format: format.id, findings: kept, document: format.toConsignment(tree) };
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

function unknownFormat(source: Source, formats: readonly AnyFormat[]): Finding {
  const known = formats.map(({ edition }) => edition).join('; ');
  return {
    code: UNKNOWN_FORMAT,
    severity: 'error',
    path: '',
    message: {
      en: `This is well-formed ${source.syntax.toUpperCase()}, but none of the formats read here. Send it in one of them: ${known}.`,
      zh: `文件是格式良好的 ${source.syntax.toUpperCase()}，但不属于可读取的任何格式。请以下列格式之一发送：${known}。`,
    },
  };
}
