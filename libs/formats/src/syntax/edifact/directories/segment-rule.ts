import type { DirectoryTables } from './directory.js';

export interface SegmentRule {
  readonly elements: readonly ElementRule[];
  /** Bit n set: element n, counted from 0, is mandatory. */
  readonly mandatory: number;
}

export interface ElementRule {
  /** `C082`, `3035`. */
  readonly id: string;
  /** One for a simple element. */
  readonly components: readonly ComponentRule[];
  readonly isComposite: boolean;
  /** Bit n set: component n, counted from 0, is mandatory once the element says anything. */
  readonly mandatory: number;
  /** How often it may stand in a row; version 4 can write that with the repetition separator. */
  readonly max: number;
  /** Components that name another code list (1131) or its keeper (3055), counted from 0; -1 without them. */
  readonly codeList: number;
  readonly agency: number;
}

export interface ComponentRule {
  readonly id: string;
  /** `an..35`, for findings. */
  readonly format: string;
  readonly kind: keyof typeof KINDS;
  readonly min: number;
  readonly max: number;
  /** Packed codes; undefined where the directory has no list. */
  readonly codes: CodeList | undefined;
}

/** Packed codes. Several values of each segment are looked up, so they lie in a table of numbers: a `Set` takes several times as long. */
export class CodeList {
  private readonly slots: Int32Array;

  constructor(codes: readonly number[]) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(codes.length * 2 + 1))).fill(FREE);
    for (const code of codes) this.slots[this.slotOf(code)] = code;
  }

  has(code: number): boolean {
    return code !== FREE && this.slots[this.slotOf(code)] === code;
  }

  /** Where a code stands, or the free slot behind those that it comes to lie with. */
  private slotOf(code: number): number {
    const { slots } = this;
    const last = slots.length - 1;
    let slot = (Math.imul(code, SPREAD) >>> 8) & last;
    while (slots[slot] !== code && slots[slot] !== FREE) slot = (slot + 1) & last;
    return slot;
  }
}

/** What `packCode` gives for a code of more than three characters. */
const FREE = -1;

/** Close codes come to lie far apart (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;

/** `3035* C082 C076*x3`. */
export function compileSegment(tag: string, tables: DirectoryTables): SegmentRule {
  const elements = split(tables.segments[tag]).flatMap((notation) => compileElement(notation, tables));
  return { elements: elements.map(({ rule }) => rule), mandatory: bits(elements.map(({ mandatory }) => mandatory)) };
}

/** An element that may stand several times in a row takes as many places; only the first can be mandatory. */
function compileElement(notation: string, tables: DirectoryTables): { rule: ElementRule; mandatory: boolean }[] {
  const { id, mandatory, max } = readNotation(notation);
  const composite = tables.composites[id];
  const parts = composite === undefined ? [{ id, mandatory: true }] : split(composite).map(readNotation);
  const rule: ElementRule = {
    id,
    components: parts.map((part) => componentRule(part.id, tables)),
    isComposite: composite !== undefined,
    mandatory: bits(parts.map((part) => part.mandatory)),
    max,
    codeList: parts.findIndex((part) => part.id === '1131'),
    agency: parts.findIndex((part) => part.id === '3055'),
  };
  return Array.from({ length: max }, (_, index) => ({ rule, mandatory: mandatory && index === 0 }));
}

const rules = new Map<DirectoryTables, Map<string, ComponentRule>>();

function componentRule(id: string, tables: DirectoryTables): ComponentRule {
  const known = rules.get(tables) ?? new Map<string, ComponentRule>();
  rules.set(tables, known);
  const rule = known.get(id) ?? compileComponent(id, tables);
  known.set(id, rule);
  return rule;
}

function compileComponent(id: string, tables: DirectoryTables): ComponentRule {
  const format = tables.elements[id] ?? '';
  const [, kind, dots, length] = /^(an?|n)(\.\.)?(\d+)$/.exec(format) ?? [];
  if (kind === undefined) throw new Error(`${tables.directory} gives ${id} no format.`);
  const codes = tables.codes[id];
  return {
    id,
    format,
    kind: KINDS[kind as keyof typeof KINDS],
    min: dots === undefined ? Number(length) : 0,
    max: Number(length),
    codes: codes === undefined ? undefined : new CodeList(split(codes).map(packCode)),
  };
}

/** As constants, which V8 compares without going through their letters; what a pattern cuts out are others. */
const KINDS = { a: 'a', n: 'n', an: 'an' } as const;

/** A code of at most three characters as a number; longer ones are in no list. */
export function packCode(code: string): number {
  let packed = 0;
  for (let at = 0; at < code.length; at += 1) packed = (packed << 8) | code.charCodeAt(at);
  return code.length > 3 ? -1 : packed;
}

function readNotation(notation: string): { id: string; mandatory: boolean; max: number } {
  const [, id = '', star, max = '1'] = /^(\w{4})(\*?)(?:x(\d+))?$/.exec(notation) ?? [];
  return { id, mandatory: star === '*', max: Number(max) };
}

const split = (list: string | undefined): string[] => (list ?? '').split(' ').filter((part) => part !== '');

const bits = (flags: readonly boolean[]): number =>
  flags.reduce((all, flag, index) => (flag ? all | (1 << index) : all), 0);
