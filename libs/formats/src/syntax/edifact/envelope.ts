import { isUtf8 } from 'node:buffer';
import type { Finding } from '#domain';
import { byteKinds } from './byte-kinds.js';
import { charsetOf, fromIso2022, type Charset } from './charsets.js';
import { edifactFinding } from './findings.js';
import type { PartnerProfile } from './partner-profile.js';
import { ENDED, packTag, Scanner } from './scanner.js';
import { SegmentTable, type Spelling } from './segment-table.js';
import {
  DEFAULT_CHARACTERS,
  forSyntaxVersion,
  inferCharacters,
  isBlank,
  NONE,
  readUna,
  UNA_LENGTH,
  type ServiceCharacters,
} from './service-characters.js';

/** An interchange whose UNB is read: the scanner stands behind it. */
export interface Opened {
  readonly header: SegmentTable;
  readonly spelling: Spelling;
  readonly scanner: Scanner;
  /** Where the bytes behind UNB begin. */
  readonly behindHeader: number;
  readonly findings: readonly Finding[];
}

/** Whether the bytes begin as EDIFACT does. */
export function looksLikeEdifact(bytes: Buffer): boolean {
  const start = contentStart(bytes);
  return standsAt(bytes, start, 'UNA') || standsAt(bytes, start, 'UNB');
}

/** In capitals or not. */
function standsAt(bytes: Buffer, start: number, letters: string): boolean {
  for (let at = 0; at < letters.length; at += 1)
    if (((bytes[start + at] as number) & ~CASE) !== letters.charCodeAt(at)) return false;
  return true;
}

/** The bit that a small letter has and its capital has not. */
const CASE = 0x20;

/** Behind a byte order mark and white space. */
function contentStart(bytes: Buffer): number {
  let at = bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
  while (isBlank(bytes[at])) at += 1;
  return at;
}

/** An interchange that can't be read: why, and its UNB if there is one to answer to. */
export interface Refused {
  readonly header?: SegmentTable;
  readonly findings: readonly Finding[];
}

/** UNA and UNB. */
export function openEnvelope(written: Buffer, profile: PartnerProfile): Opened | Refused {
  const start = contentStart(written);
  const hasUna = standsAt(written, start, 'UNA');
  const at = hasUna ? start + UNA_LENGTH : start;
  const characters = hasUna ? readUna(written, start) : inferCharacters(written, at);
  if (!characters) return { findings: [edifactFinding(hasUna ? 'UNA' : 'NO_UNB', hasUna ? 'UNA' : 'UNB')] };
  const findings: Finding[] = isInferred(characters, hasUna) ? [edifactFinding('NO_UNA', 'UNA')] : [];
  const header = readHeader({ bytes: written, charset: ANY_CHARSET, characters }, at);
  if (header instanceof SegmentTable) return continueBehind(header, hasUna, profile, findings, at);
  return { findings: [...findings, header] };
}

const isInferred = (characters: ServiceCharacters, hasUna: boolean): boolean =>
  !hasUna && characters !== DEFAULT_CHARACTERS && characters.element > 0x20;

/** Good enough to read from UNB which set it is. */
const ANY_CHARSET = charsetOf('UNOC') as Charset;

const UNB = packTag('UNB');

function readHeader(spelling: Spelling, at: number): SegmentTable | Finding {
  const scanner = new Scanner(spelling.bytes, byteKinds(spelling.characters, spelling.charset), at);
  const tag = scanner.nextSegment();
  if (tag === ENDED.inSegment) return edifactFinding('CUT_OFF', 'UNB');
  return tag === UNB ? new SegmentTable(spelling, scanner) : edifactFinding('NO_UNB', 'UNB');
}

function continueBehind(
  header: SegmentTable,
  hasUna: boolean,
  profile: PartnerProfile,
  findings: Finding[],
  at: number,
): Opened | Refused {
  const unb = header.segment(0);
  const charset = charsetOf(profile.charset ?? unb.text(1, 1));
  const version = unb.text(1, 2);
  const refused = (finding: Finding): Refused => ({ header, findings: [...findings, finding] });
  if (!charset) return refused(edifactFinding('CHARSET', 'UNB/1/1', unb.text(1, 1)));
  if (!/^[1-4]$/.test(version)) return refused(edifactFinding('SYNTAX_VERSION', 'UNB/1/2', version));
  const bytes = inUtf8(header.spelling.bytes, charset);
  if (!bytes) return refused(edifactFinding('ENCODING', 'UNB/1/1'));
  const characters = forSyntaxVersion(header.spelling.characters, version, hasUna);
  const decimalMark = hasUna && version < '4' ? characters.decimalMark : NONE;
  const spelling = { bytes, charset, characters: { ...characters, decimalMark } };
  const scanner = new Scanner(bytes, byteKinds(characters, charset), at);
  scanner.nextSegment();
  const behindHeader = scanner.position;
  return { header: new SegmentTable(spelling, scanner), spelling, scanner, behindHeader, findings };
}

/** UNOX is turned to UTF-8, W and Y must be it; other sets have one byte a character. Undefined when the bytes are not what they should be. */
function inUtf8(bytes: Buffer, { id, multibyte }: Charset): Buffer | undefined {
  if (!multibyte) return bytes;
  if (id === 'UNOX') return fromIso2022(bytes);
  return isUtf8(bytes) ? bytes : undefined;
}
