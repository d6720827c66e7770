import { hasErrors, type Finding } from '#domain';
import { answerTo, type AnswerDetails } from './answer.js';
import { syntaxErrorOf } from './findings.js';
import type { CutMessage } from './interchange.js';
import { readPath, type Segment } from './segment.js';
import { writeInterchange, type Writing } from './write-interchange.js';
import type { WrittenElement, WrittenSegment } from './write-segments.js';

/** A message and everything that was found in it, envelope and directory. */
export interface ExaminedMessage {
  readonly message: CutMessage;
  readonly findings: readonly Finding[];
}

export interface ExaminedInterchange extends AnswerDetails {
  /** What is wrong with the interchange itself. */
  readonly findings: readonly Finding[];
  /** Absent when its messages have not been looked at yet: then it is only said to have come. */
  readonly messages?: readonly ExaminedMessage[];
  /** Whether messages without an error are named too: for an interchange of several, each of which has an outcome of its own. */
  readonly namesAll?: boolean;
}

/** Data element 0083. */
const ACTION = { rejected: '4', acknowledged: '7', received: '8' } as const;

/**
 * CONTRL: what became of an interchange (ISO 9735-4 and its edition for syntax 3). A rejected interchange takes all its messages with it; of an
 * acknowledged one the messages with an error are named, each with the places of its errors, and the others if asked for.
 */
export function writeControlReport(examined: ExaminedInterchange): Writing {
  const { header, findings, messages = [], reference, namesAll = false } = examined;
  const isRejected = hasErrors(findings);
  const named = isRejected ? [] : messages.filter((one) => namesAll || hasErrors(one.findings));
  const loose = named.filter(({ message }) => !message.group);
  const action = examined.messages || isRejected ? undefined : ACTION.received;
  return writeInterchange(
    answerTo(examined, {
      reference,
      type: 'CONTRL',
      directory: header.text(1, 2) === '4' ? '4.1' : 'D.3',
      segments: [
        interchangeResponse(header, action ?? (isRejected ? ACTION.rejected : ACTION.acknowledged), errorsOf(findings)),
        ...loose.flatMap(messageResponse),
        ...inGroups(named).flatMap(([group, inside]) => [groupResponse(group), ...inside.flatMap(messageResponse)]),
      ],
    }),
  );
}

const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error');

/** `UCI+0020+S002+S003+0083+0085+0135+S011`. */
const interchangeResponse = (header: Segment, action: string, [error]: readonly Finding[]): WrittenSegment => [
  'UCI',
  header.text(5),
  components(header, 2, 4),
  components(header, 3, 4),
  action,
  ...(error ? serviceError(error) : []),
];

/** A group is named for the messages in it; groups are not rejected as such. */
const groupResponse = (group: Segment): WrittenSegment => [
  'UCF',
  group.text(5),
  components(group, 2, 2),
  components(group, 3, 2),
  ACTION.acknowledged,
];

function messageResponse({ message, findings }: ExaminedMessage): WrittenSegment[] {
  const header = message.table.segment(0);
  const errors = errorsOf(findings);
  const action = errors.length > 0 ? ACTION.rejected : ACTION.acknowledged;
  const own = errors.find(({ path }) => SERVICE_TAGS.has(readPath(path)?.tag ?? ''));
  return [
    ['UCM', message.reference, components(header, 2, 5), action, ...(own ? serviceError(own) : [])],
    ...segmentResponses(errors.filter((error) => error !== own)),
  ];
}

const SERVICE_TAGS: ReadonlySet<string> = new Set(['UNB', 'UNZ', 'UNG', 'UNE', 'UNH', 'UNT']);

/** Most segments, and elements of one, that a CONTRL can name. */
const MOST_SEGMENTS = 999;
const MOST_ELEMENTS = 99;

/** One UCS a segment with its UCDs behind it; an error of the segment as a whole stands in a UCS of its own. */
function segmentResponses(errors: readonly Finding[]): WrittenSegment[] {
  const responses: WrittenSegment[][] = [];
  const bySegment = new Map<string, WrittenSegment[]>();
  for (const error of errors) {
    const place = readPath(error.path);
    if (place?.number === undefined) continue;
    const { number, element } = place;
    if (element === undefined) responses.push([['UCS', number, syntaxErrorOf(error)]]);
    else {
      const known = bySegment.get(number);
      const response = known ?? [['UCS', number]];
      if (response.length <= MOST_ELEMENTS) response.push(['UCD', syntaxErrorOf(error), position(error)]);
      if (!known) responses.push(response);
      bySegment.set(number, response);
    }
  }
  return responses.slice(0, MOST_SEGMENTS).flat();
}

/** 0085, the service segment and the position in it. */
function serviceError(error: Finding): WrittenElement[] {
  const tag = readPath(error.path)?.tag ?? '';
  if (!SERVICE_TAGS.has(tag)) return [syntaxErrorOf(error)];
  return [syntaxErrorOf(error), tag, position(error)];
}

/** S011: the tag has position 1, so an element's is one more than in our paths. */
function position({ path }: Finding): WrittenElement {
  const place = readPath(path);
  if (place?.element === undefined) return undefined;
  return [String(Number(place.element) + 1), place.component];
}

const components = (segment: Segment, element: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => segment.text(element, index + 1));

function inGroups(messages: readonly ExaminedMessage[]): [Segment, ExaminedMessage[]][] {
  const groups = new Map<Segment, ExaminedMessage[]>();
  for (const one of messages) {
    const { group } = one.message;
    if (group) groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups];
}
