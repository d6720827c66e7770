import { hasErrors, type OneDocument, type TradeTime, type TransportDocument } from '#domain';
import { given } from '../../mapping/given.js';
import { interchangeReference } from '../../writing/interchange-reference.js';
import type { Writing } from '../../format.js';
import { notCarried } from '../../writing/not-carried.js';
import { partOf, type RecordPart } from '../../writing/record-part.js';
import { readSource } from '../../reading/read-source.js';
import { writeInterchange } from '../../syntax/edifact/write-interchange.js';
import { check } from './checks.js';
import { decode } from './codec.js';
import { segmentsOf } from './segments.js';
import { toConsignment } from './to-consignment.js';

/** The record's sea part as a report in D.00B: of its bill or sea waybill; of a report where neither has come. What it cannot carry is told. */
export function encode(record: OneDocument): Writing {
  const part = seaPart(record);
  if (!('document' in part)) return { findings: part };
  const document = toTheMinute(part.document);
  const written = writeInterchange({
    charset: 'UNOW',
    syntaxVersion: '4',
    sender: { id: 'YIDAN', qualifier: 'ZZZ' },
    recipient: { id: 'CUSTOMS', qualifier: 'ZZZ' },
    reference: interchangeReference(record),
    preparedAt: record.changedAt,
    messages: [{ reference: '1', type: 'CUSCAR', directory: 'D.00B', segments: segmentsOf(document) }],
  });
  return 'bytes' in written ? reread(written.bytes, { ...part, document }) : { findings: written.findings };
}

function seaPart(record: OneDocument): ReturnType<typeof partOf> {
  const kinds = ['billOfLading', 'seaWaybill', 'cargoReport'] as const;
  const parts = kinds.map((kind) => partOf(record, kind));
  return parts.find((part) => 'document' in part) ?? (parts[0] as RecordPart);
}

/** Read again: what is not found was not carried. A report that would not be taken in is not given out. */
function reread(bytes: Buffer, part: RecordPart): Writing {
  const reading = readSource(bytes);
  const source = 'source' in reading && reading.source.syntax === 'edifact' ? reading.source : undefined;
  const tree = source && decode(source).tree;
  if (!tree) throw new Error('A report that was written is not read again.');
  const findings = check(tree);
  if (hasErrors(findings)) return { findings: findings.filter(({ severity }) => severity === 'error') };
  return { bytes, findings: notCarried(part, toConsignment(tree)) };
}

/** Formats 203 and 205 end with the minute: seconds that are none are left out, so that they do not count as lost. */
const toTheMinute = (document: TransportDocument): TransportDocument => ({
  ...document,
  ...given({ issuedAt: minuteOf(document.issuedAt) }),
  legs: document.legs.map((leg) => ({
    ...leg,
    ...given({ departsAt: minuteOf(leg.departsAt), arrivesAt: minuteOf(leg.arrivesAt) }),
  })),
});

const minuteOf = (time: TradeTime | undefined): TradeTime | undefined => time?.replace(/(T\d\d:\d\d):00(\.0+)?/, '$1');
