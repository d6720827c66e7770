import type { Finding } from '#domain';
import { SegmentCheck } from './check-segment.js';
import { StructureWalk } from './check-structure.js';
import { DIRECTORIES, isDirectory, type DirectoryId } from './directories/directory.js';
import { structureOf, type MessageStructure } from './directories/message-structure.js';
import { edifactFinding, type Noted } from './findings.js';
import { Message } from './message.js';
import { MessageFindings } from './message-findings.js';
import type { PartnerProfile } from './partner-profile.js';
import type { SegmentTable } from './segment-table.js';

export interface CheckedMessage {
  /** Absent when no structure is known for it. */
  readonly message?: Message;
  readonly findings: readonly Finding[];
}

/** What is read where UNH does not say a version. */
const USUAL_DIRECTORY: DirectoryId = 'D.00B';

/** Holds a message, from UNH to UNT, against its directory, and weighs what it finds as the profile says. */
export function checkMessage(table: SegmentTable, profile: PartnerProfile = {}): CheckedMessage {
  const findings = new MessageFindings(profile);
  const structure = findStructure(table, profile, findings);
  if (!structure) return { findings: findings.all };
  const places = new Array<number>(table.segmentCount).fill(NOWHERE);
  const walk = new StructureWalk(structure, table, findings);
  const segments = new SegmentCheck(table, structure.directory, profile, findings, 1);
  for (let index = 0; index < table.segmentCount && !findings.hasEnoughErrors; index += 1) {
    const place = walk.take(index);
    if (!place?.rule) continue;
    places[index] = place.index;
    segments.check(index, place.rule);
  }
  if (table.hasLowerCaseTag) findings.push(edifactFinding('LOWER_CASE', firstLowerCase(table)));
  const { seemingCharset } = table;
  if (seemingCharset) findings.push(edifactFinding('OTHER_CHARSET', table.firstHigh.path(), seemingCharset));
  const message = new Message(structure.type, structure.directory, { table, structure, places });
  return { message, findings: findings.all };
}

/** The place of a segment that has none. */
const NOWHERE = -1;

/** Where the first tag in lower case stands. */
function firstLowerCase(table: SegmentTable): string {
  const index = table.tags.findIndex((_, at) => table.valueText(table.firsts[at] as number) !== table.tagOf(at));
  return table.segment(index).path();
}

function findStructure(table: SegmentTable, profile: PartnerProfile, findings: Noted): MessageStructure | undefined {
  const header = table.segment(0);
  const type = header.code(2, 1);
  const [version, release] = [header.code(2, 2), header.code(2, 3)];
  const named = `${version}.${release}`;
  if (version === '' || release === '') {
    const directory = profile.directory ?? USUAL_DIRECTORY;
    findings.push(edifactFinding('NO_VERSION', header.path(2, version === '' ? 2 : 3), directory));
    return found(type, directory, header.path(2, 1), findings);
  }
  const directory = isDirectory(named) ? named : profile.directory;
  // Service messages have versions of their own.
  if (type === 'CONTRL') return found(type, USUAL_DIRECTORY, header.path(2, 1), findings);
  if (directory) return found(type, directory, header.path(2, 1), findings);
  findings.push(edifactFinding('DIRECTORY', header.path(2, 3), named));
  return undefined;
}

function found(type: string, directory: DirectoryId, path: string, findings: Noted): MessageStructure | undefined {
  const structure = structureOf(type, DIRECTORIES[directory]);
  if (!structure) findings.push(edifactFinding('MESSAGE_TYPE', path, type));
  return structure;
}
