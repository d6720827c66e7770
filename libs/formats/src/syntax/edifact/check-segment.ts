import { packCode, type ComponentRule, type ElementRule, type SegmentRule } from './directories/segment-rule.js';
import { edifactFinding, type FindingName, type Noted } from './findings.js';
import type { PartnerProfile } from './partner-profile.js';
import { BEFORE, MARK } from './scanner.js';
import { pathOf } from './segment.js';
import type { SegmentTable } from './segment-table.js';
import { formFault } from './value-fault.js';

// As constants of this module: they are read at each value.
const { separator: SEPARATOR, any: ANY, released: RELEASED, odd: ODD } = MARK;
const { component: COMPONENT, repetition: REPETITION } = BEFORE;

/** Holds the values of segments against the directory. Goes over each segment's values once; what it finds goes to `findings`. */
export class SegmentCheck {
  /** Where it is, counted from 0. */
  private segment = 0;
  private element = 0;
  private repetition = 0;
  private readonly starts: readonly number[];
  private readonly ends: readonly number[];
  private readonly marks: readonly number[];
  /** Whether a value with characters outside the set's level was met: said once a message. */
  private saidOdd = false;

  constructor(
    private readonly table: SegmentTable,
    private readonly directory: string,
    private readonly profile: PartnerProfile,
    private readonly findings: Noted,
    /** The number of the first segment for paths; undefined for segments of the envelope, which are not counted. */
    private readonly firstNumber: number | undefined,
  ) {
    this.starts = table.starts;
    this.ends = table.ends;
    this.marks = table.marks;
  }

  check(segment: number, rule: SegmentRule): void {
    const end = this.table.firsts[segment + 1] as number;
    this.segment = segment;
    this.element = -1;
    let present = 0;
    for (let value = this.elementEnd(this.table.firsts[segment] as number, end); value < end;) {
      this.goToElement(value);
      const next = this.elementEnd(value, end);
      const filled = this.firstFilled(value, next);
      if (filled < next) {
        present |= 1 << this.element;
        this.checkElement(value, filled, next, rule.elements[this.element]);
      }
      value = next;
    }
    if ((present & rule.mandatory) !== rule.mandatory) this.sayMissingElements(present, rule);
  }

  private goToElement(value: number): void {
    if (((this.marks[value] as number) & SEPARATOR) === REPETITION) this.repetition += 1;
    else {
      this.element += 1;
      this.repetition = 0;
    }
  }

  /** Behind the components of the element or repetition that begins at `value`. */
  private elementEnd(value: number, end: number): number {
    const { marks } = this;
    let next = value + 1;
    while (next < end && ((marks[next] as number) & SEPARATOR) === COMPONENT) next += 1;
    return next;
  }

  private firstFilled(from: number, to: number): number {
    const { starts, ends } = this;
    let value = from;
    while (value < to && starts[value] === ends[value]) value += 1;
    return value;
  }

  private checkElement(from: number, filled: number, to: number, rule: ElementRule | undefined): void {
    if (!rule) return this.say('TOO_LONG_SEGMENT');
    if (this.repetition >= rule.max) this.say('REPETITION', undefined, '', rule.id);
    const { starts, ends } = this;
    let present = 0;
    for (let value = filled; value < to; value += 1) {
      if (starts[value] === ends[value]) continue;
      const component = value - from;
      const part = rule.components[component];
      if (!part) return this.say('TOO_LONG_SEGMENT', component, '', rule.id);
      present |= 1 << component;
      if (!this.isPlain(value, part)) this.checkValue(value, component, part, rule, to);
    }
    if ((present & rule.mandatory) !== rule.mandatory) this.sayMissingComponents(present, rule);
  }

  /** Most values: characters of the set without anything to release, of a form that fits, free or a code of the directory's list. */
  private isPlain(value: number, part: ComponentRule): boolean {
    const { starts, ends, marks } = this;
    if (((marks[value] as number) & ANY) !== 0) return false;
    if (part.kind !== 'an') return formFault(this.table, value, part) === undefined;
    const length = (ends[value] as number) - (starts[value] as number);
    if (length > part.max || length < part.min) return false;
    return part.codes === undefined || (this.profile.codes === undefined && part.codes.has(this.packedBytes(value)));
  }

  private checkValue(value: number, component: number, part: ComponentRule, rule: ElementRule, end: number): void {
    const fault =
      formFault(this.table, value, part) ?? (part.codes && this.codeFault(value, component, part, rule, end));
    const isOdd = ((this.marks[value] as number) & ODD) !== 0;
    if (fault === undefined && !isOdd) return;
    const place = rule.isComposite ? component : undefined;
    if (fault) this.say(fault, place, fault.startsWith('CODE') ? part.id : part.format, part.id);
    if (isOdd && !this.saidOdd) {
      this.saidOdd = true;
      this.say('CHARACTER_LEVEL', place, this.table.spelling.charset.id);
    }
  }

  private codeFault(
    value: number,
    component: number,
    part: ComponentRule,
    rule: ElementRule,
    end: number,
  ): FindingName | undefined {
    const hasAgreement = this.profile.codes !== undefined && Object.hasOwn(this.profile.codes, part.id);
    if (!hasAgreement && part.codes?.has(this.packedBytes(value))) return undefined;
    const code = this.table.valueText(value);
    if (this.holds(code, part)) return undefined;
    if (this.holds(code.toUpperCase(), part)) return 'LOWER_CASE';
    return this.strangeCode(value - component, rule, end);
  }

  private holds(code: string, { id, codes }: ComponentRule): boolean {
    const agreed = this.profile.codes?.[id];
    if (agreed?.only) return agreed.only.includes(code);
    return codes?.has(packCode(code)) === true || agreed?.also?.includes(code) === true;
  }

  /**
   * A composite that names a code list (1131), or a keeper other than UN/EDIFACT (3055: 6), has its codes from there. Senders often leave out both
   * (`45G1` for an ISO size and type), so a strange code is a warning where they could have named its list.
   */
  private strangeCode(first: number, { codeList, agency }: ElementRule, end: number): FindingName | undefined {
    if (codeList < 0 && agency < 0) return 'CODE';
    const textAt = (component: number): string =>
      component >= 0 && first + component < end ? this.table.valueText(first + component) : '';
    const [list, keeper] = [textAt(codeList), textAt(agency)];
    if (list !== '' || (keeper !== '' && keeper !== UN_EDIFACT)) return undefined;
    return keeper === UN_EDIFACT ? 'CODE' : 'CODE_UNLISTED';
  }

  private packedBytes(value: number): number {
    const { starts, ends, marks } = this;
    const { bytes } = this.table.spelling;
    const end = ends[value] as number;
    let at = starts[value] as number;
    if (end - at > 3 || ((marks[value] as number) & RELEASED) !== 0) return -1;
    let packed = 0;
    for (; at < end; at += 1) packed = (packed << 8) | (bytes[at] as number);
    return packed;
  }

  private sayMissingElements(present: number, { elements, mandatory }: SegmentRule): void {
    this.repetition = 0;
    elements.forEach(({ id }, element) => {
      this.element = element;
      if ((mandatory & ~present & (1 << element)) !== 0) this.say('ELEMENT_MISSING', undefined, id, id);
    });
  }

  private sayMissingComponents(present: number, { components, mandatory }: ElementRule): void {
    components.forEach(({ id }, component) => {
      if ((mandatory & ~present & (1 << component)) !== 0) this.say('ELEMENT_MISSING', component, id, id);
    });
  }

  private say(name: FindingName, component?: number, detail = '', id?: string): void {
    const path = pathOf(
      this.firstNumber === undefined ? undefined : this.firstNumber + this.segment,
      this.table.tagOf(this.segment),
      this.element + 1,
      component === undefined ? undefined : component + 1,
      this.repetition + 1,
    );
    this.findings.push(edifactFinding(name, path, detail, id && `${this.directory} ${id}`));
  }
}

/** Data element 3055: UN/ECE, the keeper of the directory's own lists. */
const UN_EDIFACT = '6';
