import type { Finding } from '#domain';
import { SegmentCheck } from './check-segment.js';
import { DIRECTORIES } from './directories/directory.js';
import { compileSegment, type SegmentRule } from './directories/segment-rule.js';
import { openEnvelope, type Opened, type Refused } from './envelope.js';
import { edifactFinding, type FindingName } from './findings.js';
import type { PartnerProfile } from './partner-profile.js';
import { ENDED, packTag, type Scanner } from './scanner.js';
import { SegmentTable } from './segment-table.js';
import type { Segment } from './segment.js';

/** One message as it was cut out of its interchange; its directory has not been asked yet. */
export interface CutMessage {
  /** `IFTMCS`. */
  readonly type: string;
  readonly reference: string;
  readonly table: SegmentTable;
  /** From UNH to UNT, as they stand in the interchange. */
  readonly bytes: Buffer;
  /** The group's UNG, if it stands in a group. */
  readonly group: Segment | undefined;
  /** Counts and references of UNT, what UNH repeats, where it breaks off. */
  readonly findings: readonly Finding[];
}

/** Opens an interchange; one that can't be read at all is refused, with findings that say why. */
export function openInterchange(bytes: Buffer, profile: PartnerProfile = {}): Interchange | Refused {
  const opened = openEnvelope(bytes, profile);
  return 'scanner' in opened ? new Interchange(opened) : opened;
}

const [UNH, UNT, UNG, UNE, UNZ] = ['UNH', 'UNT', 'UNG', 'UNE', 'UNZ'].map(packTag) as [
  number,
  number,
  number,
  number,
  number,
];

/** An interchange with so many findings of its own is not read any further. */
const ENOUGH_FINDINGS = 200;

/** Tags that end a message: UNT, and those that can only stand behind it. */
const MESSAGE_ENDS: ReadonlySet<number> = new Set([UNT, UNH, UNG, UNE, UNZ]);

/** Few tags begin as those do, and looking is cheaper than asking for each. */
const endsMessage = (tag: number): boolean => tag >> 8 === UNT >> 8 && MESSAGE_ENDS.has(tag);

/**
 * An interchange, handed out message by message: the scanner's notes are reused, so that ten thousand messages need no more room than one.
 * Go over `messages` once; `findings` are complete after it.
 */
export class Interchange {
  readonly header: Segment;
  readonly findings: Finding[] = [];
  private readonly scanner: Scanner;
  private readonly references = new Set<string>();
  private group: OpenGroup | undefined;
  private groups = 0;
  private messageCount = 0;
  private loose = 0;
  private saidOutside = false;
  private isBeyondLimits = false;

  constructor(readonly opened: Opened) {
    this.scanner = opened.scanner;
    this.header = opened.header.segment(0);
    this.findings.push(...opened.findings);
    this.checkEnvelope(opened.header);
    if (this.header.text(11) === '1') this.findings.push(edifactFinding('TEST', 'UNB/11'));
  }

  /** The sender's reference of the interchange (0020). */
  get reference(): string {
    return this.header.text(5);
  }

  /** Ends at UNZ, at the end of the bytes, or where so much is wrong that the rest says nothing more. */
  *messages(): Generator<CutMessage, void, undefined> {
    while (this.findings.length < ENOUGH_FINDINGS) {
      this.scanner.reset();
      const tag = this.scanner.nextSegment();
      if (tag === UNH) {
        yield this.cutMessage();
        if (this.isBeyondLimits) return;
      } else if (tag === UNZ) return this.closeInterchange();
      else if (tag <= ENDED.atEnd) return this.breakOff(tag);
      else this.takeEnvelopeSegment(tag);
    }
    this.say('GIVEN_UP', 'UNZ');
  }

  private takeEnvelopeSegment(tag: number): void {
    if (tag === UNG) this.openGroup(this.envelopeTable().segment(0));
    else if (tag === UNE) this.closeGroup(this.envelopeTable().segment(0));
    else if (!this.saidOutside) {
      this.saidOutside = true;
      this.say('OUTSIDE', this.envelopeTable().tagOf(0));
    }
  }

  private cutMessage(): CutMessage {
    const { scanner } = this;
    let tag = scanner.nextSegment();
    while (tag > ENDED.atEnd && !endsMessage(tag)) tag = scanner.nextSegment();
    if (tag !== UNT && endsMessage(tag)) scanner.unread();
    this.isBeyondLimits = tag === ENDED.tooMany;
    const table = new SegmentTable(this.opened.spelling, scanner);
    this.messageCount += 1;
    if (this.group) this.group.messages += 1;
    else this.loose += 1;
    const header = table.segment(0);
    const reference = own(header.text(1));
    const findings = [...this.checkHeader(header, reference), ...checkTrailer(table, tag, reference)];
    const bytes = this.opened.spelling.bytes.subarray(table.starts[0], scanner.position);
    return { type: header.code(2, 1), reference, table, bytes, group: this.group?.header, findings };
  }

  private checkHeader(header: Segment, reference: string): Finding[] {
    const repeated = this.references.has(reference);
    this.references.add(reference);
    return repeated ? [edifactFinding('DUPLICATE', header.path(1), reference)] : [];
  }

  private openGroup(header: Segment): void {
    if (this.group) this.say('NO_UNE', 'UNE');
    this.groups += 1;
    this.group = { header, messages: 0 };
    // References are unique within a group (0062).
    this.references.clear();
  }

  private closeGroup(trailer: Segment): void {
    if (!this.group) return this.say('OUTSIDE', 'UNE');
    this.findings.push(
      ...countFindings(trailer, this.group.messages),
      ...referenceFindings(trailer, this.group.header.text(5)),
    );
    this.group = undefined;
  }

  private closeInterchange(): void {
    const trailer = this.envelopeTable().segment(0);
    if (this.group) this.say('NO_UNE', 'UNE');
    if (this.groups > 0 && this.loose > 0) this.say('MIXED', 'UNZ');
    if (this.messageCount === 0) this.say('EMPTY', 'UNZ');
    const count = this.groups > 0 ? this.groups : this.messageCount;
    this.findings.push(...countFindings(trailer, count), ...referenceFindings(trailer, this.reference));
    this.scanner.reset();
    if (this.scanner.nextSegment() !== ENDED.atEnd) this.say('OUTSIDE', 'UNZ');
    this.sayBlanks();
  }

  private breakOff(tag: number): void {
    if (tag === ENDED.inSegment) this.say('CUT_OFF', this.envelopeTable().tagOf(0));
    else this.say('NO_UNZ', 'UNZ');
    this.sayBlanks();
  }

  private sayBlanks(): void {
    if (this.scanner.sawBlanks) this.say('LINE_BREAKS', '');
  }

  private envelopeTable(): SegmentTable {
    const table = new SegmentTable(this.opened.spelling, this.scanner);
    this.checkEnvelope(table);
    return table;
  }

  /** Segments of the envelope against the syntax's own directory. */
  private checkEnvelope(table: SegmentTable): void {
    const rule = ENVELOPE.get(table.tags[0] as number);
    if (rule) new SegmentCheck(table, 'ISO 9735', {}, this.findings, undefined).check(0, rule);
  }

  private say(name: FindingName, path: string): void {
    this.findings.push(edifactFinding(name, path));
  }
}

interface OpenGroup {
  readonly header: Segment;
  messages: number;
}

const ENVELOPE: ReadonlyMap<number, SegmentRule> = new Map(
  ['UNB', 'UNG', 'UNE', 'UNZ'].map((tag) => [packTag(tag), compileSegment(tag, DIRECTORIES['D.00B'])]),
);

/** A text of its own, which does not keep the message's whole text alive. V8 copies a short one anyway when it is cut out. */
const own = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());

function checkTrailer(table: SegmentTable, tag: number, reference: string): Finding[] {
  const last = table.segment(table.segmentCount - 1);
  if (tag === ENDED.tooMany) return [edifactFinding('TOO_MANY', last.path())];
  if (tag === ENDED.inSegment) return [edifactFinding('CUT_OFF', last.path())];
  if (tag !== UNT) return [edifactFinding('NO_UNT', last.path())];
  return [...segmentCountFindings(last, table.segmentCount), ...referenceFindings(last, reference, last.path(2))];
}

/** Senders forget to count UNH and UNT, so one off is a warning. */
function segmentCountFindings(trailer: Segment, actual: number): Finding[] {
  const kind = Math.abs(Number(trailer.text(1)) - actual) === 1 ? 'COUNT_BY_ONE' : 'COUNT';
  return isCount(trailer, actual) ? [] : [edifactFinding(kind, trailer.path(1), String(actual))];
}

/** Messages and groups: one too few is one that was lost. */
const countFindings = (trailer: Segment, actual: number): Finding[] =>
  isCount(trailer, actual) ? [] : [edifactFinding('COUNT', `${trailer.tag}/1`, String(actual))];

/** What is no number, or too long, is said by the format check. */
function isCount(trailer: Segment, actual: number): boolean {
  const stated = trailer.text(1);
  return !/^\d{1,10}$/.test(stated) || Number(stated) === actual;
}

const referenceFindings = (trailer: Segment, reference: string, path = `${trailer.tag}/2`): Finding[] =>
  trailer.text(2) === reference ? [] : [edifactFinding('REFERENCE', path, reference)];
