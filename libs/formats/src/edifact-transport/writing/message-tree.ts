import type { Finding } from '#domain';
import { readPath } from '../../syntax/edifact/segment.js';
import type { WrittenSegment } from '../../syntax/edifact/write-segments.js';

/** A segment with what stands below it: without it they are about nothing. */
export interface WrittenGroup {
  readonly segment: WrittenSegment;
  readonly parts: readonly WrittenGroup[];
}

export const group = (segment: WrittenSegment, ...parts: readonly WrittenGroup[]): WrittenGroup => ({ segment, parts });

export const segmentsIn = (groups: readonly WrittenGroup[]): WrittenSegment[] =>
  groups.flatMap(({ segment, parts }) => [segment, ...segmentsIn(parts)]);

/** A place that the directory refuses: in the segment so many behind UNH, an element or the whole. */
interface Refused {
  readonly index: number;
  readonly element: number | undefined;
  /** It stands there too often: those behind it do too. */
  readonly tooOften: boolean;
}

/** The groups without what the findings are about; undefined when one of them is not about a part that could be left out. */
export function without(groups: readonly WrittenGroup[], findings: readonly Finding[]): WrittenGroup[] | undefined {
  const refused = findings.map(refusedIn);
  if (refused.includes(undefined)) return undefined;
  return pruned(groups, 0, new Map((refused as Refused[]).map((one) => [one.index, one])));
}

function refusedIn({ code, path }: Finding): Refused | undefined {
  const place = readPath(path);
  const index = Number(place?.number ?? '0') - 2;
  if (index < 0 || code === 'EDIFACT.SEGMENT_MISSING') return undefined;
  const element = place?.element === undefined ? undefined : Number(place.element);
  return { index, element, tooOften: code.endsWith('_REPEATS') };
}

/** `at`: how many segments stand before these groups. A composite goes as a whole: a code without its list would be another code. */
function pruned(groups: readonly WrittenGroup[], at: number, refused: ReadonlyMap<number, Refused>): WrittenGroup[] {
  const kept: WrittenGroup[] = [];
  let [index, full] = [at, ''];
  for (const { segment, parts } of groups) {
    const place = refused.get(index);
    const fitting = place ? withoutElement(segment, place.element) : segment;
    if (place?.tooOften === true) full = segment[0];
    if (fitting && segment[0] !== full) kept.push({ segment: fitting, parts: pruned(parts, index + 1, refused) });
    index += 1 + segmentsIn(parts).length;
  }
  return kept;
}

/** Undefined when it is the segment itself that is refused, or lacks an element it has to have; without its amount, which comes last, a measure says nothing. */
function withoutElement(segment: WrittenSegment, element: number | undefined): WrittenSegment | undefined {
  if (element === undefined || segment[element] === undefined) return undefined;
  const [tag, ...elements] = segment;
  if (MEASURES.has(tag) && element === elements.length) return undefined;
  return [tag, ...elements.map((value, index) => (index === element - 1 ? undefined : value))];
}

const MEASURES: ReadonlySet<string> = new Set(['MEA', 'TMP', 'RNG']);
