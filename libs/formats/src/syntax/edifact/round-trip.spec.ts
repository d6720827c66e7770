import fc from 'fast-check';
import { charsetIds, encodeText } from './charsets.js';
import { openInterchange, type CutMessage } from './interchange.js';
import {
  BYTE,
  DEFAULT_CHARACTERS,
  DEFAULT_CHARACTERS_OF_VERSION_4,
  type ServiceCharacters,
} from './service-characters.js';
import { anyCharacters, anySegments, knownCharset, withoutRepetition } from './testing/any-interchange.js';
import { segmentTexts, type WrittenSegment } from './write-segments.js';

const usual = (version: string): ServiceCharacters =>
  version === '4' ? DEFAULT_CHARACTERS_OF_VERSION_4 : DEFAULT_CHARACTERS;

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

/** What was written, and the same places as they are read, one further than anything was written. */
function compare({ table }: CutMessage, segments: readonly WrittenSegment[]): void {
  const written = segments.map(([tag, ...elements]) => [tag, ...elements.map(repetitionsOf), [['', '']]]);
  const read = segments.map(([, ...elements], index) => {
    const segment = table.segment(index + 1);
    const texts = elements.map((element, at) =>
      repetitionsOf(element).map((components, repetition) =>
        components.map((_, component) => segment.text(at + 1, component + 1, repetition + 1)),
      ),
    );
    return [segment.tag, ...texts, [[segment.text(elements.length + 1), segment.text(elements.length + 1, 2)]]];
  });
  expect(read).toEqual(written);
  expect(table.segmentCount).toBe(segments.length + 2);
}

/** Every repetition's components, and an empty one behind them. */
const repetitionsOf = (element: WrittenSegment[1]): string[][] =>
  (typeof element === 'object' && 'repeated' in element ? element.repeated : [element]).map((one) => [
    ...(typeof one === 'object' ? one : [one]).map((text) => text ?? ''),
    '',
  ]);

const unaOf = ({ component, element, decimalMark, release, repetition, terminator }: ServiceCharacters): string =>
  `UNA${String.fromCharCode(
    ...[component, element, decimalMark, release, repetition, terminator].map((byte) => (byte < 0 ? BYTE.space : byte)),
  )}`;

describe('what is written is read again, in every syntax version', () => {
  const versions = fc.constantFrom('1', '2', '3', '4');

  it.each(charsetIds)('in %s', (id) => {
    const cases = versions.chain((version) =>
      fc.tuple(fc.constant(version), anySegments(knownCharset(id), version === '4')),
    );
    fc.assert(
      fc.property(cases, ([version, segments]) => {
        compare(readMessage(interchangeOf(segments, id, version, usual(version))), segments);
      }),
      { numRuns: 100 },
    );
  });

  it.each(charsetIds)('in %s with separators of its own', (id) => {
    const cases = versions.chain((version) =>
      fc.tuple(fc.constant(version), anySegments(knownCharset(id), version === '4')),
    );
    fc.assert(
      fc.property(cases, anyCharacters, ([version, segments], any) => {
        const characters = version === '4' ? any : withoutRepetition(any);
        compare(readMessage(interchangeOf(segments, id, version, characters, unaOf(characters))), segments);
      }),
      { numRuns: 100 },
    );
  });
});
