import type { Finding, OneDocument, TransportDocument } from '#domain';
import type { Reading, Writing } from '../../format.js';
import { interchangeReference } from '../../writing/interchange-reference.js';
import { notCarried } from '../../writing/not-carried.js';
import { nothingStands, type RecordPart } from '../../writing/record-part.js';
import { settingsByContainer } from '../../mapping/reefers.js';
import { wholeJourney } from '../../writing/whole-journey.js';
import { readEdifact, type EdifactSource } from '../../syntax/edifact.js';
import { writeInterchange } from '../../syntax/edifact/write-interchange.js';
import { toConsignment } from '../to-consignment.js';
import type { TransportMessage } from '../transport-message.types.js';
import { container, wagon } from './equipment.js';
import { goodsItem } from './goods.js';
import { dateTime, references, totals } from './heading.js';
import { endsOfCarriage, stages } from './legs.js';
import { group, segmentsIn, without, type WrittenGroup } from './message-tree.js';
import { party } from './parties.js';

/** A message as far as a record's part is written in it. */
export interface WrittenForm {
  readonly type: 'IFTMCS' | 'IFTMIN';
  /** 1001. */
  readonly documentCode: string;
  /** 1153: the number stands in RFF too, where readers look for a carrier's. */
  readonly numberedBy?: string;
  decode(source: EdifactSource): Reading<TransportMessage>;
  check(tree: TransportMessage): readonly Finding[];
}

/**
 * Writes the part, takes out what the directory refuses, and reads the result again: what is not found in it was not carried, and is told. A document that
 * would not be taken in is not given out.
 */
export function writeMessage(record: OneDocument, part: RecordPart, form: WrittenForm): Writing {
  const written = fitted(messageOf(record, part.document, form), (groups) => attempt(record, form, groups));
  if (!('source' in written)) return written;
  const { tree, findings } = form.decode(written.source);
  if (!tree) return { findings };
  const errors = form.check(tree).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { findings: errors };
  return { bytes: written.bytes, findings: notCarried(part, toConsignment(tree)) };
}

/** The record's every leg, party and name in one document. */
export function writeWholeJourney(
  record: OneDocument,
  kind: 'multimodalDocument' | 'shippingInstruction',
  form: WrittenForm,
): Writing {
  if (!record.transportDocuments.some(({ status }) => status === 'current')) return { findings: [nothingStands] };
  return writeMessage(record, wholeJourney(record, kind), form);
}

function messageOf(record: OneDocument, part: TransportDocument, form: WrittenForm): WrittenGroup[] {
  const settings = settingsByContainer(part.containers);
  return [
    group(['BGM', [form.documentCode], [part.number, part.version], '9']),
    ...dateTime('137', part.issuedAt),
    ...totals(part.totals),
    ...endsOfCarriage(part),
    ...(form.numberedBy === undefined ? [] : [group(['RFF', [form.numberedBy, part.number]])]),
    ...references(part, record),
    ...stages(part.legs),
    ...part.parties.map(party),
    ...part.goods.map((line) => goodsItem(line, settings)),
    ...part.containers.map(container),
    ...part.wagons.map(wagon),
  ];
}

type Attempt = { readonly bytes: Buffer; readonly source: EdifactSource } | { readonly findings: readonly Finding[] };

/** Each round leaves out something, so there is a last one. */
function fitted(groups: readonly WrittenGroup[], write: (groups: readonly WrittenGroup[]) => Attempt): Attempt {
  const result = write(groups);
  if (!('findings' in result)) return result;
  const fewer = without(groups, result.findings);
  return fewer ? fitted(fewer, write) : result;
}

/** Written, and without any finding when it is read again. */
function attempt(record: OneDocument, { type }: WrittenForm, groups: readonly WrittenGroup[]): Attempt {
  const writing = writeInterchange({
    ...spellingOf(groups),
    sender: { id: SENDER, qualifier: 'ZZZ' },
    recipient: { id: RECIPIENT, qualifier: 'ZZZ' },
    reference: interchangeReference(record),
    preparedAt: record.changedAt,
    messages: [{ reference: '1', type, directory: 'D.00B', segments: segmentsIn(groups) }],
  });
  if (!('bytes' in writing)) return writing;
  const reading = readEdifact(writing.bytes);
  if (!('source' in reading)) return reading;
  const { findings } = reading.source.read();
  return findings.length > 0 ? { findings } : { bytes: writing.bytes, source: reading.source };
}

/** A record is given to whoever may see it and asks. */
const SENDER = 'YIDAN';
const RECIPIENT = 'HOLDER';

/**
 * Latin 1 where it holds every character, since every reader knows UNOC; else UTF-8, which came with syntax version 4, under the name that receivers list
 * for it: UNOY.
 */
const spellingOf = (groups: readonly WrittenGroup[]): { charset: string; syntaxVersion: '3' | '4' } =>
  /[^\0-\xff]/.test(JSON.stringify(segmentsIn(groups)))
    ? { charset: 'UNOY', syntaxVersion: '4' }
    : { charset: 'UNOC', syntaxVersion: '3' };
