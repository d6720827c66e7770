import fc from 'fast-check';
import { charsetIds, encodeText } from './charsets.js';
import { openInterchange, type CutMessage } from './interchange.js';
import type { Segment } from './segment.js';
import { BYTE, DEFAULT_CHARACTERS, type ServiceCharacters } from './service-characters.js';
import { anyCharacters, anySegments, knownCharset, withoutRepetition } from './testing/any-interchange.js';
import { segmentTexts, type WrittenSegment } from './write-segments.js';

const usual = (version: string): ServiceCharacters =>
  version === '4' ? { ...DEFAULT_CHARACTERS, repetition: BYTE.asterisk } : DEFAULT_CHARACTERS;

/** An interchange around segments that no directory knows. */
function interchangeOf(
  segments: readonly WrittenSegment[],
  charset: string,
  version: string,
  characters: ServiceCharacters,
  una = '',
): Buffer {
  const all: WrittenSegment[] = [
    ['UNB', [charset, version], 'A', 'B', ['250101', '0000'], '1'],
    ['UNH', '1', ['IFTMCS', 'D', '00B', 'UN']],
    ...segments,
    ['UNT', String(segments.length + 2), '1'],
    ['UNZ', '1', '1'],
  ];
  const { text, findings } = segmentTexts(all, characters, knownCharset(charset));
  expect(findings).toEqual([]);
  return encodeText(una + text, knownCharset(charset));
}

function readMessage(bytes: Buffer): CutMessage {
  const interchange = openInterchange(bytes);
  if (!('messages' in interchange)) throw new Error(JSON.stringify(interchange.findings));
  const messages = [...interchange.messages()];
  const [message] = messages;
  expect(interchange.findings).toEqual([]);
  expect(messages).toHaveLength(1);
  expect(message?.findings).toEqual([]);
  return message as CutMessage;
}

/** Every value that was written is read at its place, and nothing behind the last one. */
function expectSame({ table }: CutMessage, segments: readonly WrittenSegment[]): void {
  expect(table.segmentCount).toBe(segments.length + 2);
  segments.forEach(([tag, ...elements], index) => {
    const segment = table.segment(index + 1);
    expect(segment.tag).toBe(tag);
    elements.forEach((element, at) => expectElement(segment, at + 1, element));
    expect(segment.text(elements.length + 1)).toBe('');
  });
}

function expectElement(segment: Segment, at: number, element: WrittenSegment[1]): void {
  const repetitions = typeof element === 'object' && 'repeated' in element ? element.repeated : [element];
  repetitions.forEach((one, repetition) => {
    const components = typeof one === 'object' ? one : [one];
    components.forEach((text, component) => expect(segment.text(at, component + 1, repetition + 1)).toBe(text ?? ''));
    expect(segment.text(at, components.length + 1, repetition + 1)).toBe('');
  });
}

describe.each(charsetIds)('what is written in %s is read again', (id) => {
  it.each(['1', '2', '3', '4'])('in syntax version %s', (version) => {
    fc.assert(
      fc.property(anySegments(knownCharset(id), version === '4'), (segments) => {
        expectSame(readMessage(interchangeOf(segments, id, version, usual(version))), segments);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['3', '4'])('with separators of its own in syntax version %s', (version) => {
    fc.assert(
      fc.property(anySegments(knownCharset(id), version === '4'), anyCharacters, (segments, any) => {
        const characters = version === '4' ? any : withoutRepetition(any);
        const una = String.fromCharCode(
          ...[any.component, any.element, any.decimalMark, any.release, characters.repetition, any.terminator].map(
            (byte) => (byte < 0 ? BYTE.space : byte),
          ),
        );
        expectSame(readMessage(interchangeOf(segments, id, version, characters, `UNA${una}`)), segments);
      }),
      { numRuns: 60 },
    );
  });
});
