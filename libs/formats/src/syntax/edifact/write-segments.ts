import type { Finding } from '#domain';
import { firstForeign, type Charset } from './charsets.js';
import { edifactFinding } from './findings.js';
import { pathOf } from './segment.js';
import { NONE, type ServiceCharacters } from './service-characters.js';

type Value = string | undefined;
type Element = Value | readonly Value[];

/** A segment to write: `['NAD', 'CZ', , , ['FIRST LINE', 'SECOND LINE']]`. An element is a text, its components, or its repetitions. */
export type WrittenSegment = readonly [tag: string, ...elements: WrittenElement[]];
export type WrittenElement = Element | { readonly repeated: readonly Element[] };

/** Segments as text, and what of it the character set can't carry: nothing is written as another character. */
export function segmentTexts(
  segments: readonly WrittenSegment[],
  characters: ServiceCharacters,
  charset: Charset,
): { readonly text: string; readonly findings: readonly Finding[] } {
  const writer = new SegmentWriter(characters, charset);
  return {
    text: segments.map((segment, index) => writer.write(segment, index + 1)).join(''),
    findings: writer.findings,
  };
}

class SegmentWriter {
  readonly findings: Finding[] = [];
  private readonly element: string;
  private readonly component: string;
  private readonly repetition: string;
  private readonly terminator: string;
  private readonly release: string;
  /** What has to be released where it is data. */
  private readonly special: RegExp;

  constructor(
    characters: ServiceCharacters,
    private readonly charset: Charset,
  ) {
    const text = (byte: number): string => (byte === NONE ? '' : String.fromCharCode(byte));
    this.element = text(characters.element);
    this.component = text(characters.component);
    this.repetition = text(characters.repetition);
    this.terminator = text(characters.terminator);
    this.release = text(characters.release);
    const all = [this.element, this.component, this.repetition, this.terminator, this.release];
    this.special = new RegExp(
      all
        .filter((one) => one !== '')
        .map(escaped)
        .join('|'),
      'g',
    );
  }

  write([tag, ...elements]: WrittenSegment, number: number): string {
    const texts = elements.map((element, index) =>
      isRepeated(element)
        ? element.repeated
            .map((one, repetition) =>
              this.elementText(one, { tag, number, element: index + 1, repetition: repetition + 1 }),
            )
            .join(this.repetition)
        : this.elementText(element, { tag, number, element: index + 1, repetition: 1 }),
    );
    return [tag, ...withoutEmptyEnd(texts)].join(this.element) + this.terminator;
  }

  private elementText(element: Element, spot: Spot): string {
    if (typeof element === 'string' || element === undefined) return this.valueText(element ?? '', spot);
    const texts = element.map((value, index) => this.valueText(value ?? '', { ...spot, component: index + 1 }));
    return withoutEmptyEnd(texts).join(this.component);
  }

  private valueText(value: string, { number, tag, element, component, repetition }: Spot): string {
    const foreign =
      firstForeign(value, this.charset) ?? (this.release === '' ? this.special.exec(value)?.[0] : undefined);
    this.special.lastIndex = 0;
    if (foreign !== undefined)
      this.findings.push(edifactFinding('UNWRITABLE', pathOf(number, tag, element, component, repetition), foreign));
    return value.replace(this.special, (character) => this.release + character);
  }
}

interface Spot {
  readonly number: number;
  readonly tag: string;
  readonly element: number;
  readonly repetition: number;
  readonly component?: number;
}

const isRepeated = (element: WrittenElement): element is { readonly repeated: readonly Element[] } =>
  typeof element === 'object' && 'repeated' in element;

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What is empty at the end is left out, with its separator (ISO 9735-1, exclusion). */
function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  let length = texts.length;
  while (length > 0 && texts[length - 1] === '') length -= 1;
  return texts.slice(0, length);
}
