import { isDecimal, type DecimalText } from '#domain';
import { given } from '../../mapping/given.js';
import { withOne } from '../../mapping/with-one.js';
import { BYTE } from './service-characters.js';

/** What a segment needs of the table it stands in. */
export interface ValueTexts {
  readonly tags: readonly number[];
  tagOf(segment: number): string;
  findValue(segment: number, element: number, component: number, repetition?: number): number;
  componentBehind(value: number): number;
  elementCount(segment: number): number;
  valueText(value: number): string;
}

/** One segment of a message, as a format's folder reads it. Elements and components are counted from 1, as in the directory. */
export class Segment {
  constructor(
    private readonly table: ValueTexts,
    /** Counted from 0 in its message. */
    readonly index: number,
  ) {}

  get tag(): string {
    return this.table.tagOf(this.index);
  }

  /** The same as one number, as `packTag` makes it: what is asked of many segments is compared without a text. */
  get packedTag(): number {
    return this.table.tags[this.index] as number;
  }

  /** How many elements it has; the last ones may say nothing. */
  get elementCount(): number {
    return this.table.elementCount(this.index);
  }

  /** What the sender wrote; `''` where there is nothing. */
  text(element: number, component = 1, repetition = 1): string {
    const value = this.table.findValue(this.index, element, component, repetition);
    return value < 0 ? '' : this.table.valueText(value);
  }

  /** A text that is there, without blank space around it; else undefined. */
  given(element: number, component = 1): string | undefined {
    const text = this.text(element, component);
    return text === '' ? undefined : trimmed(text) || undefined;
  }

  /** A code in capitals: senders who write `nad+cz` mean CZ. */
  code(element: number, component = 1): string {
    return inCapitals(this.text(element, component));
  }

  /** A code that is there, in capitals and without blank space around it; else undefined. */
  givenCode(element: number, component = 1): string | undefined {
    const text = this.given(element, component);
    return text === undefined ? undefined : inCapitals(text);
  }

  /** A number with `.` as its decimal mark, every digit as written; undefined for what is no number. */
  decimal(element: number, component = 1): DecimalText | undefined {
    const text = this.given(element, component);
    if (text === undefined || isDecimal(text)) return text;
    const withPoint = text.replace(',', '.');
    return isDecimal(withPoint) ? withPoint : undefined;
  }

  /** The components `from` to `to` that say something, in their order. */
  texts(element: number, from: number, to: number): string[] {
    let texts: string[] | undefined;
    let value = this.table.findValue(this.index, element, from);
    for (let component = from; component <= to && value >= 0; component += 1) {
      const text = trimmed(this.table.valueText(value));
      if (text !== '') texts = withOne(texts, text);
      value = this.table.componentBehind(value);
    }
    return texts ?? [];
  }

  /** The same as one text, with spaces between them; `''` where none says anything. */
  joined(element: number, from: number, to: number): string {
    let joined = '';
    let value = this.table.findValue(this.index, element, from);
    for (let component = from; component <= to && value >= 0; component += 1) {
      const text = trimmed(this.table.valueText(value));
      if (text !== '') joined = joined === '' ? text : `${joined} ${text}`;
      value = this.table.componentBehind(value);
    }
    return joined;
  }

  /** Where it stands, for findings: `12:NAD/2/1`, segment 12 counted from UNH as 1, element 2, component 1. */
  path(element?: number, component?: number): string {
    return pathOf(this.index + 1, this.tag, element, component);
  }
}

/** Few texts have blank space around them, and looking is cheaper than trimming. */
const trimmed = (text: string): string =>
  isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)) ? text : text.trim();

/** Of ASCII; there is more white space above it. */
const isVisible = (character: number): boolean => character > BYTE.space && character < 0x7f;

/** Most codes are in capitals already, and looking is cheaper than turning. */
function inCapitals(code: string): string {
  for (let at = 0; at < code.length; at += 1) if (code.charCodeAt(at) > CAPITAL_Z) return code.toUpperCase();
  return code;
}

const CAPITAL_Z = 0x5a;

/** `12:NAD/2/1`; a repetition in brackets: `12:NAD/2[3]/1`. */
export function pathOf(
  position: number | undefined,
  tag: string,
  element?: number,
  component?: number,
  repetition = 1,
): string {
  const segment = position === undefined ? tag : `${position}:${tag}`;
  if (element === undefined) return segment;
  const repeated = repetition > 1 ? `[${repetition}]` : '';
  return `${segment}/${element}${repeated}${component === undefined ? '' : `/${component}`}`;
}

export interface ReadPath {
  readonly number?: string;
  readonly tag: string;
  readonly element?: string;
  readonly component?: string;
}

/** The parts of a path that `pathOf` made. */
export function readPath(path: string): ReadPath | undefined {
  const [, number, tag, element, component] =
    /^(?:(\d+):)?(\w{3})(?:\/(\d+)(?:\[\d+\])?(?:\/(\d+))?)?$/.exec(path) ?? [];
  return tag === undefined ? undefined : given({ number, tag, element, component });
}
