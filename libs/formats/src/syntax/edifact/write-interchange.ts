import { hasErrors, type Finding, type TradeTime } from '#domain';
import { charsetOf, encodeText } from './charsets.js';
import { checkMessage } from './check-message.js';
import type { DirectoryId } from './directories/directory.js';
import { edifactFinding } from './findings.js';
import { openInterchange } from './interchange.js';
import {
  BYTE,
  DEFAULT_CHARACTERS,
  DEFAULT_CHARACTERS_OF_VERSION_4,
  NONE,
  type ServiceCharacters,
} from './service-characters.js';
import { segmentTexts, type WrittenSegment } from './write-segments.js';

export interface WrittenInterchange {
  /** `UNOC`. */
  readonly charset: string;
  readonly syntaxVersion: '1' | '2' | '3' | '4';
  /** Separators other than the default ones; they are announced in UNA. */
  readonly characters?: ServiceCharacters;
  readonly sender: Correspondent;
  readonly recipient: Correspondent;
  readonly reference: string;
  /** The day and minute as they stand are written. */
  readonly preparedAt: TradeTime;
  readonly messages: readonly WrittenMessage[];
}

export interface Correspondent {
  readonly id: string;
  /** Data element 0007, `ZZZ` for agreed codes. */
  readonly qualifier?: string;
}

export interface WrittenMessage {
  readonly reference: string;
  readonly type: string;
  /** CONTRL has versions of its own. */
  readonly directory: DirectoryId | 'D.3' | '4.1';
  /** Data element 0057, of a user group's guideline. */
  readonly association?: string;
  /** Between UNH and UNT, which are written from what stands here. */
  readonly segments: readonly WrittenSegment[];
}

/** Bytes that the same directory accepts when they are read back; else what is wrong, placed in what would have been written. */
export type Writing = { readonly bytes: Buffer } | { readonly findings: readonly Finding[] };

export function writeInterchange(interchange: WrittenInterchange): Writing {
  const charset = charsetOf(interchange.charset);
  if (!charset) return { findings: [edifactFinding('CHARSET', 'UNB/1/1', interchange.charset)] };
  const usual = usualCharacters(interchange.syntaxVersion);
  const characters = interchange.characters ?? usual;
  const envelope = [[header(interchange)], ...interchange.messages.map(wholeMessage), [trailer(interchange)]];
  const parts = envelope.map((segments) => segmentTexts(segments, characters, charset));
  const findings = parts.flatMap((part) => part.findings);
  if (findings.length > 0) return { findings };
  const una = sameCharacters(characters, usual) ? '' : unaOf(characters);
  const bytes = encodeText(una + parts.map(({ text }) => text).join(''), charset);
  const faults = readBack(bytes);
  return hasErrors(faults) ? { findings: faults } : { bytes };
}

const usualCharacters = (version: string): ServiceCharacters =>
  version === '4' ? DEFAULT_CHARACTERS_OF_VERSION_4 : DEFAULT_CHARACTERS;

const sameCharacters = (one: ServiceCharacters, other: ServiceCharacters): boolean =>
  Object.values(one).join() === Object.values(other).join();

const unaOf = ({ component, element, decimalMark, release, repetition, terminator }: ServiceCharacters): string =>
  `UNA${[component, element, decimalMark, release, repetition, terminator]
    .map((byte) => String.fromCharCode(byte === NONE ? BYTE.space : byte))
    .join('')}`;

const header = ({
  charset,
  syntaxVersion,
  sender,
  recipient,
  preparedAt,
  reference,
}: WrittenInterchange): WrittenSegment => [
  'UNB',
  [charset, syntaxVersion],
  [sender.id, sender.qualifier],
  [recipient.id, recipient.qualifier],
  [preparedAt.slice(syntaxVersion === '4' ? 0 : 2, 10).replaceAll('-', ''), preparedAt.slice(11, 16).replace(':', '')],
  reference,
];

const trailer = ({ messages, reference }: WrittenInterchange): WrittenSegment => [
  'UNZ',
  String(messages.length),
  reference,
];

function wholeMessage({ reference, type, directory, association, segments }: WrittenMessage): WrittenSegment[] {
  const [version, release] = directory.split('.');
  return [
    ['UNH', reference, [type, version, release, 'UN', association]],
    ...segments,
    ['UNT', String(segments.length + 2), reference],
  ];
}

/** The reader and the directory say what is wrong with what was written. */
function readBack(bytes: Buffer): readonly Finding[] {
  const interchange = openInterchange(bytes);
  if (!('messages' in interchange)) return interchange.findings;
  const findings = [...interchange.messages()].flatMap((message) => [
    ...message.findings,
    ...checkMessage(message.table).findings,
  ]);
  return [...interchange.findings, ...findings];
}
