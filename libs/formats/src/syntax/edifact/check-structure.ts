import { movesTo, type MessageStructure, type Move, type Place } from './directories/message-structure.js';
import { edifactFinding, type Noted } from './findings.js';
import { pathOf } from './segment.js';
import type { SegmentTable } from './segment-table.js';

/** Walks through a message's structure with its segments, one by one. */
export class StructureWalk {
  /** How often each place stands in the group instance that is open around it. */
  private readonly counts: number[];
  private at: Place | undefined;

  constructor(
    private readonly structure: MessageStructure,
    private readonly table: SegmentTable,
    private readonly findings: Noted,
  ) {
    this.counts = new Array<number>(structure.places.length).fill(0);
  }

  /** The place of the next segment; undefined, with a finding, where it has none. */
  take(segment: number): Place | undefined {
    const tag = this.table.tags[segment] as number;
    if (!this.at) return (this.at = this.structure.root.parts[0]);
    const move = this.choose(movesTo(tag, this.at));
    if (!move) {
      this.findings.push(edifactFinding('SEGMENT_POSITION', this.pathOf(segment), this.structure.type, this.rule));
      return undefined;
    }
    return this.go(move, segment);
  }

  /** The nearest move whose place is not full yet; else the nearest, one too often. */
  private choose(moves: readonly Move[]): Move | undefined {
    for (let index = 0; index < moves.length; index += 1) {
      const move = moves[index] as Move;
      if ((this.counts[move.counted.index] as number) < move.counted.max) return move;
    }
    return moves[0];
  }

  private go({ to, counted, missing }: Move, segment: number): Place {
    if (missing.length > 0) this.sayMissing(missing, segment);
    const count = (this.counts[counted.index] as number) + 1;
    if (count === counted.max + 1) this.sayTooOften(counted, segment);
    for (let inside = counted.index + 1; inside <= counted.last; inside += 1) this.counts[inside] = 0;
    this.counts[counted.index] = count;
    for (let place = to; place !== counted; place = place.parent as Place) this.counts[place.index] = 1;
    this.at = to;
    return to;
  }

  private sayMissing(missing: readonly Place[], segment: number): void {
    for (const { name, parts } of missing) {
      const opens = parts[0] ? `${name} (${parts[0].name})` : name;
      const path = pathOf(segment + 1, parts[0]?.name ?? name);
      this.findings.push(edifactFinding('SEGMENT_MISSING', path, opens, this.rule));
    }
  }

  private sayTooOften({ parts, name, max }: Place, segment: number): void {
    const kind = parts.length > 0 ? 'GROUP_REPEATS' : 'SEGMENT_REPEATS';
    this.findings.push(edifactFinding(kind, this.pathOf(segment), parts.length > 0 ? name : String(max), this.rule));
  }

  private pathOf(segment: number): string {
    return pathOf(segment + 1, this.table.tagOf(segment));
  }

  private get rule(): string {
    return `${this.structure.directory} ${this.structure.type}`;
  }
}
